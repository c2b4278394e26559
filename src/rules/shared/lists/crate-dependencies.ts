import type { AuditSoFar } from "../../../findings/audit.ts";
import { documentAt } from "../../../repository/documents/document-cache.ts";
import { dependencyAt } from "../../../repository/packages/cargo-dependency.ts";
import type { Crate } from "../../../repository/packages/workspace.ts";

/**
 * The names of the packages that a crate needs before it can be published: those of its dependencies and build
 * dependencies, optional ones too. Cargo leaves out dev-dependencies that are paths.
 */
export function crateDependencies({ manifest }: Crate, { repository, workspace }: AuditSoFar): Set<string> {
  const names = new Map<string, string>();
  for (const { path, value } of documentAt(repository, manifest)?.scalars ?? []) {
    const dependency = dependencyAt(path);
    if (dependency === null || dependency.entry.some((key) => /^dev[-_]dependencies$/.test(String(key))))
      continue;
    const known = names.get(dependency.key) ?? workspace.crateAliases.get(dependency.key) ?? dependency.key;
    names.set(dependency.key, dependency.field === "package" ? String(value) : known);
  }
  return new Set(names.values());
}
