import type { Repository } from "../../../../repository/repository.ts";

/** The package manager that the lockfile of the root speaks for. */
export function managerOf(repository: Repository): "npm" | "pnpm" | "yarn" | "bun" {
  if (repository.has("pnpm-lock.yaml")) return "pnpm";
  if (repository.has("yarn.lock")) return "yarn";
  return repository.has("bun.lock") || repository.has("bun.lockb") ? "bun" : "npm";
}
