import type { Rehearsal } from "./rehearsal.ts";
import { sentinelFor } from "./target.ts";

/** The step that a release makes with the main train of a repository. */
export interface Bump {
  /** The version that the train holds now, as its places write it. */
  readonly current: string;
  /** The version that it gets. */
  readonly target: string;
}

/**
 * The first stage, before any file is read: a bump to a sentinel that hardly any repository holds, so that the release
 * can be rehearsed while the inventory is taken.
 */
export function presumeBump(current: string): Bump {
  return { current, target: sentinelFor(current, () => false) };
}

/** The second stage, with the inventory: the same bump, or one to a sentinel that is none of its versions. */
export function settleBump(presumed: Bump, versions: ReadonlySet<string>): Bump {
  const { current, target } = presumed;
  if (!versions.has(target)) return presumed;
  return { current, target: sentinelFor(current, (candidate) => versions.has(candidate)) };
}

/** The third stage, with the rehearsals: the same bump, or the one that a release makes which is told no version. */
export function arrivedBump(asked: Bump, rehearsals: readonly Rehearsal[]): Bump {
  const arrived = rehearsals.find(({ target }) => target !== asked.target);
  return arrived === undefined ? asked : { ...asked, target: arrived.target };
}
