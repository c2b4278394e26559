import { basename } from "node:path/posix";
import { groupBy } from "../group-by.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { reachOf } from "../judge/reach.ts";
import { type Occurrence, subjectName } from "../occurrences/occurrence.ts";
import type { Location } from "../parse/location.ts";
import type { Origin } from "../rehearse/rehearsal.ts";
import type { AuditSoFar } from "./audit.ts";
import type { Related } from "./finding.ts";
import type { Result } from "./rule.ts";

/** What the rules about a place that the release misses say in the same way. */
export type MissedPlace = Pick<Result, "location" | "related" | "why" | "help" | "family"> & {
  /** How many places of the same kind the release does write. */
  readonly siblings: number;
};

/** Shows a missed place together with the script line that writes its siblings and how far the script got with it. */
export function missedPlace(occurrence: JudgedOccurrence, audit: AuditSoFar): MissedPlace {
  const { path, span } = occurrence;
  const reach = reachOf(path, audit.rehearsals);
  const siblings = writtenSiblings(occurrence, audit);
  const related: Related[] = [];
  const { writer } = siblings;
  if (writer !== null)
    related.push(
      ...placeOf(
        writer,
        `${count(siblings.count, "place")} of the same kind ${siblings.count === 1 ? "is" : "are"} written here`,
        audit,
      ),
    );
  const sameLine = writer !== null && reach.origin?.path === writer.path && reach.origin.line === writer.line;
  if (reach.origin !== null && !sameLine) related.push(...placeOf(reach.origin, reach.detail, audit));
  return {
    location: audit.repository.locate(path, span),
    related,
    why: `${occurrence.reason}; ${reach.step}: ${reach.detail}`,
    help: helpFor(occurrence),
    family: familyOf(occurrence),
    siblings: siblings.count,
  };
}

/** How messages name the subject of an occurrence: its name, or the number itself. */
export function shownName({ subject, version }: Occurrence): string {
  if (subject === null) return `the version ${version}`;
  return subject.type === "npm" || subject.type === "crate"
    ? subject.name
    : subjectName(subject).replace(":", " ");
}

/** `1 place`, `2 places`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Turns a script line into a related place; a script outside the repository has none. */
export function placeOf(origin: Origin, message: string, audit: AuditSoFar): Related[] {
  const place = placeAt(origin, audit);
  return place === null ? [] : [{ ...place, message }];
}

/** The place that a script line names; null for a script outside the repository. */
export function placeAt(origin: Origin, { repository }: AuditSoFar): Location | null {
  if (!repository.has(origin.path)) return null;
  const lines = repository.lines(origin.path);
  // The engine takes a lone carriage return for the end of a line, too.
  if (origin.line > lines.lineCount) return null;
  const lineStart = lines.start(origin.line);
  const lineEnd = lineStart + lines.lineText(origin.line).length;
  const start = Math.min(lineStart + origin.column - 1, lineEnd);
  return repository.locate(origin.path, { start, end: Math.min(start + 1, lineEnd) });
}

/** The places of one kind, in one sort of file, that the release writes. */
interface Siblings {
  readonly count: number;
  /** The script line that writes most of them; null when there are none. */
  readonly writer: Origin | null;
}

const siblingsOf = new WeakMap<AuditSoFar, ReadonlyMap<string, Siblings>>();

/** Who writes the places of the same kind, in the same sort of file; indexed once per audit. */
function writtenSiblings(occurrence: Occurrence, audit: AuditSoFar): Siblings {
  let index = siblingsOf.get(audit);
  if (index === undefined) {
    const written = groupBy(
      audit.occurrences.filter((other) => other.edit !== null),
      sortOf,
    );
    index = new Map([...written].map(([sort, others]) => [sort, siblingsAmong(others)]));
    siblingsOf.set(audit, index);
  }
  return index.get(sortOf(occurrence)) ?? { count: 0, writer: null };
}

function sortOf({ kind, path }: Occurrence): string {
  return `${kind} ${basename(path)}`;
}

function siblingsAmong(others: readonly JudgedOccurrence[]): Siblings {
  const origins = others.flatMap(({ edit }) => edit?.origin ?? []);
  const byLine = [...groupBy(origins, ({ path, line }) => `${path}:${line}`).values()];
  const [most] = byLine.sort((a, b) => b.length - a.length);
  return { count: origins.length, writer: most?.[0] ?? null };
}

/** Places that one cause left behind together: same kind, same number, same sort of file in the same area. */
function familyOf({ kind, version, path }: Occurrence): string {
  const area = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
  return [kind, version, area, basename(path)].join(" ");
}

function helpFor({ kind }: Occurrence): string {
  const ignore = "or record in version-audit.toml why it is left out";
  if (kind === "manifest-version") return `let the release script write this manifest too, ${ignore}`;
  if (kind === "dependency")
    return `let the release script write this requirement, use workspace:* or *, ${ignore}`;
  if (kind === "lock-entry") return `refresh the lockfile as part of the release, ${ignore}`;
  if (kind === "api-version") return `let a generator that the release runs write it, ${ignore}`;
  return `let the release script write it, ${ignore}`;
}
