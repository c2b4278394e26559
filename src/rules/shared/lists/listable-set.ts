import type { List } from "../../../config/schema.ts";
import type { AuditSoFar } from "../../../findings/audit.ts";
import { documentAt } from "../../../repository/documents/document-cache.ts";
import type { Crate } from "../../../repository/packages/workspace.ts";
import type { Location } from "../../../repository/text/location.ts";
import type { Span } from "../../../repository/text/span.ts";

/** One thing that a list in source should name. */
export interface Listable {
  /** The name by which the list should call it. */
  readonly name: string;
  /** Another name of the same thing, by which the list must not call it; null when there is none. */
  readonly otherName: string | null;
  readonly location: Location;
}

/**
 * The set that a list should equal.
 * @param listed the names in the list, which tell which of several Cargo workspaces is meant
 */
export function listableSet(
  equals: List["equals"],
  listed: readonly string[],
  audit: AuditSoFar,
): Listable[] {
  switch (equals) {
    case "publishable-crates":
      return publishableCrates(listed, audit);
    case "pinned-workspace-dependencies":
      return pinnedDependencies(audit);
    case "publishable-packages":
      return audit.workspace.npm
        .filter((pkg) => pkg.member && !pkg.private && pkg.version !== null)
        .map(({ name, manifest }) => listable(name, null, { manifest, before: `"name"\\s*:\\s*"`, audit }));
  }
}

function publishableCrates(listed: readonly string[], audit: AuditSoFar): Listable[] {
  const { crates, crateAliases } = audit.workspace;
  const keys = new Map([...crateAliases].map(([key, name]) => [name, key]));
  const workspace = workspaceOf(crates.filter((crate) => listed.includes(crate.name)));
  return crates
    .filter((crate) => crate.publish && crate.workspace !== null && crate.workspace === workspace)
    .map(({ name, manifest }) =>
      listable(name, keys.get(name) ?? null, { manifest, before: `name\\s*=\\s*"`, audit }),
    );
}

/** The Cargo workspace of most of the crates. */
function workspaceOf(crates: readonly Crate[]): string | null {
  const counts = new Map<string, number>();
  for (const { workspace } of crates)
    if (workspace !== null) counts.set(workspace, (counts.get(workspace) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function listable(
  name: string,
  otherName: string | null,
  {
    manifest,
    before,
    audit: { repository },
  }: { readonly manifest: string; readonly before: string; readonly audit: AuditSoFar },
): Listable {
  const match = new RegExp(`^[ \\t]*${before}`, "m").exec(repository.read(manifest) ?? "");
  const start = match === null ? 0 : match.index + match[0].length;
  const span: Span = { start, end: match === null ? 0 : start + name.length };
  return { name, otherName, location: repository.locate(manifest, span) };
}

/** The entries of `[workspace.dependencies]` that pin a crate of the repository to one version with `=`. */
function pinnedDependencies({ repository, workspace }: AuditSoFar): Listable[] {
  const manifests = new Set(workspace.crates.flatMap((crate) => crate.workspace ?? []));
  return [...manifests].flatMap((manifest) => {
    const scalars = documentAt(repository, manifest)?.scalars ?? [];
    const fields = scalars.filter(
      ({ path }) => path[0] === "workspace" && path[1] === "dependencies" && path.length === 4,
    );
    const local = new Set(fields.filter(({ path }) => path[3] === "path").map(({ path }) => path[2]));
    return fields.flatMap(({ path: [, , key, field], value, content }) => {
      if (field !== "version" || !local.has(key) || !String(value).startsWith("=")) return [];
      const name = String(key);
      return [
        {
          name,
          otherName: workspace.crateAliases.get(name) ?? null,
          location: repository.locate(manifest, content),
        },
      ];
    });
  });
}
