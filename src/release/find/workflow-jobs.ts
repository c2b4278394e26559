import type { Repository } from "../../repository/repository.ts";
import {
  type Job,
  readWorkflow,
  type Workflow,
  type WorkflowInput,
} from "../../sandbox/workflow/read-workflow.ts";
import type { FoundRelease } from "./found-release.ts";
import { writesFiles } from "./shell-text.ts";

const workflowPath = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const telling = /(?:^|[-_/])(?:bump|release|version|cut|publish)/i;
/** The likeliest to write a version come first. */
const likeliest = [/bump|set-version|update-version/i, /version/i, /cut|prepare/i, /release/i];
/** What is done with a version that is released already. */
const afterwards = /announce|comment|notif|deploy|deprecat|docs|nightly|check|test|accept|audit|size/i;
/** What a step tells the runner, and no file of the tree. */
const toRunner = />{1,2}\s?"?\$\{?GITHUB_\w+\}?"?/g;
const versionInput = /^(?:(?:new|next|release|target)[-_]?)?version(?:[-_]?number)?$/i;
const stepInput =
  /^(?:bump|level|increment|semver|part)$|(?:bump|release|version|increment)[-_]?(?:type|level|kind|part)$/i;
/** In the words that `npm version`, cargo-release and their kin have for it, the one to take first. */
const smallestSteps = ["patch", "prerelease", "prepatch"];
/** All the steps of semver's own `inc`: https://github.com/npm/node-semver#functions */
const anyStep = /^(?:(?:pre)?(?:major|minor|patch)|prerelease)$/;
/** A package script by which a version is given, and not one that only builds or publishes. */
const releaseScript =
  /(?:^|[\s;&|])(?:npm|pnpm|yarn|bun)(?:\s+run)?\s+(?:(?:release|version)[-:_])?(?:bump|set|prepare|cut|release|version)(?:[-:_](?:release|version|bump|prepare|cut))?(?=$|[\s;&|])/m;
const mostWorkflows = 3;

/**
 * Jobs of workflows that somebody starts by hand, giving a version or the step of a release, and whose commands change
 * files. Whether they write the version is for the rehearsal to show.
 */
export function workflowJobs(repository: Repository): FoundRelease[] {
  const found = repository.paths
    .filter((path) => workflowPath.test(path) && !afterwards.test(path))
    .flatMap((path) => {
      const workflow = readWorkflow(repository.read(path) ?? "");
      const args = workflow?.inputs == null ? null : argumentsOf(workflow.inputs, path);
      const job = workflow === null ? null : writingJob(workflow);
      return args === null || job === null ? [] : [{ path, args, job }];
    });
  const rank = ({ path }: { readonly path: string }) => likeliest.findIndex((sign) => sign.test(path)) >>> 0;
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostWorkflows)
    .map(({ path, args, job }) => ({
      table: { name: "release", workflow: path, job, args },
      why: `${path} is started by hand${args.length === 0 ? "" : ` with ${args.join(" and ")}`}, and its job ${job} changes files`,
    }));
}

/** What the inputs are given; null where they do not say that a version is released. */
function argumentsOf(inputs: readonly WorkflowInput[], path: string): string[] | null {
  const version = inputs.find(({ name, options }) => versionInput.test(name) && options.length === 0);
  const step = inputs.find(
    ({ name, options }) =>
      options.some((option) => smallestSteps.includes(option)) ||
      (stepInput.test(name) && options.length === 0),
  );
  const given = [
    ...(version === undefined ? [] : [`${version.name}={version}`]),
    ...(step === undefined ? [] : [`${step.name}=${smallestOf(step)}`]),
    // Who only tries a release writes nothing.
    ...inputs.flatMap(({ name, type }) => (type === "boolean" && /dry/i.test(name) ? [`${name}=false`] : [])),
  ];
  const isKnown = version !== undefined || step !== undefined || (inputs.length === 0 && telling.test(path));
  return isKnown ? given : null;
}

function smallestOf({ options }: WorkflowInput): string {
  const known = options.filter((option) => anyStep.test(option));
  return smallestSteps.find((step) => known.includes(step)) ?? "patch";
}

/** The first job whose commands change files and speak of a version. */
function writingJob({ jobs }: Workflow): string | null {
  return jobs.find((job) => writes(job))?.name ?? null;
}

function writes({ steps }: Job): boolean {
  const texts = steps.map(({ run }) => run?.text.replace(toRunner, "") ?? "");
  return texts.some(
    (text) => (writesFiles(text) && /version|bump|release/i.test(text)) || releaseScript.test(text),
  );
}
