import type { Repository } from "../discover/repository.ts";
import { LineIndex } from "../parse/location.ts";

/** The new content of files by path; null for a file that is gone. */
export type ChangedFiles = ReadonlyMap<string, string | Uint8Array | null>;

/** A repository in which some files have another content. Nothing is written; what is not changed is read through. */
export function changedRepository(base: Repository, changes: ChangedFiles): Repository {
  const created = [...changes.keys()].filter((path) => !base.has(path) && changes.get(path) !== null);
  const kept = base.paths.filter((path) => changes.get(path) !== null);
  const paths = created.length === 0 ? kept : [...kept, ...created].sort((a, b) => (a < b ? -1 : 1));
  const known = new Set(paths);
  const read = (path: string): string | null => {
    const change = changes.get(path);
    if (change === undefined || change === null) return base.read(path);
    return typeof change === "string" ? change : null;
  };
  const indexes = new Map<string, LineIndex>();
  const lines = (path: string): LineIndex => {
    if (!changes.has(path)) return base.lines(path);
    const index = indexes.get(path) ?? new LineIndex(read(path) ?? "");
    indexes.set(path, index);
    return index;
  };
  return {
    root: base.root,
    paths,
    links: base.links,
    overlaid: new Set([...(base.overlaid ?? []), ...changes.keys()]),
    git: base.git,
    notes: base.notes,
    has: (path) => known.has(path),
    read,
    bytes(path) {
      const change = changes.get(path);
      if (change === undefined || change === null) return base.bytes(path);
      return typeof change === "string" ? new TextEncoder().encode(change) : change;
    },
    lines,
    locate: (path, span) => lines(path).locate(path, span),
    release: (path) => base.release(path),
  };
}
