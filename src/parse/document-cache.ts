import type { Repository } from "../discover/repository.ts";
import type { Document } from "./document.ts";
import { parseDocument } from "./parse-document.ts";

/** Parses each file at most once; null for a path that was not discovered or is not text. */
export function documentCache(repository: Repository): (path: string) => Document | null {
  const documents = new Map<string, Document>();
  return (path) => {
    const known = documents.get(path);
    if (known !== undefined) return known;
    const text = repository.has(path) ? repository.read(path) : null;
    if (text === null) return null;
    const document = parseDocument(path, text);
    documents.set(path, document);
    return document;
  };
}
