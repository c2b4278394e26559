import type { Repository } from "../../repository/repository.ts";
import type { Starts, Workflow, WorkflowInput } from "../../sandbox/workflow/read-workflow.ts";
import { tagName } from "../tag-name.ts";

/** How a workflow is started that releases. */
export interface WorkflowStart {
  /** Inputs, as `name=value`. */
  readonly args: readonly string[];
  /** With `{version}`; undefined where no tag starts it. */
  readonly tag?: string;
  /** One clause without a subject: `is started by hand with version={version}`. */
  readonly why: string;
  /** Whether what it writes is lost unless it commits it, because nobody waits for it. */
  readonly hasToCommit: boolean;
}

const telling = /(?:^|[-_/])(?:bump|release|version|cut|publish)/i;
const versionInput = /^(?:(?:new|next|release|target)[-_]?)?version(?:[-_]?number)?$/i;
const tagInput = /^(?:(?:new|release|target|git)[-_]?)?tag(?:[-_]?name)?$/i;
const stepInput =
  /^(?:bump|level|increment|semver|part)$|(?:bump|release|version|increment)[-_]?(?:type|level|kind|part)$/i;
/** In the words that `npm version`, cargo-release and their kin have for it, the one to take first. */
const smallestSteps = ["patch", "prerelease", "prepatch"];
/** All the steps of semver's own `inc`: https://github.com/npm/node-semver#functions */
const anyStep = /^(?:(?:pre)?(?:major|minor|patch)|prerelease)$/;

/** The ways to start a workflow that say a version is released; none where nothing does. */
export function workflowStarts(workflow: Workflow, path: string, repository: Repository): WorkflowStart[] {
  const { inputs, starts } = workflow;
  const args = inputs === null ? null : argumentsOf(inputs, path, repository);
  const tag = tagOf(starts, repository);
  const byTag = `is started by ${starts.tags === null ? "a release" : "a tag"} such as ${tag}`;
  const told = args === null || args.length === 0 ? "" : ` with ${args.join(" and ")}`;
  const isPushed = inputs === null && starts.isPushed && telling.test(path);
  return [
    ...(args === null ? [] : [{ args, why: `is started by hand${told}`, hasToCommit: false }]),
    ...(tag === null ? [] : [{ args: [], tag, why: byTag, hasToCommit: true }]),
    ...(isPushed ? [{ args: [], why: "is started by a push", hasToCommit: true }] : []),
  ];
}

/** What the inputs are given; null where they do not say that a version is released. */
function argumentsOf(
  inputs: readonly WorkflowInput[],
  path: string,
  repository: Repository,
): string[] | null {
  const version = [versionInput, tagInput]
    .map((form) => inputs.find(({ name, options }) => form.test(name) && options.length === 0))
    .find((input) => input !== undefined);
  const step = inputs.find(
    ({ name, options }) =>
      options.some((option) => smallestSteps.includes(option)) ||
      (stepInput.test(name) && options.length === 0),
  );
  const given = [
    ...(version === undefined ? [] : [`${version.name}=${givenTo(version, path, repository)}`]),
    ...(step === undefined ? [] : [`${step.name}=${smallestOf(step)}`]),
    // Who only tries a release writes nothing.
    ...inputs.flatMap(({ name, type }) => (type === "boolean" && /dry/i.test(name) ? [`${name}=false`] : [])),
  ];
  const isKnown = version !== undefined || step !== undefined || (inputs.length === 0 && telling.test(path));
  return isKnown ? given : null;
}

/** The version, or the tag where the input is one by its name, its description or what the workflow asks of it. */
function givenTo({ name, description }: WorkflowInput, path: string, repository: Repository): string {
  if (tagInput.test(name)) return newestForm(repository);
  const isMarked =
    markedExample.test(description ?? "") || /\^v(?:\[0-9\]|\\d|\(\[0-9)/.test(repository.read(path) ?? "");
  return isMarked ? "v{version}" : "{version}";
}

const markedExample = /(?:^|[\s("'`])v(?:\d{1,4}\.\d|[Xx]\.[Yy]|MAJOR)/;

function smallestOf({ options }: WorkflowInput): string {
  const known = options.filter((option) => anyStep.test(option));
  return smallestSteps.find((step) => known.includes(step)) ?? "patch";
}

/** The tag of a release, by the pattern that it has to match, else by the newest one; null where no tag starts the workflow. */
function tagOf({ tags, isReleased }: Starts, repository: Repository): string | null {
  if (tags === null && !isReleased) return null;
  const [pattern = ""] = (tags ?? []).filter((one) => !one.startsWith("!"));
  const fixed = /^[^*?+[\]!\d]*/.exec(pattern)?.[0] ?? "";
  if (fixed !== "" || /^\[0-9]/.test(pattern)) return `${fixed}{version}`;
  return newestForm(repository);
}

/** How the newest release is tagged. */
function newestForm({ git }: Repository): string {
  for (const name of git?.tags.toReversed() ?? []) {
    const read = tagName(name);
    if (read !== null && name.endsWith(read.version))
      return `${name.slice(0, -read.version.length)}{version}`;
  }
  return "v{version}";
}
