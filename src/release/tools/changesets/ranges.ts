import { posix } from "node:path";
import semver from "semver";
import { type Manifest, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import { type BumpType, levelOf } from "./pending.ts";
import type { ChangesetsSettings } from "./settings.ts";

/** A package as its release changes it. */
export interface PackageRelease {
  readonly name: string;
  type: BumpType;
  oldVersion: string;
  /** Changesets that name it. */
  readonly changesets: string[];
}

/** The ranges in which a package requires another one, as they are resolved in a workspace. */
export function rangesOf(
  dependent: Manifest,
  { name, oldVersion }: PackageRelease,
  folder: string,
): readonly { readonly field: string; readonly range: string }[] {
  return requirementFields.flatMap((field) => {
    const written = requirementsIn(dependent.content, field).get(name);
    if (written === undefined || written === "") return [];
    if (!written.startsWith("workspace:")) return [{ field, range: written }];
    const range = written.slice("workspace:".length);
    if (range === "*") return [{ field, range: oldVersion }];
    if (range === "^" || range === "~") return [{ field, range: `${range}${oldVersion}` }];
    if (semver.validRange(range) !== null) return [{ field, range }];
    return posix.normalize(range) === folder ? [{ field, range: oldVersion }] : [];
  });
}

/**
 * Whether a requirement is rewritten.
 * https://github.com/changesets/changesets/blob/main/packages/apply-release-plan/src/utils.ts
 * @param folder of the required package, relative to the root of the workspace
 */
export function movesRange(
  written: string,
  field: string,
  release: { version: string; oldVersion: string; type: BumpType; folder: string },
  settings: ChangesetsSettings,
): boolean {
  let range = written;
  if (written.startsWith("workspace:")) {
    range = written.slice("workspace:".length);
    if (range === "*") return true;
    if (range === "^" || range === "~") range = `${range}${release.oldVersion}`;
    else if (semver.validRange(range) === null) return posix.normalize(range) === release.folder;
  }
  if (!semver.satisfies(release.version, range)) return true;
  if (field === "peerDependencies") return !settings.peersOnlyOutOfRange;
  return levelOf(release.type) >= levelOf(settings.updateInternalDependencies);
}

/**
 * The requirement as changesets writes it; null where it leaves it as it is.
 * https://github.com/changesets/changesets/blob/main/packages/apply-release-plan/src/version-package.ts
 * @param version what the release decides by
 * @param given what is written, in its place
 */
export function movedRange(
  written: string,
  version: string,
  given: string,
  settings: ChangesetsSettings,
): string | null {
  if (/^(?:file|link):/u.test(written)) return null;
  const isLinked = written.startsWith("workspace:");
  const range = isLinked ? written.slice("workspace:".length) : written;
  if (!isLinked && settings.workspaceProtocolOnly) return null;
  if (/^[*^~]$/u.test(range) && isLinked) return null;
  if (semver.validRange(range) === null) return null;
  // Any version satisfies an empty range, and it stays unless the version is a prerelease.
  if (new semver.Range(range).range === "" && semver.prerelease(version) === null) return null;
  return `${isLinked ? "workspace:" : ""}${operatorOf(range)}${given}`;
}

function operatorOf(range: string): string {
  return /^(?:\^|~|>=|<=|>)/u.exec(range)?.[0] ?? "";
}
