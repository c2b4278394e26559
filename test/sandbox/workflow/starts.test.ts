import { expect, test } from "vitest";
import { printed, rehearseFiles } from "../rehearse-files.ts";

const path = ".github/workflows/release.yml";
const workflow = (on: string) => `on: ${on}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$GITHUB_EVENT_NAME $GITHUB_REF_TYPE $GITHUB_REF \${{ github.ref_name }}"
      - run: echo "\${{ github.event.release.tag_name }}.\${{ github.event.inputs.version }}"
  b:
    runs-on: ubuntu-latest
    steps:
      - run: echo b
  c:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.head_commit.message }}"
`;
const rehearse = (on: string, release: Readonly<Record<string, unknown>>) =>
  rehearseFiles({ [path]: workflow(on) }, { workflow: path, ...release });

test.each([
  ["{ push: { tags: ['v*'] } }", "v9.8.7", "push tag refs/tags/v9.8.7 v9.8.7\n.\n"],
  ["{ release: {}, push: { branches: [main] } }", "9.8.7", "release tag refs/tags/9.8.7 9.8.7\n9.8.7.\n"],
  ["push", undefined, "push branch refs/heads/main main\n.\n"],
  [
    "{ workflow_dispatch: { inputs: { version: { default: x } } } }",
    undefined,
    "workflow_dispatch branch refs/heads/main main\n.x\n",
  ],
])("steps see that %s has started them with the tag %s", async (on, tag, said) => {
  const rehearsal = await rehearse(on, { job: "a", ...(tag === undefined ? {} : { tag }) });
  expect(printed(rehearsal)).toBe(said);
});

test("several jobs are run in the order in which they stand", async () => {
  expect(printed(await rehearse("push", { job: ["b", "a"] }))).toBe(
    "push branch refs/heads/main main\n.\nb\n",
  );
});

test("what is said of a pushed commit only GitHub could tell", async () => {
  const { outcome } = await rehearse("push", { job: "c" });
  const message = "only GitHub could tell github.event.head_commit.message, which the workflow asks for";
  expect(outcome).toMatchObject({ ended: "stopped", message });
});
