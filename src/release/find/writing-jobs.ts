import { posix } from "node:path";
import type { Repository } from "../../repository/repository.ts";
import { readAction } from "../../sandbox/workflow/read-action.ts";
import type { Step } from "../../sandbox/workflow/read-steps.ts";
import { type Job, readWorkflow } from "../../sandbox/workflow/read-workflow.ts";
import { writesFiles } from "./shell-text.ts";

/** What a step tells the runner, and no file of the tree. */
const toRunner = />{1,2}\s?"?\$\{?GITHUB_\w+\}?"?/g;
/** A package script by which a version is given, and not one that only builds or publishes. */
const releaseScript =
  /(?:^|[\s;&|])(?:npm|pnpm|yarn|bun)(?:\s+run)?\s+(?:(?:release|version)[-:_])?(?:bump|set|prepare|cut|release|version)(?:[-:_](?:release|version|bump|prepare|cut))?(?=$|[\s;&|])/m;
const committing = /\bgit\s(?:[^\n;&|]{0,80}\s)?(?:commit|push)\b|\bgh\s+pr\s+create\b|createCommitOnBranch/;
/** `stefanzweifel/git-auto-commit-action`, `peter-evans/create-pull-request`, `EndBug/add-and-commit` and their kin. */
const committingAction = /create-pull-request|commit|push/i;
/** What raises the version once more, when the release is done. */
const afterwards = /snapshot|(?:^|[-_])(?:next|post|after|dev)(?:[-_]|$)|development/i;

/** Every step of jobs and of what they use in the repository, each with the file in which it stands. */
export interface ReachedStep {
  readonly path: string;
  readonly step: Step;
}

/** The steps of a job, those of the workflow that it calls, and of the actions of the repository that it uses. */
export function stepsOf(repository: Repository, path: string, job: Job): ReachedStep[] {
  const entered = new Set<string>();
  const ofJob = (one: Job, where: string): ReachedStep[] => {
    const called = one.uses?.startsWith("./") === true ? posix.normalize(one.uses) : null;
    return [...ofSteps(one.steps, where), ...(called === null ? [] : ofWorkflow(called))];
  };
  const ofWorkflow = (called: string): ReachedStep[] => {
    if (entered.has(called) || !repository.has(called)) return [];
    entered.add(called);
    return readWorkflow(repository.read(called) ?? "")?.jobs.flatMap((one) => ofJob(one, called)) ?? [];
  };
  const ofSteps = (steps: readonly Step[], where: string): ReachedStep[] =>
    steps.flatMap((step) => [
      { path: where, step },
      ...(step.uses?.startsWith("./") === true ? ofAction(posix.normalize(step.uses)) : []),
    ]);
  const ofAction = (folder: string): ReachedStep[] => {
    const file = ["action.yml", "action.yaml"]
      .map((name) => posix.join(folder, name))
      .find((one) => repository.has(one));
    if (file === undefined || entered.has(file)) return [];
    entered.add(file);
    return ofSteps(readAction(repository.read(file) ?? "")?.steps ?? [], file);
  };
  return ofJob(job, path);
}

/** The files in which the steps of a workflow stand, itself included. */
export function filesOfWorkflow(repository: Repository, path: string): ReadonlySet<string> {
  const jobs = readWorkflow(repository.read(path) ?? "")?.jobs ?? [];
  return new Set([path, ...jobs.flatMap((job) => stepsOf(repository, path, job).map((one) => one.path))]);
}

/** Whether commands of a job change files and speak of a version. */
export function isWriting(steps: readonly ReachedStep[]): boolean {
  return steps.some(({ step: { run } }) => {
    const text = run?.text.replace(toRunner, "") ?? "";
    return (writesFiles(text) && /version|bump|release/i.test(text)) || releaseScript.test(text);
  });
}

/** Whether what a job changes comes into the repository. */
export function isCommitting(steps: readonly ReachedStep[]): boolean {
  return steps.some(
    ({ step: { run, uses } }) =>
      committing.test(run?.text ?? "") || committingAction.test(uses?.split("@")[0] ?? ""),
  );
}

/**
 * The jobs that write a version, in the combinations in which they may be the release: all together, except those that
 * raise the version afterwards, else each alone.
 */
export function jobChoices(writing: readonly Job[]): (string | readonly string[])[] {
  const names = writing.map(({ name }) => name);
  const released = names.filter((name) => !afterwards.test(name));
  const [first, second] = released;
  if (first === undefined || second === undefined) return names.slice(0, 2);
  return [released, first, released.at(-1) ?? first];
}
