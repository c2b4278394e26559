import type { Repository } from "../repository.ts";
import type { Document } from "./document.ts";
import { parseDocument } from "./parse-document.ts";

/** Manifests are read by the workspace, by the inventory and by several rules. */
const documentsOf = new WeakMap<Repository, Map<string, Document>>();

/** A file in its own format, parsed at most once; null for a path that was not discovered or is not text. */
export function documentAt(repository: Repository, path: string): Document | null {
  const known = knownDocument(repository, path);
  if (known !== null) return known;
  const text = repository.has(path) ? repository.read(path) : null;
  if (text === null) return null;
  const document = parseDocument(path, text);
  const documents = documentsOf.get(repository) ?? new Map<string, Document>();
  documentsOf.set(repository, documents.set(path, document));
  return document;
}

/** The same for a file that `documentAt` has parsed before; null for any other. */
export function knownDocument(repository: Repository, path: string): Document | null {
  return documentsOf.get(repository)?.get(path) ?? null;
}

/** `documentAt` for one repository. */
export function documentCache(repository: Repository): (path: string) => Document | null {
  return (path) => documentAt(repository, path);
}
