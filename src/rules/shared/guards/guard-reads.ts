import { extname } from "node:path/posix";
import type { AuditSoFar } from "../../../findings/audit.ts";
import { lockfileRefreshes } from "../../../judge/generated/lockfile-refreshes.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { filesWithChangedLines } from "../../../release/past-releases/file-history.ts";
import { filesReadBy } from "../../../release/probes/compared-places.ts";
import type { GuardedRelease } from "../../../release/probes/version-guards.ts";
import type { Origin, Rehearsal } from "../../../release/rehearsal.ts";
import type { Repository } from "../../../repository/repository.ts";

/** A place that a check leaves out while it reads those beside it. */
export interface UnreadSibling {
  readonly place: JudgedOccurrence;
  /** How many files beside it are read. */
  readonly read: number;
  /** Where the check reads the last one of them. */
  readonly origin: Origin;
}

/** Fewer files that are read are no family. */
const smallestFamily = 2;
/** Kinds of places that say which version their file has. */
const declaring = new Set(["manifest-version", "constant", "assignment", "api-version"]);
const owed = new Set(["covered", "generated", "stale", "behind"]);

/**
 * The places that the release owes the version, and that are the few of their family which a check does not read. The
 * files of a family have paths that differ in one folder or in the name alone, and hold the version in the same way.
 */
export function unreadSiblings({ before }: GuardedRelease, { occurrences }: AuditSoFar): UnreadSibling[] {
  const reads = new Map<string, Origin | null>(filesReadBy(before).map((path) => [path, null]));
  for (const { how, path, origin } of before.looks) if (how === "read") reads.set(path, origin);
  const places = occurrences.filter(
    ({ kind, verdict, unreported }) => declaring.has(kind) && owed.has(verdict) && unreported === null,
  );
  const families = new Map<string, JudgedOccurrence[]>();
  for (const place of places)
    for (const key of familiesOf(place)) families.set(key, [...(families.get(key) ?? []), place]);
  const found = new Map<string, UnreadSibling>();
  for (const family of families.values()) {
    const files = [...new Map(family.map((place) => [place.path, place])).values()];
    const unread = files.filter(({ path }) => !reads.has(path));
    const read = files.length - unread.length;
    const origin = files.flatMap(({ path }) => reads.get(path) ?? []).at(-1);
    if (origin === undefined || read < smallestFamily || unread.length * 2 > read) continue;
    for (const place of unread) {
      const other = found.get(place.path);
      if (other === undefined || other.read < read) found.set(place.path, { place, read, origin });
    }
  }
  return [...found.values()];
}

/** What a place has in common with others: the way in which it holds the version, and all of its path but one part. */
function familiesOf({ path, kind, keyPath, subject }: JudgedOccurrence): string[] {
  const held = [kind, keyPath?.join(".") ?? (kind === "manifest-version" ? "" : (subject?.name ?? null))];
  if (held.includes(null)) return [];
  const parts = path.split("/");
  return parts.map((part, index) => {
    const isName = index === parts.length - 1;
    const rest = isName ? `*${extname(part)}` : "*";
    return [...held, ...parts.slice(0, index), rest, ...parts.slice(index + 1)].join("\n");
  });
}

/**
 * A file that a check reads as the release does not leave it: a lockfile that a command of the release refreshes, or
 * what only past releases show to be written. Each with what would write it; null where there is none.
 */
export function unsettledRead(
  { first, rehearsal }: GuardedRelease,
  { rehearsals, repository }: AuditSoFar,
): { readonly path: string; readonly by: string } | null {
  const unsettled = new Map(
    [...lockfileRefreshes(first.commands)].map(([path, command]) => [path, `\`${command}\``]),
  );
  for (const { learned } of rehearsals)
    for (const { path } of learned?.places ?? [])
      if (!unsettled.has(path)) unsettled.set(path, "what past releases did");
  const written = new Set(first.writes.map(({ path }) => path));
  for (const path of writtenByNewest(first, repository))
    if (!unsettled.has(path)) unsettled.set(path, "what past releases did");
  for (const path of rehearsal.modules) {
    const by = unsettled.get(path);
    if (by !== undefined && !written.has(path)) return { path, by };
  }
  for (const { how, path } of rehearsal.looks) {
    const by = unsettled.get(path);
    if (how === "read" && by !== undefined && (by.startsWith("`") || !written.has(path))) return { path, by };
  }
  return null;
}

/**
 * Every file that the newest of the past releases changed, where those are all that is known: they show no more of what the
 * next one writes than the version as a whole.
 */
function writtenByNewest({ mechanism, learned }: Rehearsal, repository: Repository): readonly string[] {
  const [newest] = learned?.releases ?? [];
  if (mechanism !== "history" || newest === undefined) return [];
  return filesWithChangedLines(repository, `${newest.commit}^1`, newest.commit, ".");
}
