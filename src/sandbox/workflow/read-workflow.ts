import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/** A text of a workflow, with the line on which it begins, from 1. */
interface Placed {
  readonly text: string;
  readonly line: number;
}

/** What is set for a workflow, a job or a step; expressions are not filled in yet. */
interface Settings {
  readonly env: Readonly<Record<string, string>>;
  /** Null where it is not set. */
  readonly shell: string | null;
  readonly folder: string | null;
}

export interface Step extends Settings {
  readonly line: number;
  readonly id: string | null;
  readonly condition: string | null;
  /** The commands of the step; null for one that uses an action. */
  readonly run: Placed | null;
  readonly uses: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly goesOn: boolean;
}

export interface Job extends Settings {
  readonly name: string;
  readonly line: number;
  readonly needs: readonly string[];
  readonly condition: string | null;
  readonly system: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** What makes of it more than one plain job, such as `strategy`; null for nothing. */
  readonly special: string | null;
}

/** An input that somebody is asked for who starts the workflow. */
export interface WorkflowInput {
  readonly name: string;
  readonly type: string;
  readonly options: readonly string[];
  /** Null where there is none. */
  readonly default: string | null;
  readonly isRequired: boolean;
}

export interface Workflow extends Settings {
  /** Null where nobody can start it by hand. */
  readonly inputs: readonly WorkflowInput[] | null;
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
  const reader = new WorkflowReader(lines);
  const jobs = mapAt(root, "jobs");
  if (jobs === null) return null;
  return {
    ...reader.settings(root, mapAt(mapAt(root, "defaults"), "run")),
    inputs: inputsOf(root),
    jobs: jobs.items.flatMap(({ key, value }) => (isMap(value) ? [reader.job(String(key), value)] : [])),
  };
}

class WorkflowReader {
  readonly #lines: LineCounter;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  settings(node: YAMLMap, run: YAMLMap | null): Settings {
    return {
      env: textsOf(mapAt(node, "env")),
      shell: textAt(run, "shell"),
      folder: textAt(run, "working-directory"),
    };
  }

  job(name: string, node: YAMLMap): Job {
    const steps = node.get("steps");
    const special = ["strategy", "container", "uses"].find((key) => node.has(key)) ?? null;
    return {
      ...this.settings(node, mapAt(mapAt(node, "defaults"), "run")),
      name,
      line: this.#line(node),
      needs: namesAt(node, "needs"),
      condition: textAt(node, "if"),
      system: namesAt(node, "runs-on").join(" "),
      outputs: textsOf(mapAt(node, "outputs")),
      steps: isSeq(steps) ? steps.items.flatMap((step) => (isMap(step) ? [this.#step(step)] : [])) : [],
      special,
    };
  }

  #step(node: YAMLMap): Step {
    const run = node.get("run", true);
    return {
      ...this.settings(node, node),
      line: this.#line(node),
      id: textAt(node, "id"),
      condition: textAt(node, "if"),
      run: isScalar(run) ? { text: String(run.value ?? ""), line: this.#textLine(run) } : null,
      uses: textAt(node, "uses"),
      with: textsOf(mapAt(node, "with")),
      goesOn: textAt(node, "continue-on-error") === "true",
    };
  }

  #line({ range }: Node): number {
    return this.#lines.linePos(range?.[0] ?? 0).line;
  }

  /** The text of a block begins below its sign. */
  #textLine(node: Node & { readonly type?: string | null }): number {
    return this.#line(node) + (node.type?.startsWith("BLOCK") ? 1 : 0);
  }
}

function inputsOf(root: YAMLMap): WorkflowInput[] | null {
  const on = root.get("on");
  const starts = isMap(on) ? on.items.map(({ key }) => String(key)) : namesAt(root, "on");
  if (!starts.includes("workflow_dispatch")) return null;
  const inputs = isMap(on) ? mapAt(mapAt(on, "workflow_dispatch"), "inputs") : null;
  return (inputs?.items ?? []).map(({ key, value }) => {
    const node = isMap(value) ? value : null;
    return {
      name: String(key),
      type: textAt(node, "type") ?? "string",
      options: node === null ? [] : namesAt(node, "options"),
      default: textAt(node, "default"),
      isRequired: textAt(node, "required") === "true",
    };
  });
}

function mapAt(node: YAMLMap | null, key: string): YAMLMap | null {
  const value = node?.get(key);
  return isMap(value) ? value : null;
}

function textAt(node: YAMLMap | null, key: string): string | null {
  const value = node?.get(key, true);
  return isScalar(value) && value.value !== null ? String(value.value) : null;
}

function namesAt(node: YAMLMap, key: string): string[] {
  const value = node.get(key);
  if (isSeq(value)) return value.items.map(String);
  return typeof value === "string" ? [value] : [];
}

function textsOf(node: YAMLMap | null): Record<string, string> {
  const texts = (node?.items ?? []).map(({ key }): [string, string] => [
    String(key),
    textAt(node, String(key)) ?? "",
  ]);
  return Object.fromEntries(texts);
}
