import { manifestOfRow } from "../../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../../inventory/occurrence.ts";
import type { Evidence } from "../../../judge/evidence.ts";
import { isPlaceholder } from "../../../judge/owner/manifest-owner.ts";
import { ownerOf } from "../../../judge/owner/owner.ts";
import { isOfTrain } from "../../../judge/owner/package-owner.ts";
import { initialVersions } from "../../../judge/owner/train.ts";
import { datedRecord } from "../../../judge/purpose/historical-document.ts";
import { purposeOf } from "../../../judge/purpose/purpose.ts";

/** Why a rewritten version is none of the release's business. */
export interface OverReach {
  /** One sentence without a full stop. */
  readonly because: string;
  /** True when the place itself names another subject; false when its surroundings make that likely. */
  readonly proved: boolean;
}

/**
 * Why a release should not have rewritten a place; null when it may. The release itself is evidence that a place is
 * ours, so a place that holds current is only taken from it when a name at the place says otherwise.
 */
export function overReachOf(occurrence: Occurrence, evidence: Evidence): OverReach | null {
  const { kind, version } = occurrence;
  if ((kind !== "toolchain" && !version.includes(".")) || isPlaceholder(version)) return null;
  return (
    strangerOf(occurrence, evidence) ??
    (isAtCurrent(version, evidence) ? null : keptOnPurpose(occurrence, kind, evidence))
  );
}

function isAtCurrent(version: string, { train }: Evidence): boolean {
  return version === train.current;
}

/** Kinds that stand next to the name of what they are a version of. */
const named = new Set<Occurrence["kind"]>(["dependency", "lock-entry", "image", "snippet", "url"]);

function strangerOf(occurrence: Occurrence, evidence: Evidence): OverReach | null {
  const { kind, subject, version } = occurrence;
  if (isOfNamelessPackage(occurrence, evidence)) return null;
  if (kind === "toolchain") return { because: "this is the version of a toolchain", proved: true };
  if (kind === "manifest-version" && !isOfTrain(version, evidence) && !initialVersions.has(version))
    return { because: `the train never held ${version}, so it has a version line of its own`, proved: false };
  const ownership = ownerOf(occurrence, evidence);
  if (ownership.owner === "train") return null;
  const { because } = ownership;
  if (named.has(kind) && subject !== null) {
    const isBinding = kind === "dependency" || kind === "lock-entry";
    const isPrivateHere = ownership.owner === "foreign" && evidence.npmByName.has(subject.name);
    if (isPrivateHere || (isAtCurrent(version, evidence) && !(isBinding && ownership.owner === "foreign")))
      return null;
    return { because, proved: isBinding || !isOfTrain(version, evidence) };
  }
  if (isOfTrain(version, evidence) || ownership.owner === "elsewhere") return null;
  if (kind === "constant" || kind === "assignment")
    return namesAnother(subject?.name ?? "") ? { because, proved: true } : null;
  if (kind === "manifest-version") return null;
  return { because, proved: false };
}

/** npm calls a package without a name after its folder, and no manifest says whose version its own entry holds. */
function isOfNamelessPackage(occurrence: Occurrence, evidence: Evidence): boolean {
  const manifest = occurrence.kind === "lock-entry" ? manifestOfRow(occurrence) : null;
  if (manifest === null) return false;
  return evidence.repository.has(manifest) && !evidence.npmByManifest.has(manifest);
}

/** Words of an identifier that do not say what it is a version of. */
const generic = new Set(
  "app current default full latest lib my new next package pkg product project release semver tag the ver version".split(
    " ",
  ),
);

function namesAnother(identifier: string): boolean {
  const words = identifier
    .replace(/([a-z0-9])([A-Z])/gu, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/u);
  return words.some((word) => word.length > 1 && !generic.has(word));
}

/** A former release that a place names on purpose. */
function keptOnPurpose(
  occurrence: Occurrence,
  kind: Occurrence["kind"],
  evidence: Evidence,
): OverReach | null {
  const because = purposeOf(occurrence, evidence);
  if (because === null) return null;
  const isWritten = kind === "constant" || kind === "assignment" || kind === "dependency";
  return { because, proved: isWritten || datedRecord(occurrence.path) !== null };
}
