import type { Repository } from "../../repository/repository.ts";
import type { Step } from "../../sandbox/workflow/read-steps.ts";
import { type Job, readWorkflow, type Workflow } from "../../sandbox/workflow/read-workflow.ts";

/** A step of a workflow that checks versions, as a script of its own. */
export interface GuardStep {
  /** The workflow, relative to the audited root. */
  readonly path: string;
  /** The commands of the step on the lines on which they stand in the workflow, behind the line of their shell. */
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
}

const workflowPath = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const speaking =
  /\b(?:check|verify|validate|assert|ensure|lint|compare)\w{0,3}\b[^\n]{0,60}\bversions?\b|\bversions?\b[^\n]{0,60}\b(?:match|consisten|sync|agree|check|equal)/i;
const failing = /\bexit\s+[1-9]|\bdiff\s|\bgrep\s|\bcmp\s|\btest\s|(?:^|[\s;])\[\[?\s/;
/** What only a run on GitHub has, such as the tag that started it. */
const ofRun = /\$\{\{|\$\{?GITHUB_(?:REF|HEAD|BASE|SHA|EVENT)/;
/** The first lines, see `shellWords`. */
const shells = new Map([
  [null, "#!/bin/bash\nset -e"],
  ["bash", "#!/bin/bash\nset -eo pipefail"],
  ["sh", "#!/bin/sh\nset -e"],
]);
const headLines = 2;

/** The steps that speak of a check of versions, can fail, and ask nothing of the run that they are a part of. */
export function guardSteps(repository: Repository): GuardStep[] {
  return repository.paths
    .filter((path) => workflowPath.test(path))
    .flatMap((path) => {
      const workflow = readWorkflow(repository.read(path) ?? "");
      if (workflow === null) return [];
      return workflow.jobs.flatMap((job) =>
        job.container === null ? job.steps.flatMap((step) => guardOf(path, step, [workflow, job])) : [],
      );
    });
}

function guardOf(path: string, step: Step, around: readonly [Workflow, Job]): GuardStep[] {
  const { run, name, id, condition } = step;
  const settings = [...around, step];
  const head = shells.get(settings.findLast(({ shell }) => shell !== null)?.shell ?? null);
  const hasFolder = settings.some(({ folder }) => folder !== null);
  if (run === null || head === undefined || hasFolder || condition !== null || run.line <= headLines)
    return [];
  if (
    !speaking.test(`${name} ${id?.replaceAll(/[-_]/g, " ")}`) ||
    !failing.test(run.text) ||
    ofRun.test(run.text)
  )
    return [];
  const env = Object.assign({}, ...settings.map((one) => one.env)) as Record<string, string>;
  const needed = Object.entries(env).filter(([variable]) => run.text.includes(variable));
  if (needed.some(([, value]) => value.includes("${{"))) return [];
  const text = head + "\n".repeat(run.line - headLines) + run.text;
  return [{ path, text, env: { ...Object.fromEntries(needed), GITHUB_OUTPUT: "/tmp/github-output" } }];
}
