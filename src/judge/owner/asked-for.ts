import type { Repository } from "../discover/repository.ts";
import { npmManifest } from "../occurrences/npm-manifest.ts";
import { npmSpec } from "../occurrences/npm-spec.ts";
import { oncePer } from "../once-per.ts";
import { documentAt } from "../parse/document-cache.ts";
import { dependencyName } from "../workspace/npm-dependency.ts";
import { isInstalled } from "../workspace/npm-workspaces.ts";

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
