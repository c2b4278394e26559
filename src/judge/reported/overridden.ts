import type { Occurrence } from "../../inventory/occurrence.ts";
import { documentAt } from "../../repository/documents/document-cache.ts";
import type { Evidence } from "../evidence.ts";

/**
 * True for a requirement of Dart that the overrides of its own file replace, whatever it asks for:
 * https://dart.dev/tools/pub/dependencies#dependency-overrides
 */
export function isOverridden({ kind, subject, path }: Occurrence, { repository }: Evidence): boolean {
  if (kind !== "dependency" || subject?.type !== "pub") return false;
  const scalars = documentAt(repository, path)?.scalars ?? [];
  return scalars.some(({ path: [table, name] }) => table === "dependency_overrides" && name === subject.name);
}
