import { decodeText } from "../../repository/files/decode.ts";
import type { ChangedFiles, Repository } from "../../repository/repository.ts";
import { LineIndex } from "../../repository/text/location.ts";

/** A repository in which some files have another content. Nothing is written; what is not changed is read through. */
export function changedRepository(base: Repository, changes: ChangedFiles): Repository {
  const created = [...changes.keys()].filter((path) => !base.has(path) && changes.get(path) !== null);
  const kept = base.paths.filter((path) => changes.get(path) !== null);
  const paths = created.length === 0 ? kept : [...kept, ...created].sort((a, b) => (a < b ? -1 : 1));
  const known = new Set(paths);
  const texts = new Map<string, string | null>();
  const read = (path: string): string | null => {
    const change = changes.get(path);
    if (change === undefined || change === null) return base.read(path);
    if (typeof change === "string") return change;
    const text = texts.get(path) ?? textOf(change);
    texts.set(path, text);
    return text;
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
    changes: new Map([...(base.changes ?? []), ...changes]),
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
    forget: (path) => base.forget(path),
  };
}

function textOf(bytes: Uint8Array): string | null {
  return decodeText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))?.text ?? null;
}
