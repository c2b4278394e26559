import type { AuditSoFar } from "../../../findings/audit.ts";
import { lockfileRefreshes } from "../../../judge/generated/lockfile-refreshes.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { filesWithChangedLines } from "../../../release/past-releases/file-history.ts";
import type { GuardedRelease } from "../../../release/probes/version-guards.ts";
import type { Origin, Rehearsal } from "../../../release/rehearsal.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";
import { folderOf } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";

/** A manifest that a check leaves out while it reads those next to it. */
export interface UnreadSibling {
  readonly place: JudgedOccurrence;
  /** How many next to it are read. */
  readonly read: number;
  /** Where the check reads the last one of them. */
  readonly origin: Origin;
}

/** Fewer manifests that are read are no family. */
const smallestFamily = 2;
const owed = new Set(["covered", "generated", "stale", "behind"]);

/** The manifests that the release owes the version, and that are the only ones of their folder which a check does not read. */
export function unreadSiblings({ before }: GuardedRelease, { occurrences }: AuditSoFar): UnreadSibling[] {
  const reads = new Map(
    before.looks.filter(({ how }) => how === "read").map(({ path, origin }) => [path, origin]),
  );
  const manifests = occurrences.filter(
    ({ kind, verdict, path }) => kind === "manifest-version" && owed.has(verdict) && folderOf(path) !== "",
  );
  const families = groupBy(manifests, ({ path }) => `${folderOf(folderOf(path))}\n${path.split("/").at(-1)}`);
  return [...families.values()].flatMap((family) => {
    const [place, ...others] = family.filter(({ path }) => !reads.has(path));
    const origins = family.flatMap(({ path }) => reads.get(path) ?? []);
    const origin = origins.at(-1);
    return place === undefined || others.length > 0 || origin === undefined || origins.length < smallestFamily
      ? []
      : [{ place, read: origins.length, origin }];
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

/**
 * The check of the repository's own that reads a place of the version and fails over what the release leaves, where it
 * reads nothing else that the release forgets: what it asks for is that the place is written. Null for none.
 */
export function guardAskingFor({ path }: JudgedOccurrence, audit: AuditSoFar): string | null {
  return guardByForgottenFile(audit).get(path) ?? null;
}

/** The first guard that fails over each file, where that is all that it reads of what is forgotten. */
const guardByForgottenFile = oncePer(({ occurrences, probes }: AuditSoFar): ReadonlyMap<string, string> => {
  const forgotten = new Set(
    occurrences.filter(({ verdict }) => verdict === "stale" || verdict === "behind").map(({ path }) => path),
  );
  const guards = new Map<string, string>();
  for (const { path: guard, rehearsal } of probes.guarded) {
    const read = new Set(rehearsal.looks.flatMap(({ how, path }) => (how === "read" ? [path] : [])));
    const [missed, ...others] = [...read].filter((path) => forgotten.has(path));
    if (
      rehearsal.outcome.ended === "failed" &&
      missed !== undefined &&
      others.length === 0 &&
      !guards.has(missed)
    )
      guards.set(missed, guard);
  }
  return guards;
});
