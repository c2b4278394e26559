import { isMap, isNode, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { admittedActor } from "./admitted-actor.ts";
import type { Value } from "./expressions/value.ts";
import { valuesOf } from "./read-action.ts";
import { type Settings, type Step, StepReader } from "./read-steps.ts";
import { mapAt, namesAt, textAt, textsOf } from "./yaml-nodes.ts";

export interface Job extends Settings {
  readonly name: string;
  readonly line: number;
  readonly needs: readonly string[];
  readonly condition: string | null;
  readonly system: string;
  /** The image in which its steps run; null for the runner itself. */
  readonly container: string | null;
  /** As it is written, with expressions in its texts; null for a job that runs once. */
  readonly matrix: Value;
  /** The workflow that the job calls instead of having steps of its own. */
  readonly uses: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** An input of a workflow. */
export interface WorkflowInput {
  readonly name: string;
  readonly type: string;
  /** What people are told of it; null where they are told nothing. */
  readonly description: string | null;
  readonly options: readonly string[];
  /** Null where there is none. */
  readonly default: string | null;
  readonly isRequired: boolean;
}

/** What else than people and other workflows starts a workflow. */
export interface Starts {
  /** The patterns of the tags whose push does; null where that of none does. */
  readonly tags: readonly string[] | null;
  /** Whether a push to a branch does. */
  readonly isPushed: boolean;
  /** Whether a release does. */
  readonly isReleased: boolean;
}

export interface Workflow extends Settings {
  /** What somebody is asked for who starts it; null where nobody can start it by hand. */
  readonly inputs: readonly WorkflowInput[] | null;
  /** What another workflow gives and gets that calls it; null where none can. */
  readonly called: {
    readonly inputs: readonly WorkflowInput[];
    readonly outputs: Readonly<Record<string, string>>;
  } | null;
  readonly starts: Starts;
  /** Who starts it: somebody whom it admits. */
  readonly actor: string;
  readonly jobs: readonly Job[];
}

/**
 * Reads a workflow of GitHub Actions; null for what is none.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
export function readWorkflow(text: string): Workflow | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2" });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return null;
  const reader = new StepReader(lines);
  const jobs = mapAt(root, "jobs");
  if (jobs === null) return null;
  const call = startedBy(root, "workflow_call");
  return {
    ...reader.settings(root, mapAt(mapAt(root, "defaults"), "run")),
    inputs: startedBy(root, "workflow_dispatch")?.inputs ?? null,
    called:
      call === null ? null : { inputs: call.inputs, outputs: valuesOf(mapAt(call.node, "outputs"), "value") },
    starts: startsOf(root),
    actor: admittedActor(text),
    jobs: jobs.items.flatMap(({ key, value }) => (isMap(value) ? [readJob(String(key), value, reader)] : [])),
  };
}

function readJob(name: string, node: YAMLMap, reader: StepReader): Job {
  const matrix = mapAt(node, "strategy")?.get("matrix", true);
  return {
    ...reader.settings(node, mapAt(mapAt(node, "defaults"), "run")),
    name,
    line: reader.line(node),
    needs: namesAt(node, "needs"),
    condition: textAt(node, "if"),
    system: namesAt(node, "runs-on").join(" "),
    container: textAt(node, "container") ?? textAt(mapAt(node, "container"), "image"),
    matrix: isNode(matrix) ? matrix.toJSON() : null,
    uses: textAt(node, "uses"),
    with: textsOf(mapAt(node, "with")),
    outputs: textsOf(mapAt(node, "outputs")),
    steps: reader.steps(node),
  };
}

/** A push without filters is one to any branch or tag; with a filter for one of them it is none of the other. */
function startsOf(root: YAMLMap): Starts {
  const push = startedBy(root, "push");
  const has = (key: string) => push?.node?.has(key) === true;
  const [forTags, forBranches] = [
    has("tags") || has("tags-ignore"),
    has("branches") || has("branches-ignore"),
  ];
  const patterns = push?.node == null ? [] : namesAt(push.node, "tags");
  return {
    tags: push === null || (forBranches && !forTags) ? null : patterns.length > 0 ? patterns : ["**"],
    isPushed: push !== null && (forBranches || !forTags),
    isReleased: startedBy(root, "release") !== null,
  };
}

/** How an event starts a workflow; null where it does not. */
function startedBy(
  root: YAMLMap,
  event: string,
): { readonly node: YAMLMap | null; readonly inputs: WorkflowInput[] } | null {
  const on = root.get("on");
  const starts = isMap(on) ? on.items.map(({ key }) => String(key)) : namesAt(root, "on");
  if (!starts.includes(event)) return null;
  const node = isMap(on) ? mapAt(on, event) : null;
  const inputs = (mapAt(node, "inputs")?.items ?? []).map(({ key, value }) => {
    const input = isMap(value) ? value : null;
    return {
      name: String(key),
      type: textAt(input, "type") ?? "string",
      description: textAt(input, "description"),
      options: input === null ? [] : namesAt(input, "options"),
      default: textAt(input, "default"),
      isRequired: textAt(input, "required") === "true",
    };
  });
  return { node, inputs };
}
