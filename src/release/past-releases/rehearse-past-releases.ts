import { isExtraneous, isPackageLock } from "../../inventory/lockfiles/package-lock.ts";
import { isUnderDevelopment } from "../../inventory/versions/compare.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import type { Bump } from "../bump.ts";
import type { Write } from "../rehearsal.ts";
import { historyOf } from "../released-versions.ts";
import { chooseReleases } from "./choose-releases.ts";
import { FilePlaces } from "./file-places.ts";
import { type LearnedPlace, learnPlaces } from "./learn-places.ts";
import type { Learned, LearnedPlaceFacts, LeftPlace, NamedRelease } from "./learned.ts";
import { writesOf } from "./learned-writes.ts";
import { newestSeen } from "./newest-seen.ts";
import type { PastRelease } from "./past-release.ts";
import { pathNow } from "./path-now.ts";
import { versionFromTag } from "./version-from-tag.ts";
import { type LearnedParts, learnParts } from "./version-parts.ts";

/** How many of the last releases say what the next one writes, and how many of them have to agree. */
const asked = 3;
const agreeing = 2;

/** What the next release would write if it did what the last ones did, and what the last one left. */
export function rehearsePastReleases(
  bump: Bump,
  repository: Repository,
  workspace: Workspace,
): { readonly writes: readonly Write[]; readonly learned: Learned } {
  const releases = chooseReleases(repository, workspace, bump.current);
  const candidates = learnPlaces(repository, releases);
  const last = releases.slice(0, asked);
  const files = new FilePlaces(repository);
  const held = heldNow(bump.current, [newestSeen(repository), last[0]?.to ?? null]);
  const places: LearnedPlaceFacts[] = [];
  const left: LeftPlace[] = [];
  for (const candidate of candidates) {
    const path = pathNow(candidate.key.path, repository);
    const writers = candidate.writers.filter((release) => last.includes(release)).length;
    const [newest] = candidate.writers;
    if (newest === undefined || path === null) continue;
    const leaver = leaverOf(candidate, releases);
    if (leaver === null && (writers >= agreeing || isFirstOf(candidate, last))) {
      const place = held
        .map((version) => files.find({ ...candidate.key, path }, version))
        .find((found) => found !== null);
      if (place === undefined) continue;
      const { span, form } = place;
      if (isPackageLock(path) && isExtraneous(files.text(path), span.end)) continue;
      const of = writers < agreeing ? writers : last.length;
      places.push({ path, span, form, writers, of, lastWriter: named(newest) });
    } else if (leaver !== null && candidate.writers.length >= agreeing) {
      const place = files.find({ ...candidate.key, path }, leaver.from);
      if (place === null) continue;
      const version = files.text(path).slice(place.span.start, place.span.end);
      const writtenBy = candidate.writers.length;
      left.push({ path, span: place.span, version, writers: writtenBy, lastWriter: named(newest) });
    }
  }
  places.push(...partPlaces(learnParts(repository, releases, bump.current), releases));
  const all = onceEach(byPlace(places));
  const writes = writesOf(all, repository, bump.target);
  // What only moves with a number before the last, such as `7.1.2` of 7.1.2-29, is left as it is by the next release.
  const inOrder = writes.some(({ before, after }) => before !== after) ? all : [];
  const because = inOrder.length > 0 ? null : tracelessBecause(candidates, left);
  const isTagged = because === "tags-alone" && historyOf(repository.git).latest !== null;
  const reader = isTagged ? versionFromTag(repository) : null;
  return {
    writes: inOrder.length > 0 ? writes : [],
    learned: {
      releases: releases.map(named),
      traceless: releases.length < agreeing && reader === null ? null : because,
      reader,
      places: inOrder,
      left: byPlace(left),
    },
  };
}

/** The versions in parts that the last releases wrote. */
function partPlaces(learned: readonly LearnedParts[], releases: readonly PastRelease[]): LearnedPlaceFacts[] {
  const last = releases.slice(0, asked);
  return learned.flatMap((candidate) => {
    const { path, parts } = candidate;
    const writers = candidate.writers.filter((release) => last.includes(release)).length;
    const [[newest], span] = [candidate.writers, parts.at(-1)];
    if (newest === undefined || span === undefined || leaverOf(candidate, releases) !== null) return [];
    if (writers < agreeing && !isFirstOf(candidate, last)) return [];
    const of = writers < agreeing ? writers : last.length;
    return [{ path, span, form: "numbers", parts, writers, of, lastWriter: named(newest) }];
  });
}

/** Why nothing of past releases is left in the tree, see `Learned`; `found` are the places that it has still. */
function tracelessBecause(
  candidates: readonly LearnedPlace[],
  found: readonly unknown[],
): Learned["traceless"] {
  if (candidates.every(({ writers }) => writers.length < agreeing)) return "tags-alone";
  return found.length === 0 ? "undone" : "left";
}

/** Current and, in a tree that is only on the way to it, such as `1.3.0-SNAPSHOT`, the last releases. */
function heldNow(current: string, released: readonly (string | null)[]): string[] {
  if (!isUnderDevelopment(current)) return [current];
  return [...new Set([current, ...released.filter((version) => version !== null)])];
}

/** What releases did with a place. */
type Fates = Pick<LearnedPlace, "writers" | "leavers">;

/** True for a place that came between the last two releases, so that only the newest one could write it, and did. */
function isFirstOf({ writers, leavers }: Fates, [newest, ...before]: readonly PastRelease[]): boolean {
  return before.length > 0 && writers.length === 1 && leavers.length === 0 && writers[0] === newest;
}

/** The oldest release that left the place while no later one wrote it; null where the last one that saw it wrote it. */
function leaverOf({ writers, leavers }: Fates, releases: readonly PastRelease[]): PastRelease | null {
  const lastWritten = releases.findIndex((release) => writers.includes(release));
  return releases.slice(0, lastWritten).findLast((release) => leavers.includes(release)) ?? null;
}

function named({ commit, to }: PastRelease): NamedRelease {
  return { commit: commit.slice(0, 9), version: to };
}

/** Of what is one place by two neighbours, a former and a present one, that which more releases wrote. */
function onceEach(places: readonly LearnedPlaceFacts[]): LearnedPlaceFacts[] {
  const most = new Map<string, LearnedPlaceFacts>();
  for (const place of places) {
    const name = `${place.span.start} ${place.path}`;
    const known = most.get(name);
    if (known === undefined || known.writers < place.writers) most.set(name, place);
  }
  return [...most.values()];
}

function byPlace<T extends { readonly path: string; readonly span: Span }>(places: readonly T[]): T[] {
  return places.toSorted((a, b) =>
    a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1,
  );
}
