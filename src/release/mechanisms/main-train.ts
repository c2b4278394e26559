import type { Bump } from "../bump.ts";
import type { MovedTrain } from "../rehearsal.ts";

/** The one train of a release that gives the whole repository a version. */
export function mainTrain({ current, target }: Bump): MovedTrain {
  return { name: "", current, target, folders: [""], packages: [], tag: null };
}
