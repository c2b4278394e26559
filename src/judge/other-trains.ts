import { satisfies } from "semver";
import type { Occurrence } from "../inventory/occurrence.ts";
import { holdsCurrent, trainOfManifest } from "../release/trains.ts";
import type { Evidence } from "./evidence.ts";
import { isPlaceholder } from "./owner/manifest-owner.ts";
import { initialVersions } from "./owner/train.ts";

/**
 * What is true of the field of a manifest of a train beside the main one, which is held against the version of its own
 * train; null for every other place.
 */
export function otherTrain(
  { kind, version, path, subject }: Occurrence,
  { trains }: Evidence,
): { readonly verdict: "stale" | "independent"; readonly reason: string } | null {
  if (kind !== "manifest-version" || trains.length < 2 || isPlaceholder(version)) return null;
  const own = trainOfManifest({ path, name: subject?.name ?? null }, trains);
  if (own === null || own === trains[0]) return null;
  const because = `it is a manifest of ${own.name}, which is released at a version of its own`;
  if (!holdsCurrent(version, own) || initialVersions.has(version))
    return { verdict: "independent", reason: because };
  return { verdict: "stale", reason: `${because}, and nothing writes it` };
}

/**
 * True for a requirement of a package outside the main train that admits the version which the train gets: a release of
 * single packages leaves such a range as it is.
 */
export function isLeftToOthers({ kind, text, path }: Occurrence, { trains }: Evidence): boolean {
  const [main] = trains;
  if (kind !== "dependency" || main === undefined || main.packages.length === 0) return false;
  if (main.folders.includes("") || trainOfManifest({ path, name: null }, trains) === main) return false;
  return /^[\^~]/u.test(text) && satisfies(main.target, text, { includePrerelease: true });
}
