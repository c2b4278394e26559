import { basename } from "node:path/posix";
import type { Occurrence } from "../inventory/occurrence.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { reachOf } from "../judge/reach.ts";
import type { Origin } from "../release/rehearsal.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import { counted } from "../repository/text/counted.ts";
import type { AuditSoFar } from "./audit.ts";
import { coveringHelp } from "./covering-help.ts";
import type { Finding, Related } from "./finding.ts";
import { relatedAt } from "./script-place.ts";

/** What the rules about a place that the release misses say in the same way. */
export type MissedPlace = Pick<Finding, "location" | "related" | "why" | "help" | "family"> & {
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
      ...relatedAt(
        writer,
        `${counted(siblings.count, "place")} of the same kind ${siblings.count === 1 ? "is" : "are"} written here`,
        audit,
      ),
    );
  const sameLine = writer !== null && reach.origin?.path === writer.path && reach.origin.line === writer.line;
  if (reach.origin !== null && !sameLine) related.push(...relatedAt(reach.origin, reach.detail, audit));
  return {
    location: audit.repository.locate(path, span),
    related,
    why: `${occurrence.reason}; ${reach.step}: ${reach.detail}`,
    help: helpFor(occurrence, audit),
    family: familyOf(occurrence),
    siblings: siblings.count,
  };
}

/** The places of one kind, in one sort of file, that the release writes. */
interface Siblings {
  readonly count: number;
  /** The script line that writes most of them; null when there are none. */
  readonly writer: Origin | null;
}

/** Who writes the places of the same kind, in the same sort of file. */
function writtenSiblings(occurrence: Occurrence, audit: AuditSoFar): Siblings {
  return siblingsIn(audit).get(sortOf(occurrence)) ?? { count: 0, writer: null };
}

const siblingsIn = oncePer(({ occurrences }: AuditSoFar): ReadonlyMap<string, Siblings> => {
  const written = occurrences.filter(({ edit }) => edit !== null);
  return new Map([...groupBy(written, sortOf)].map(([sort, others]) => [sort, siblingsAmong(others)]));
});

function sortOf({ kind, path }: Occurrence): string {
  return `${kind} ${basename(path)}`;
}

function siblingsAmong(others: readonly JudgedOccurrence[]): Siblings {
  const origins = others.flatMap(({ edit }) => edit?.origin ?? []);
  const byLine = [...groupBy(origins, ({ path, line }) => `${path}:${line}`).values()];
  const [most] = byLine.sort((a, b) => b.length - a.length);
  return { count: origins.length, writer: most?.[0] ?? null };
}

/**
 * Places that one cause left behind together: same kind, same number, same sort of file in the same area. The pages of
 * a reference are built at once, whatever they are called, and the rows of a lockfile are refreshed at once, whatever they
 * hold.
 */
function familyOf({ kind, version, path }: Occurrence): string {
  if (kind === "lock-entry") return `${kind} ${path}`;
  const area = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
  const sort = /\.html?$/iu.test(path) ? "pages" : basename(path);
  return [kind, version, area, sort].join(" ");
}

/**
 * A lockfile is refreshed, an API document generated, and a requirement of npm can follow the workspace; what a person or a
 * script writes is covered by an entry.
 */
function helpFor(occurrence: JudgedOccurrence, audit: AuditSoFar): string {
  const { kind, subject } = occurrence;
  const follows = kind === "dependency" && subject?.type === "npm";
  const isWritten = kind !== "lock-entry" && kind !== "api-version" && !follows;
  return (isWritten ? coveringHelp(occurrence, audit) : null) ?? generalHelp(kind);
}

function generalHelp(kind: Occurrence["kind"]): string {
  const ignore = "or record in version-audit.toml why it is left out";
  if (kind === "manifest-version") return `let the release script write this manifest too, ${ignore}`;
  if (kind === "dependency")
    return `let the release script write this requirement, use workspace:* or *, ${ignore}`;
  if (kind === "lock-entry") return `refresh the lockfile as part of the release, ${ignore}`;
  if (kind === "api-version") return `let a generator that the release runs write it, ${ignore}`;
  return `let the release script write it, ${ignore}`;
}
