import { readFileSync } from "node:fs";
import type { Audit } from "../../src/findings/audit.ts";

/** One hand-labelled place, or one glob of places, of a revision. */
interface Label {
  readonly path?: string;
  readonly glob?: string;
  readonly line?: number;
  readonly col?: number;
  /** For a glob: `line`, `line:name` or `path:line`. */
  readonly lines?: readonly (string | number)[];
  readonly class: string;
  readonly alt_class?: string;
  readonly confidence?: string;
}

interface LabelFile {
  readonly labels: readonly Label[];
  readonly false_positives: readonly {
    readonly path?: string;
    readonly line?: number;
    readonly col?: number;
  }[];
}

/** A labelled place, a glob resolved into its places. */
export interface LabelledPlace {
  readonly path: string;
  readonly line: number;
  /** 1-based; null where the label names only the line. */
  readonly column: number | null;
  /** The verdicts that are right. */
  readonly verdicts: readonly string[];
  readonly certain: boolean;
}

const verdictOfClass: Readonly<Record<string, string>> = {
  covered: "covered",
  "stale-after-bump": "stale",
  "already-stale": "behind",
  generated: "generated",
  "pinned-by-design": "pinned",
  independent: "independent",
};

/** Reads a label file into places; `false_positives` become places whose right verdict is `external`. */
export function readLabels(file: string, audit: Audit): LabelledPlace[] {
  const { labels, false_positives: lookalikes } = JSON.parse(readFileSync(file, "utf8")) as LabelFile;
  const external = lookalikes.flatMap(({ path, line, col }) =>
    path === undefined || line === undefined
      ? []
      : [{ path, line, column: col ?? null, verdicts: ["external"], certain: true }],
  );
  return [...labels.flatMap((label) => placesOf(label, audit)), ...external];
}

function placesOf(label: Label, audit: Audit): LabelledPlace[] {
  const verdicts = [label.class, ...(label.alt_class === undefined ? [] : [label.alt_class])].map((name) => {
    const verdict = verdictOfClass[name];
    if (verdict === undefined) throw new Error(`unknown class ${name}`);
    return verdict;
  });
  const common = { verdicts, certain: label.confidence === undefined };
  if (label.path !== undefined && label.line !== undefined)
    return [{ path: label.path, line: label.line, column: label.col ?? null, ...common }];
  const glob = label.glob ?? "";
  const file = glob.split(" ")[0] ?? "";
  if (label.lines !== undefined)
    return label.lines.map((line) => ({ ...lineOf(String(line), file), column: null, ...common }));
  const fixedLine = /\(header line (\d+)\)/.exec(glob)?.[1];
  if (fixedLine === undefined) throw new Error(`the label ${glob} names no lines`);
  const prefix = file.slice(0, file.indexOf("*"));
  const suffix = file.slice(file.lastIndexOf("*") + 1);
  return audit.repository.paths
    .filter((path) => path.startsWith(prefix) && path.endsWith(suffix))
    .filter((path) =>
      audit.occurrences.some(
        (o) => o.path === path && audit.repository.locate(path, o.span).line === Number(fixedLine),
      ),
    )
    .map((path) => ({ path, line: Number(fixedLine), column: null, ...common }));
}

/** `12`, `12:name` within the file, or `path:12`. */
function lineOf(text: string, file: string): { path: string; line: number } {
  const [first = "", second] = text.split(":");
  if (/^\d+$/.test(first)) return { path: file, line: Number(first) };
  return { path: first, line: Number(second) };
}
