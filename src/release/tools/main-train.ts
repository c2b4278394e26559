import { groupBy } from "../../repository/collections/group-by.ts";
import { addressIn } from "../../repository/git/address.ts";
import type { Repository } from "../../repository/repository.ts";
import type { DeclaredTrain } from "./release-tool.ts";
import { jsonObject } from "./shared/javascript/manifest.ts";

/**
 * The trains with the one in front that the repository is named after: that of the package whose name is the name of the
 * root package or of the repository on its host, else the largest, of which those come first that stand where most of the
 * trains do. What was never released gives nothing its name.
 */
export function mainFirst<T extends DeclaredTrain>(
  trains: readonly T[],
  repository: Repository,
): readonly T[] {
  const isNamed = namedAfter(repository);
  const rank = (train: DeclaredTrain) => (isNamed(train) ? Number.POSITIVE_INFINITY : train.packages.length);
  const alike = groupBy(trains, ({ current }) => current);
  const company = ({ current }: DeclaredTrain) => alike.get(current)?.length ?? 0;
  return trains.toSorted((a, b) => (rank(a) === rank(b) ? company(b) - company(a) : rank(b) - rank(a)));
}

/** Tells whether a train that was released holds the package which the root package or the repository is named after. */
export function namedAfter(repository: Repository): (train: DeclaredTrain) => boolean {
  const names = namesOf(repository);
  return ({ packages, current }) => current !== "0.0.0" && packages.some((name) => names.has(plain(name)));
}

/** The name by which a group of packages goes: that of the repository, else the first one without a scope. */
export function mainName(packages: readonly string[], repository: Repository): string {
  const names = namesOf(repository);
  const named = packages.find((name) => names.has(plain(name)));
  return named ?? packages.find((name) => !name.includes("/")) ?? packages[0] ?? "";
}

function namesOf(repository: Repository): ReadonlySet<string> {
  const manifest = repository.has("package.json") ? jsonObject(repository.read("package.json")) : null;
  const hosted = addressIn(repository.git?.remote ?? null)?.name ?? "";
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
