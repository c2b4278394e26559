import { expect, test } from "vitest";
import { guardFails } from "../../src/rules/guard-fails.ts";
import { auditFixture } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const path = ".github/workflows/ci.yml";
const compares = `          want="$(sed -n 's/.*"version": "\\(.*\\)".*/\\1/p' package.json)"
          grep -q ""$want"" src/version.py || { echo "src/version.py is not at $want"; exit 1; }
`;
const workflow = (step: string, commands = compares) => `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - ${step}
        run: |
${commands}`;

/** The fixture without a call of its script. */
const withStep = (text: string) =>
  auditFixture("guard-fails", {
    files: { [path]: text },
    replace: [["package.json", "scripts/check-versions.sh", "scripts/other.sh"]],
  });

test("a step of a workflow that checks versions is run over what the release leaves", async () => {
  const audit = await withStep(workflow("name: Check that versions match"));
  expect(told(guardFails, audit)).toEqual([
    `error ${path}:10 ${path} passes now, and fails once the release is made`,
  ]);
  const [finding] = audit.findings.filter(({ rule }) => rule === "guard-fails");
  expect(finding?.why).toBe("it says: src/version.py is not at 1.2.1");
});

test.each([
  ["speaks of something else", workflow("name: Check links")],
  ["has a condition", workflow("name: Check versions\n        if: github.event_name == 'push'")],
  ["asks the run", workflow("name: Check versions", `          echo "$GITHUB_REF"\n${compares}`)],
  ["has an expression", workflow("name: Check versions", `          echo "\${{ github.ref }}"\n${compares}`)],
  [
    "needs what an action says",
    workflow('name: Check versions\n        env: { want: "${' + '{ steps.x.outputs.y }}" }'),
  ],
  ["works in a folder", workflow("name: Check versions\n        working-directory: src")],
  ["cannot fail", workflow("name: Check versions", "          cat src/version.py\n")],
])("a step that %s is not run", async (_, text) => {
  expect(told(guardFails, await withStep(text))).toEqual([]);
});
