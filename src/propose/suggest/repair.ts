import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Span } from "../../repository/text/span.ts";

/** The ways to repair a place, in the order in which they are tried. */
export const repairKinds = ["spec", "list", "name", "row", "line", "ignore"] as const;

export type RepairKind = (typeof repairKinds)[number];

/** What each kind of repair does, in the words of the output and the documentation. */
export const repairMeaning = {
  spec: "a requirement without a version of its own",
  list: "an entry for a list of the release script",
  name: "a name that the discovery of the release script lets through",
  row: "a row for the table of rules of the release script",
  line: "a line for the release script, in the style of those that rewrite other files there",
  ignore: "an ignore in the configuration",
} satisfies Record<RepairKind, string>;

/** A span of a file and what shall stand there; an empty span at the end of a file that does not exist creates it. */
export interface Replacement {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** One change of the repository after which some places are no longer left behind. */
export interface Repair {
  readonly kind: RepairKind;
  /** The places that it repairs; never empty. */
  readonly places: readonly JudgedOccurrence[];
  /** What the release needs in order to keep the places. */
  readonly replacements: readonly Replacement[];
  /** What the change is, as a part of a sentence. */
  readonly says: string;
}

/** True for the places that a release leaves wrong and that a repair is sought for. */
export function isUncovered({ verdict }: JudgedOccurrence): boolean {
  return verdict === "stale" || verdict === "behind";
}
