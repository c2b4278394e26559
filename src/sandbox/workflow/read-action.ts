import { isMap, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { type Step, StepReader } from "./read-steps.ts";
import { mapAt, textAt } from "./yaml-nodes.ts";

/** An action that stands in the repository. */
export interface Action {
  /** What it is made of, such as `composite` or `node20`. */
  readonly using: string;
  /** What its inputs are where they are not given. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Expressions over its steps. */
  readonly outputs: Readonly<Record<string, string>>;
  /** None where it is not composite. */
  readonly steps: readonly Step[];
}

/**
 * Reads the metadata of an action; null for what is none.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
 */
export function readAction(text: string): Action | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2" });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return null;
  const runs = mapAt(root, "runs");
  const using = textAt(runs, "using");
  if (runs === null || using === null) return null;
  return {
    using,
    defaults: valuesOf(mapAt(root, "inputs"), "default"),
    outputs: valuesOf(mapAt(root, "outputs"), "value"),
    steps: using === "composite" ? new StepReader(lines).steps(runs) : [],
  };
}

/** What the entries of a mapping have under a key. */
export function valuesOf(node: YAMLMap | null, key: string): Record<string, string> {
  const values = (node?.items ?? []).map(({ key: name, value }): [string, string] => [
    String(name),
    (isMap(value) ? textAt(value, key) : null) ?? "",
  ]);
  return Object.fromEntries(values);
}
