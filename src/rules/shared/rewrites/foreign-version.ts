import { manifestOfRow } from "../../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../../inventory/occurrence.ts";
import { withoutMark } from "../../../inventory/versions/development-mark.ts";
import type { Evidence } from "../../../judge/evidence.ts";
import { isPlaceholder } from "../../../judge/owner/manifest-owner.ts";
import { ownerOf } from "../../../judge/owner/owner.ts";
import { isOfTrain } from "../../../judge/owner/package-owner.ts";
import { initialVersions } from "../../../judge/owner/train.ts";
import { datedRecord } from "../../../judge/purpose/historical-document.ts";
import { purposeOf } from "../../../judge/purpose/purpose.ts";
import { isNextOf } from "../../../release/next-version.ts";

/** Why a version is none of the release's business. */
export interface Foreignness {
  /** One sentence without a full stop. */
  readonly because: string;
  /** True when the place itself names another subject; false when its surroundings make that likely. */
  readonly proved: boolean;
}

/**
 * Why a release should not have rewritten a place; null when it may. The release itself is evidence that a place is
 * ours, so a place that holds current is only taken from it when a name at the place says otherwise.
 */
export function foreignnessOf(occurrence: Occurrence, evidence: Evidence): Foreignness | null {
  const { kind, version } = occurrence;
  if ((kind !== "toolchain" && !version.includes(".")) || isPlaceholder(version)) return null;
  if (kind !== "toolchain" && isOnTheWay(version, evidence.train.current)) return null;
  if (occurrence.subject?.type === "image" && isNextOf(withoutVariant(version), evidence.train.current))
    return null;
  return (
    strangerOf(occurrence, evidence) ??
    (isAtCurrent(version, evidence) ? null : keptOnPurpose(occurrence, evidence))
  );
}

/** What has always the same mark behind the version of the train is at current, too, as has `1.2.0b1` in Python. */
function isAtCurrent(version: string, { train }: Evidence): boolean {
  const mark = version.startsWith(train.current) ? version.slice(train.current.length) : null;
  return mark !== null && /^(?:$|-|(?:a|b|rc)\d)/u.test(mark);
}

/** What the kind of the place says of a subject that is not ours. */
function strangerOf(occurrence: Occurrence, evidence: Evidence): Foreignness | null {
  switch (occurrence.kind) {
    case "toolchain":
      return { because: "this is the version of a toolchain", proved: true };
    case "manifest-version":
      return lineOfItsOwn(occurrence, evidence);
    case "dependency":
    case "lock-entry":
    case "image":
    case "snippet":
    case "url":
      return occurrence.subject === null
        ? unnamedStranger(occurrence, evidence)
        : namedStranger(occurrence, occurrence.subject.name, evidence);
    default:
      return unnamedStranger(occurrence, evidence);
  }
}

function lineOfItsOwn({ version }: Occurrence, evidence: Evidence): Foreignness | null {
  if (isOfTrain(version, evidence) || isAtCurrent(version, evidence) || initialVersions.has(version))
    return null;
  return { because: `the train never held ${version}, so it has a version line of its own`, proved: false };
}

/** A place that stands next to the name of what it is a version of. */
function namedStranger(occurrence: Occurrence, name: string, evidence: Evidence): Foreignness | null {
  const { kind, version } = occurrence;
  const { owner, because } = ownerOf(occurrence, evidence);
  if (owner === "train" || isOfNamelessPackage(occurrence, evidence)) return null;
  const isForeignBinding = (kind === "dependency" || kind === "lock-entry") && owner === "foreign";
  const isPrivateHere = owner === "foreign" && evidence.npmByName.has(name);
  if (isPrivateHere || (isAtCurrent(version, evidence) && !isForeignBinding)) return null;
  return {
    because,
    proved: kind === "dependency" || kind === "lock-entry" || !isOfTrain(version, evidence),
  };
}

function unnamedStranger(occurrence: Occurrence, evidence: Evidence): Foreignness | null {
  const { kind, subject, version } = occurrence;
  const { owner, because } = ownerOf(occurrence, evidence);
  if (owner === "train" || owner === "elsewhere" || isOfTrain(version, evidence)) return null;
  if (isAtCurrent(version, evidence)) return null;
  if (isOfNamelessPackage(occurrence, evidence)) return null;
  if (kind === "constant" || kind === "assignment")
    return namesAnother(subject?.name ?? "") ? { because, proved: true } : null;
  return { because, proved: false };
}

/** The version in the tag of an image, without the variant behind it: `1.2.3-alpine`. */
function withoutVariant(version: string): string {
  return version.replace(/-[a-z][\w.-]{0,60}$/u, "");
}

/** True for what is under development, whatever its stage: the current version itself, or what comes next. */
function isOnTheWay(version: string, current: string): boolean {
  const held = withoutMark(version);
  return held !== version && (held === withoutMark(current) || isNextOf(held, current));
}

/** npm calls a package without a name after its folder, and no manifest says whose version its own entry holds. */
function isOfNamelessPackage(occurrence: Occurrence, evidence: Evidence): boolean {
  const manifest = occurrence.kind === "lock-entry" ? manifestOfRow(occurrence) : null;
  if (manifest === null) return false;
  return evidence.repository.has(manifest) && !evidence.npmByManifest.has(manifest);
}

/** Words of an identifier that do not say what it is a version of. */
const generic = new Set(
  "alpha app beta current default dev full latest lib my new next package pkg product project rc release semver snapshot stable tag the ver version".split(
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
function keptOnPurpose(occurrence: Occurrence, evidence: Evidence): Foreignness | null {
  const { kind } = occurrence;
  const because = purposeOf(occurrence, evidence);
  if (because === null) return null;
  const isWritten = kind === "constant" || kind === "assignment" || kind === "dependency";
  return { because, proved: isWritten || datedRecord(occurrence.path) !== null };
}
