import type { Occurrence } from "../inventory/occurrence.ts";
import { rangeAdmits } from "../inventory/versions/range.ts";
import { holdsCurrent, trainOfManifest } from "../release/trains.ts";
import type { Evidence } from "./evidence.ts";
import { isPlaceholder } from "./owner/manifest-owner.ts";
import { initialVersions } from "./owner/train.ts";

/** What is true of a place that is held against the version of a train beside the main one. */
interface HeldElsewhere {
  readonly verdict: "stale" | "independent";
  readonly reason: string;
}

/**
 * What is true of the field of a manifest of a train beside the main one; null for every other place. It is stale where
 * the train moves away from what it holds.
 */
export function otherTrain(
  { kind, version, path, subject }: Occurrence,
  { trains, resting }: Evidence,
): HeldElsewhere | null {
  if (kind !== "manifest-version" || isPlaceholder(version)) return null;
  const place = { path, name: subject?.name ?? null };
  const own = trainOfManifest(place, [...trains, ...resting]);
  if (own === null || own === trains[0]) return null;
  const because = `it is a manifest of ${own.name}, which is released at a version of its own`;
  if (trainOfManifest(place, trains) === null)
    return { verdict: "independent", reason: `${because}, and not this time` };
  if (!holdsCurrent(version, own) || initialVersions.has(version))
    return { verdict: "independent", reason: because };
  return { verdict: "stale", reason: `${because}, and nothing writes it` };
}

/**
 * Why a row of a lockfile or an install command is left behind by the train beside the main one whose package it names;
 * null for every other place.
 */
export function leftByOtherTrain(
  { kind, version, subject }: Occurrence,
  { trains }: Evidence,
): string | null {
  if ((kind !== "lock-entry" && kind !== "snippet") || subject === null) return null;
  const own = trains.slice(1).find(({ packages }) => packages.includes(subject.name));
  if (own === undefined || !holdsCurrent(version, own)) return null;
  return `${own.name} is released at a version of its own, which moves on, and nothing writes this place`;
}

/** True for a train of everything below the root; beside others the one of the root is that of the package there. */
function isWhole({ folders }: Evidence["trains"][number], trains: Evidence["trains"]): boolean {
  return trains.length === 1 && folders.includes("");
}

/**
 * True for a requirement of a package outside the main train that admits the version which the train gets: a release of
 * single packages leaves such a range as it is.
 */
export function isLeftToOthers({ kind, text, path, subject }: Occurrence, { trains }: Evidence): boolean {
  const [main] = trains;
  if (kind !== "dependency" || main === undefined || main.packages.length === 0) return false;
  if (isWhole(main, trains) || trainOfManifest({ path, name: null }, trains) === main) return false;
  return rangeAdmits(text, subject?.type ?? null, main.target);
}
