import semver from "semver";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { type BumpType, levelOf } from "./pending.ts";
import type { PackageRelease } from "./ranges.ts";
import type { ChangesetsSettings } from "./settings.ts";

/**
 * Brings the members of fixed and linked groups to one step and one version; true when anything changed. A fixed group is
 * released whole, of a linked one only what is released anyway.
 * https://github.com/changesets/changesets/blob/main/docs/fixed-packages.md and docs/linked-packages.md
 */
export function constrainGroups(
  releases: Map<string, PackageRelease>,
  packages: readonly Manifest[],
  { fixed, linked }: ChangesetsSettings,
  isSkipped: (manifest: Manifest) => boolean,
): boolean {
  const byName = new Map(packages.map((manifest) => [manifest.name, manifest]));
  const isVersioned = (name: string) => {
    const manifest = byName.get(name);
    return manifest !== undefined && !isSkipped(manifest);
  };
  let isChanged = false;
  const groups = [
    ...fixed.map((group) => ({ group, isWhole: true })),
    ...linked.map((group) => ({ group, isWhole: false })),
  ];
  for (const { group, isWhole } of groups) {
    const active = group.flatMap((name) => releases.get(name) ?? []).filter(({ type }) => type !== "none");
    if (active.length === 0) continue;
    const type = greatest(active.map((release) => release.type));
    const oldVersion = highestVersion(group.flatMap((name) => byName.get(name)?.version ?? []));
    for (const name of isWhole ? group.filter(isVersioned) : active.map((release) => release.name)) {
      const release = releases.get(name);
      if (release?.type === type && release.oldVersion === oldVersion) continue;
      isChanged = true;
      if (release === undefined) releases.set(name, { name, type, oldVersion, changesets: [] });
      else Object.assign(release, { type, oldVersion });
    }
  }
  return isChanged;
}

/** The highest of several versions; empty without any. */
export function highestVersion(versions: readonly string[]): string {
  return versions.filter((version) => semver.valid(version)).sort(semver.rcompare)[0] ?? "";
}

function greatest(types: readonly BumpType[]): BumpType {
  return types.reduce((a, b) => (levelOf(b) > levelOf(a) ? b : a), "none");
}
