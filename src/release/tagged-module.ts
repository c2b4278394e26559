import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import type { DefinedPackage } from "../repository/packages/workspace.ts";
import type { GitFacts, Repository } from "../repository/repository.ts";
import { latestOf } from "./released-versions.ts";
import { tagName } from "./tag-name.ts";

/**
 * The newest version that the tags of a Go module below the root name, `api/v1.2.3`; null for what has none:
 * https://go.dev/ref/mod#vcs-version
 */
export function taggedModule({ type, dir }: DefinedPackage, { git }: Repository): string | null {
  if (type !== "go" || dir === "" || git === null) return null;
  return newestOfModules(git).get(`${dir}/`) ?? null;
}

const newestOfModules = oncePer(({ tags }: GitFacts): ReadonlyMap<string, string> => {
  const names = tags.flatMap((tag) => tagName(tag) ?? []).filter(({ prefix }) => prefix.endsWith("/"));
  const families = groupBy(names, ({ prefix }) => prefix);
  return new Map(
    [...families].flatMap(([prefix, those]) => {
      const newest = latestOf(new Set(those.map(({ version }) => version)));
      return newest === null ? [] : [[prefix, newest]];
    }),
  );
});
