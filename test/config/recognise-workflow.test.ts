import { expect, test } from "vitest";
import { openRepository } from "../../src/open-repository.ts";
import { workflowJobs } from "../../src/release/find/workflow-jobs.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const workflow = (inputs: string, run: string) => `on:
  workflow_dispatch:
    inputs: ${inputs}
jobs:
  test:
    steps: [{ run: npm test }]
  publish:
    steps:
      - run: ${run}
`;
const bump = "sed -i 's/1/2/' VERSION # version";

test("a job of a workflow that is given a version or a step and changes files may be the release", () => {
  const repository = temporaryRepository({
    ".github/workflows/release.yml": workflow(
      "{ version: { required: true }, dry_run: { type: boolean } }",
      bump,
    ),
    ".github/workflows/bump-version.yaml": workflow(
      "{ kind: { type: choice, options: [major, minor, patch] } }",
      "npm version $KIND",
    ),
    ".github/workflows/deploy.yml": workflow("{ environment: {} }", bump),
    ".github/workflows/tag.yml": workflow("{ version: {} }", "git tag v$VERSION"),
    ".github/workflows/push.yml": `on: push\njobs: { a: { steps: [{ run: "${bump}" }] } }\n`,
    ".github/workflows/broken.yml": "on: [",
  });
  expect(workflowJobs(repository).map(({ table }) => table)).toEqual([
    {
      name: "release",
      workflow: ".github/workflows/bump-version.yaml",
      job: "publish",
      args: ["kind=patch"],
    },
    {
      name: "release",
      workflow: ".github/workflows/release.yml",
      job: "publish",
      args: ["version={version}", "dry_run=false"],
    },
  ]);
  expect(workflowJobs(repository)[1]?.why).toBe(
    ".github/workflows/release.yml is started by hand with version={version} and dry_run=false, and its job publish changes files",
  );
});

test("a workflow without inputs has to be named after a release", () => {
  const repository = temporaryRepository({
    ".github/workflows/release.yml": workflow("{}", bump),
    ".github/workflows/nightly.yml": workflow("{}", bump),
  });
  expect(workflowJobs(repository).map(({ table }) => table)).toEqual([
    { name: "release", workflow: ".github/workflows/release.yml", job: "publish", args: [] },
  ]);
});

test("a job that starts the package script of a release may be the release, by the smallest step that it offers", () => {
  const steps = "{ bump: { type: choice, options: [preminor, prerelease] } }";
  const repository = temporaryRepository({
    ".github/workflows/release-bump.yml": workflow(steps, "pnpm release-bump --bump $BUMP"),
    ".github/workflows/publish.yml": workflow(steps, "pnpm publish-all --bump $BUMP"),
  });
  expect(workflowJobs(repository).map(({ table }) => table)).toEqual([
    {
      name: "release",
      workflow: ".github/workflows/release-bump.yml",
      job: "publish",
      args: ["bump=prerelease"],
    },
  ]);
});

const found = (files: Readonly<Record<string, string>>) =>
  workflowJobs(temporaryRepository(files)).map(({ table }) => {
    const { job, tag } = table;
    return tag === undefined ? job : [job, tag];
  });
const steps = (...runs: readonly string[]) => `steps: [${runs.map((run) => `{ ${run} }`).join(", ")}]`;
const writing = 'run: "echo $VERSION > VERSION"';
const path = ".github/workflows/release.yml";
const asked = "on: { workflow_dispatch: { inputs: { version: {} } } }\n";

test("what a job writes by a workflow that it calls, or by an action of the repository, is its own", () => {
  const files = {
    [path]: `${asked}jobs:
  called: { uses: ./.github/workflows/write.yml }
  foreign: { uses: acme/shared/.github/workflows/write.yml@v1 }
  acting: { ${steps("uses: ./.github/actions/write")} }
`,
    ".github/workflows/write.yml": `on: workflow_call\njobs: { a: { ${steps(writing)} } }\n`,
    ".github/actions/write/action.yml": `runs: { using: composite, ${steps(writing)} }\n`,
  };
  expect(found(files)).toEqual([["called", "acting"], "called", "acting"]);
});

test("jobs are taken together, except those that raise the version once more", () => {
  const job = (name: string) => `  ${name}: { ${steps(writing)} }\n`;
  expect(found({ [path]: `${asked}jobs:\n${job("one")}${job("two")}${job("next-snapshot")}` })).toEqual([
    ["one", "two"],
    "one",
    "two",
  ]);
});

test.each([
  ["push: { tags: ['v*'] }", "git push", [["a", "v{version}"]]],
  ["push: { tags: ['release-[0-9]+'] }", "git commit -am x", [["a", "release-{version}"]]],
  ["release: { types: [published] }", "git commit -am x", [["a", "v{version}"]]],
  ["push: { branches: [main] }", "git commit -am x", ["a"]],
  ["push: { tags: ['v*'] }", "git status", []],
  ["pull_request: {}", "git push", []],
])("a workflow on %s that does %s", (on, command, expected) => {
  const text = `on: { ${on} }\njobs: { a: { ${steps(writing, `run: "${command}"`)} } }\n`;
  expect(found({ [path]: text })).toEqual(expected);
});

test.each([
  ["version: { description: 'such as v1.2.3' }", "version=v{version}"],
  ["release_version: { description: 'such as 1.2.3' }", "release_version={version}"],
  ["tag: {}", "tag=v{version}"],
])("an input %s is given what it asks for", (inputs, given) => {
  const text = `on: { workflow_dispatch: { inputs: { ${inputs} } } }\njobs: { a: { ${steps(writing)} } }\n`;
  expect(workflowJobs(temporaryRepository({ [path]: text }))[0]?.table["args"]).toEqual([given]);
});

test("what the commands of a workflow ask of a version is what they are given", () => {
  const checked = steps("run: \"echo $VERSION | grep -E '^v[0-9]+'\"", writing);
  const text = `${asked}jobs: { a: { ${checked} } }\n`;
  expect(workflowJobs(temporaryRepository({ [path]: text }))[0]?.table["args"]).toEqual([
    "version=v{version}",
  ]);
});

test("a workflow that asks for the version comes before a tool that only a step of another one calls", () => {
  const root = temporaryFolder({
    "package.json": '{ "name": "lumen", "version": "2.4.0" }\n',
    ".github/workflows/publish.yml": workflow("{}", "npm version --no-git-tag-version $PKG_VERSION"),
    ".github/workflows/upgrade.yml": workflow("{ new_version: { required: true } }", bump),
  });
  const names = openRepository({ root }).config.releases.map(
    ({ value }) => value.workflow ?? value.tool ?? value.name,
  );
  expect(names.slice(0, 3)).toEqual([
    ".github/workflows/upgrade.yml",
    ".github/workflows/publish.yml",
    "npm version",
  ]);
});
