import { expect, test } from "vitest";
import { workflowJobs } from "../../src/release/find/workflow-jobs.ts";
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
