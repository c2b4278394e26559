import { boundedGlob } from "../../../repository/files/bounded-glob.ts";
import { isWithin } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { changedSinceTag } from "../shared/javascript/changed-since.ts";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { localRequirements } from "./local-requirements.ts";
import type { LernaSettings } from "./settings.ts";

/** The packages of the next release, and which tag they were compared with. */
export interface Updates {
  readonly packages: readonly Manifest[];
  /** Null where every package counts: forced, without a tag, or since nothing changed at all. */
  readonly tag: string | null;
}

/**
 * What lerna releases: the packages that changed since the last tag, and whoever requires them.
 * https://github.com/lerna/lerna/blob/main/libs/core/src/lib/collect-updates/collect-project-updates.ts
 */
export function collectUpdates(repository: Repository, settings: LernaSettings): Updates {
  const { packages, forced, version, includesPrivate } = settings;
  const wanted = (manifest: Manifest) => includesPrivate || !manifest.isPrivate;
  const all = { packages: packages.filter(wanted), tag: null };
  const match = version === null ? `*${settings.tagSeparator}*` : null;
  const changed = forced.includes("*") ? null : changedSinceTag(repository, match);
  if (changed === null) return all;
  const paths = changed.paths.filter(notIgnored(settings.ignoredChanges));
  const named = packages.filter(
    ({ name, dir }) => forced.includes(name) || paths.some((path) => isWithin(path, dir)),
  );
  const updates = settings.withDependents ? withDependents(named, packages) : named;
  return updates.length === 0 ? all : { packages: updates.filter(wanted), tag: changed.tag };
}

/** Globs without a slash are matched against the name of the file alone. */
function notIgnored(globs: readonly string[]): (path: string) => boolean {
  const ignored = globs.map((glob) => {
    const matches = boundedGlob(glob, { dot: true });
    return glob.includes("/") ? matches : (path: string) => matches(path.slice(path.lastIndexOf("/") + 1));
  });
  return (path) => !ignored.some((matches) => matches(path));
}

/** In the order of all packages. */
function withDependents(named: readonly Manifest[], packages: readonly Manifest[]): readonly Manifest[] {
  const requires = new Map(
    packages.map((manifest) => [manifest, localRequirements(manifest, packages).map(({ name }) => name)]),
  );
  const names = new Set(named.map(({ name }) => name));
  let count = -1;
  while (count !== names.size) {
    count = names.size;
    for (const [{ name }, required] of requires) if (required.some((one) => names.has(one))) names.add(name);
  }
  return packages.filter(({ name }) => names.has(name));
}
