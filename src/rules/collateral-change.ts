import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { relatedAt } from "../findings/script-place.ts";
import type { Origin, Rehearsal } from "../release/rehearsal.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";
import { type Collateral, changesVersions, collateralOf } from "./shared/rewrites/collateral.ts";

/** A file of which the bump changes more than versions: its format, its comments, the order of its keys. */
export const collateralChange: Rule = {
  id: "collateral-change",
  summary: "the bump changes more of a file than its versions",
  // What past releases teach is versions alone, some of them in numbers that stand apart.
  check: (audit) =>
    audit.rehearsals
      .filter(({ mechanism }) => mechanism !== "history")
      .flatMap((rehearsal) => changesOf(rehearsal, audit)),
};

function changesOf({ writes }: Rehearsal, audit: AuditSoFar): Result[] {
  const last = new Map(writes.map((write) => [write.path, write]));
  return [...last.values()].flatMap(({ path, after, origin }) => {
    const before = audit.repository.has(path) ? audit.repository.read(path) : null;
    if (before === null || typeof after !== "string") return [];
    const collateral = collateralOf(before, after);
    // Where no version changes nothing is bumped, as in the state that a release tool keeps of its own work.
    return collateral === null || !changesVersions(before, after)
      ? []
      : [result(path, collateral, origin, audit)];
  });
}

function result(
  path: string,
  collateral: Collateral,
  origin: Origin,
  { repository, ...audit }: AuditSoFar,
): Result {
  const { lines, firstLine, isFormatting } = collateral;
  const index = repository.lines(path);
  const start = index.start(firstLine);
  return {
    severity: "note",
    message: isFormatting
      ? `the bump reformats ${counted(lines, "line")} of ${path}`
      : `the bump changes ${counted(lines, "line")} of ${path} beyond their versions`,
    location: repository.locate(path, { start, end: start + index.lineText(firstLine).length }),
    label: `the first of ${counted(lines, "line")}`,
    related: relatedAt(origin, "the file is written here", { repository, ...audit }),
    why: isFormatting
      ? "only blanks and line breaks differ"
      : "values, comments or their order are lost or changed",
    help: isFormatting
      ? "format the file once as the script writes it, or let the script keep the format that it finds"
      : "let the script replace the version in the text instead of writing the whole file anew",
    family: `${origin.path}:${origin.line}`,
  };
}
