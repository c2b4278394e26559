import { posix } from "node:path";
import semver from "semver";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { dependentsOf } from "./dependents.ts";
import { constrainGroups } from "./groups.ts";
import { type BumpType, type Changeset, levelOf } from "./pending.ts";
import { nextPreNumbers, type PreState } from "./pre-state.ts";
import { type PackageRelease, rangesOf } from "./ranges.ts";
import type { ChangesetsSettings } from "./settings.ts";

/** Everything that a release of changesets is decided by. */
export interface Situation {
  /** The folder of the workspace. */
  readonly root: string;
  readonly packages: readonly Manifest[];
  readonly settings: ChangesetsSettings;
  readonly changesets: readonly Changeset[];
  readonly pre: PreState | null;
}

/** A package in the release, with the version at which changesets itself would arrive. */
export interface PlannedRelease extends Readonly<PackageRelease> {
  readonly newVersion: string;
}

/** True for a package that changesets never versions. */
export function isSkipped({ name, isPrivate, version }: Manifest, settings: ChangesetsSettings): boolean {
  return settings.ignored.has(name) || (isPrivate && !settings.versionsPrivate) || version === null;
}

/**
 * Which packages are released, by which kind of step, and where they arrive.
 * https://github.com/changesets/changesets/blob/main/packages/assemble-release-plan/src/index.ts
 */
export function planReleases(situation: Situation): readonly PlannedRelease[] {
  const { packages, settings, pre, root } = situation;
  const releases = namedReleases(situation);
  const numbers =
    pre === null ? null : nextPreNumbers(packages, settings, (manifest) => isSkipped(manifest, settings));
  const arrive = (release: PackageRelease): string => {
    if (release.type === "none") return release.oldVersion;
    const version = semver.inc(release.oldVersion, release.type) ?? release.oldVersion;
    return pre === null || pre.mode === "exit"
      ? version
      : `${version}-${pre.tag}.${numbers?.get(release.name) ?? 0}`;
  };
  const dependents = dependentsOf(packages, root, settings);
  let isSettled = false;
  while (!isSettled) {
    const added = addDependents(releases, dependents, arrive, situation);
    const constrained = constrainGroups(releases, packages, settings, (manifest) =>
      isSkipped(manifest, settings),
    );
    isSettled = !added && !constrained;
  }
  if (pre?.mode === "exit") releaseFromPre(releases, numbers ?? new Map(), situation);
  return [...releases.values()].map((release) => ({ ...release, newVersion: arrive(release) }));
}

/** What the changesets ask for themselves; of several steps for one package the greatest counts. */
function namedReleases({ packages, settings, changesets, pre }: Situation): Map<string, PackageRelease> {
  const used = new Set(pre === null || pre.mode === "exit" ? [] : pre.changesets);
  const releases = new Map<string, PackageRelease>();
  for (const { id, releases: named } of changesets.filter((changeset) => !used.has(changeset.id)))
    for (const { name, type } of named) {
      const manifest = packages.find((one) => one.name === name);
      if (manifest === undefined || isSkipped(manifest, settings)) continue;
      const known = releases.get(name);
      if (known === undefined)
        releases.set(name, { name, type, oldVersion: manifest.version ?? "", changesets: [id] });
      else {
        if (levelOf(type) > levelOf(known.type)) known.type = type;
        known.changesets.push(id);
      }
    }
  return releases;
}

/** Adds whoever requires a released package in a range that it leaves; true when anything was added or raised. */
function addDependents(
  releases: Map<string, PackageRelease>,
  dependents: ReadonlyMap<string, readonly string[]>,
  arrive: (release: PackageRelease) => string,
  { packages, settings, root }: Situation,
): boolean {
  const byName = new Map(packages.map((manifest) => [manifest.name, manifest]));
  const pending = [...releases.values()];
  let isChanged = false;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const required = byName.get(next.name);
    for (const name of required === undefined ? [] : (dependents.get(next.name) ?? [])) {
      const dependent = byName.get(name);
      if (required === undefined || dependent === undefined) continue;
      const known = releases.get(name);
      const folder = posix.relative(root, required.dir);
      const ranges = rangesOf(dependent, next, folder);
      const type = isSkipped(dependent, settings)
        ? "none"
        : stepOf(ranges, known, { next, version: arrive(next), settings });
      if (type === null || known?.type === type) continue;
      isChanged = true;
      if (known !== undefined && type === "major") {
        known.type = "major";
        pending.push(known);
        continue;
      }
      const added = { name, type, oldVersion: dependent.version ?? "", changesets: [] };
      releases.set(name, added);
      pending.push(added);
    }
  }
  return isChanged;
}

function stepOf(
  ranges: readonly { field: string; range: string }[],
  known: PackageRelease | undefined,
  {
    next,
    version,
    settings,
  }: { readonly next: PackageRelease; readonly version: string; readonly settings: ChangesetsSettings },
): BumpType | null {
  if (next.type === "none") return null;
  let type: BumpType | null = null;
  for (const { field, range } of ranges) {
    const isLeft = !semver.satisfies(version, range);
    const isGreat = next.type !== "patch" && field === "peerDependencies" && known?.type !== "major";
    if (isGreat && (!settings.peersOnlyOutOfRange || isLeft)) type = "major";
    else if ((known ?? { type: "none" }).type === "none" && (settings.alwaysUpdatesDependents || isLeft)) {
      if (field === "devDependencies") type ??= "none";
      else if (type !== "major") type = "patch";
    }
  }
  return type;
}

/** Whoever had a prerelease gets a release when the mode is left, with or without a changeset. */
function releaseFromPre(
  releases: Map<string, PackageRelease>,
  numbers: ReadonlyMap<string, number>,
  { packages, settings }: Situation,
): void {
  for (const manifest of packages) {
    const { name, version } = manifest;
    if (numbers.get(name) === 0) continue;
    const known = releases.get(name);
    if (known === undefined)
      releases.set(name, { name, type: "patch", oldVersion: version ?? "", changesets: [] });
    else if (known.type === "none" && !isSkipped(manifest, settings)) known.type = "patch";
  }
}
