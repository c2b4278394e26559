import { compareVersions, isVersion } from "../inventory/versions/compare.ts";
import type { Note } from "../repository/repository.ts";
import type { ReleaseFacts } from "./audit.ts";

/** That somebody chose a target which is no step forward, or which the release holds already. */
export function targetNotes(release: Pick<ReleaseFacts, "current" | "target">): Note[] {
  const { current, target } = release;
  if (!isVersion(target) || !isVersion(current) || compareVersions(target, current) > 0) return [];
  const relation =
    target === current ? "is what the release holds already" : `is below ${current}, which it holds now`;
  return [{ path: null, message: `the version ${target} of --to ${relation}` }];
}
