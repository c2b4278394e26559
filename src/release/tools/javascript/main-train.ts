import type { Repository } from "../../../repository/repository.ts";
import type { DeclaredTrain } from "../release-tool.ts";
import { jsonObject } from "./manifest.ts";

/**
 * The trains with the one in front that the repository is named after: the largest, or that of the package whose name is
 * the name of the root package or of the repository on its host.
 */
export function mainFirst(
  trains: readonly DeclaredTrain[],
  repository: Repository,
): readonly DeclaredTrain[] {
  const names = namesOf(repository);
  const rank = ({ packages }: DeclaredTrain) => {
    const named = packages.some((name) => names.has(plain(name)));
    return packages.length * 2 + (named ? 1 : 0);
  };
  return trains.toSorted((a, b) => rank(b) - rank(a));
}

/** The name by which a group of packages goes: that of the repository, else the first one without a scope. */
export function mainName(packages: readonly string[], repository: Repository): string {
  const names = namesOf(repository);
  const named = packages.find((name) => names.has(plain(name)));
  return named ?? packages.find((name) => !name.includes("/")) ?? packages[0] ?? "";
}

function namesOf(repository: Repository): ReadonlySet<string> {
  const manifest = repository.has("package.json") ? jsonObject(repository.read("package.json")) : null;
  const remote = repository.git?.remote ?? "";
  const hosted = (remote.split(/[/:]/u).at(-1) ?? "").replace(/\.git$/u, "");
  const own = manifest?.["name"];
  return new Set([typeof own === "string" ? plain(own) : "", plain(hosted)].filter((name) => name !== ""));
}

/** Without a scope, and without what roots and repositories add to the name. */
function plain(name: string): string {
  return name
    .replace(/^@[^/]+\//u, "")
    .replace(/[-_](?:monorepo|root|workspace|repo|project|js|ts)$/u, "")
    .toLowerCase();
}
