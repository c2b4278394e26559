import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import { mapAt, textAt, textsOf } from "./yaml-nodes.ts";

/** A text of a workflow, with the line on which it begins, from 1. */
interface Placed {
  readonly text: string;
  readonly line: number;
}

/** What is set for a workflow, a job or a step; expressions are not filled in yet. */
export interface Settings {
  readonly env: Readonly<Record<string, string>>;
  /** Null where it is not set. */
  readonly shell: string | null;
  readonly folder: string | null;
}

export interface Step extends Settings {
  readonly line: number;
  /** What people read; null for none. */
  readonly name: string | null;
  readonly id: string | null;
  readonly condition: string | null;
  /** The commands of the step; null for one that uses an action. */
  readonly run: Placed | null;
  readonly uses: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly goesOn: boolean;
}

/** Reads the steps of a job or of an action, and what is set for them. */
export class StepReader {
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

  steps(node: YAMLMap): Step[] {
    const steps = node.get("steps");
    return isSeq(steps) ? steps.items.flatMap((step) => (isMap(step) ? [this.#step(step)] : [])) : [];
  }

  line({ range }: Node): number {
    return this.#lines.linePos(range?.[0] ?? 0).line;
  }

  #step(node: YAMLMap): Step {
    const run = node.get("run", true);
    return {
      ...this.settings(node, node),
      line: this.line(node),
      name: textAt(node, "name"),
      id: textAt(node, "id"),
      condition: textAt(node, "if"),
      run: isScalar(run) ? { text: String(run.value ?? ""), line: this.#textLine(run) } : null,
      uses: textAt(node, "uses"),
      with: textsOf(mapAt(node, "with")),
      goesOn: textAt(node, "continue-on-error") === "true",
    };
  }

  /** The text of a block begins below its sign. */
  #textLine(node: Node & { readonly type?: string | null }): number {
    return this.line(node) + (node.type?.startsWith("BLOCK") ? 1 : 0);
  }
}
