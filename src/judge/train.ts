import semver from "semver";
import type { Occurrence } from "../occurrences/occurrence.ts";
import type { NpmPackage, Workspace } from "../workspace/workspace.ts";
import type { History } from "./history.ts";

/** The set of subjects that are released together, seen from what the bump itself covers. */
export interface Train {
  /** The version that the train holds now. */
  readonly current: string;
  /** Names of npm packages of which a manifest is written by the release, or holds what such a manifest would. */
  readonly npm: ReadonlySet<string>;
  /** Names of crates whose version the release writes, in their own manifest or in the workspace they inherit from. */
  readonly crates: ReadonlySet<string>;
  /** The manifests that the release writes, sorted. */
  readonly manifests: readonly string[];
  readonly history: History;
}

/** Current is the version that most of the covered manifest fields hold; null when the release covers none. */
export function coveredCurrent(covered: readonly Occurrence[]): string | null {
  const counts = new Map<string, number>();
  for (const { kind, version } of covered)
    if (kind === "manifest-version") counts.set(version, (counts.get(version) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || semver.rcompare(a, b));
  return ranked[0]?.[0] ?? null;
}

/** Finds the members of the train; `covered` are the occurrences that the rehearsals rewrite. */
export function trainOf(
  covered: readonly Occurrence[],
  current: string,
  workspace: Workspace,
  history: History,
): Train {
  const written = new Set(covered.filter(({ kind }) => kind === "manifest-version").map(({ path }) => path));
  const npm = new Set(workspace.npm.filter((pkg) => written.has(pkg.manifest)).map((pkg) => pkg.name));
  for (const pkg of workspace.npm) if (joinsTrain(pkg, current, written, history)) npm.add(pkg.name);
  const crates = workspace.crates
    .filter(
      (crate) => written.has(crate.manifest) || crate.version === current || inheritsWritten(crate, written),
    )
    .map((crate) => crate.name);
  return { current, npm, crates: new Set(crates), manifests: [...written].sort(), history };
}

function inheritsWritten(
  crate: { inherits: boolean; workspace: string | null },
  written: ReadonlySet<string>,
): boolean {
  return crate.inherits && crate.workspace !== null && written.has(crate.workspace);
}

/**
 * A manifest that the release does not write belongs to the train when it holds what the train holds, or held it once:
 * a public package at a former release, or a private one among siblings of which most are written.
 */
function joinsTrain(
  pkg: NpmPackage,
  current: string,
  written: ReadonlySet<string>,
  history: History,
): boolean {
  if (pkg.version === null || pkg.version === "0.0.0") return false;
  if (pkg.version === current) return true;
  if (!isFormer(pkg.version, current, history)) return false;
  if (!pkg.private) return true;
  const family = familyOf(pkg.dir);
  const siblings = [...written].filter((path) => familyOf(path.slice(0, path.lastIndexOf("/"))) === family);
  return siblings.length >= 2;
}

/** The folder that holds a package and its siblings; null at the top, where nothing is a family. */
function familyOf(dir: string): string | null {
  const at = dir.lastIndexOf("/");
  return at === -1 ? null : dir.slice(0, at);
}

/**
 * True for a version that the train held before: older than current, and tagged where there are release tags. Without
 * tags the same major must do.
 */
export function isFormer(version: string, current: string, history: History): boolean {
  if (semver.valid(version) === null || !semver.lt(version, current)) return false;
  if (history.released.size > 0) return history.released.has(version);
  return semver.major(version) === semver.major(current);
}
