import { npmManifest } from "../../inventory/ecosystems/npm-manifest.ts";
import { npmSpec } from "../../inventory/ecosystems/npm-spec.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import { documentAt } from "../../repository/documents/document-cache.ts";
import { dependencyName } from "../../repository/packages/npm-dependency.ts";
import { isInstalled } from "../../repository/packages/npm-workspaces.ts";
import type { Repository } from "../../repository/repository.ts";

/**
 * What the npm manifests of the repository ask for, those without a name too: the names under which they do, each with
 * the packages that are meant. These differ for an alias, `"core": "npm:@lumen/core@1.2.3"`.
 */
export const askedFor = oncePer((repository: Repository): ReadonlyMap<string, ReadonlySet<string>> => {
  const asked = new Map<string, Set<string>>();
  for (const path of repository.paths) {
    if (!npmManifest.matches(path) || isInstalled(path)) continue;
    for (const { path: keys, value } of documentAt(repository, path)?.scalars ?? []) {
      const name = typeof value === "string" ? dependencyName(keys) : null;
      if (name === null) continue;
      const meant = asked.get(name) ?? new Set<string>();
      asked.set(name, meant.add(npmSpec(name, String(value)).name));
    }
  }
  return asked;
});
