import type { Document } from "../../../src/repository/documents/document.ts";

/** Every value of a document with its key path and its content as written, for a test to read at a glance. */
export function written(text: string, document: Document): [path: string, value: unknown, content: string][] {
  return document.scalars.map(({ path, value, content }) => [
    path.join("."),
    value,
    text.slice(content.start, content.end),
  ]);
}

/** Every value as written with its quotes. */
export function spans(text: string, document: Document): string[] {
  return document.scalars.map(({ span }) => text.slice(span.start, span.end));
}
