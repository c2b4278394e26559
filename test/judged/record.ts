/** What was judged of one repository, by somebody who read its findings as its strict maintainer would. */
export interface JudgedRepository {
  /** `OWNER/NAME`. */
  readonly repository: string;
  /** The commit that was read. */
  readonly revision: string;
  /**
   * Which third it belongs to: one to learn from, one to check with, and one that was run once and judged then. What was
   * run once has become known since, and is no longer unseen.
   */
  readonly third: "learn" | "check" | "once";
  readonly places: readonly JudgedPlace[];
}

/** One place and what is true of it. */
export interface JudgedPlace {
  /** `right`: a finding here makes the maintainer act. `owed`: the same, and none was made when it was read. `wrong`: no finding must stand here. */
  readonly verdict: "right" | "owed" | "wrong";
  /** A file, or a folder with all that lies below it when it ends in `/`. */
  readonly path: string;
  /** Every line of the file, where it is left out. */
  readonly line?: number;
  /** Only what this rule says, where it is given. */
  readonly rule?: string;
  /** In one line. */
  readonly why: string;
}

/** The place of a finding, as far as it is judged. */
export interface FoundPlace {
  readonly rule: string;
  readonly path: string | null;
  readonly line: number | null;
}

/** What was judged of a finding; null where nobody has read it. The nearest word counts: a line before a file, a file before a folder. */
export function judgementOf(found: FoundPlace, places: readonly JudgedPlace[]): JudgedPlace | null {
  const meant = places.filter((place) => isMeant(place, found));
  return meant.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? null;
}

function isMeant({ path, line, rule }: JudgedPlace, found: FoundPlace): boolean {
  if (rule !== undefined && rule !== found.rule) return false;
  if (line !== undefined && line !== found.line) return false;
  const at = found.path ?? "";
  return path.endsWith("/") ? at.startsWith(path) : at === path;
}

function nearness({ path, line, rule }: JudgedPlace): number {
  return path.length + (line === undefined ? 0 : 10_000) + (rule === undefined ? 0 : 1000);
}
