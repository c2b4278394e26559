import type { Rehearsal } from "./rehearsal.ts";

/** The end of a version with what joins another number to it. */
const endOfAnother = /\d\.\d+[-+]$/;

/**
 * The files of the repository that a rehearsal gives the version of a train. A version that stands inside another one, as
 * in `1.3.0-1.2.9901.1`, was taken for something else.
 */
export function filesGivenVersion({ writes, trains, target }: Rehearsal): ReadonlySet<string> {
  const targets = [target, ...trains.map((train) => train.target)];
  return new Set(
    writes
      .filter(
        ({ before, after }) =>
          before !== null && typeof after === "string" && targets.some((each) => holdsWhole(after, each)),
      )
      .map(({ path }) => path),
  );
}

function holdsWhole(text: string, version: string): boolean {
  for (let at = text.indexOf(version); at !== -1; at = text.indexOf(version, at + 1))
    if (!endOfAnother.test(text.slice(Math.max(0, at - 40), at))) return true;
  return false;
}
