import type { Overlay } from "../../host/files/overlay.ts";
import { decodeUtf8 } from "../../host/files/text.ts";
import { isObject, type JsonObject } from "../json-file.ts";

/** A JSON object in a file, with its keys in their order. `path` is absolute and virtual. */
export interface NpmJson {
  readonly path: string;
  readonly style: JsonStyle;
  readonly value: JsonObject;
}

/** Both are empty for a text without a line break behind its first bracket. */
interface JsonStyle {
  readonly newline: string;
  readonly indent: string;
}

/** Null when there is no such file, or no object in it. A byte order mark is dropped. */
export function readNpmJson(overlay: Overlay, path: string): NpmJson | null {
  return overlay.kindOf(path) === "file" ? npmJson(path, decodeUtf8(overlay.read(path))) : null;
}

/** The same for a text; null for none, and for what is no object. */
export function npmJson(path: string, content: string | null): NpmJson | null {
  const text = content?.replace(/^\uFEFF/, "") ?? null;
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { path, style: styleOf(text), value } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * npm keeps the indentation and the line breaks before the first key, writes one line without an end where it sees none,
 * and drops `_id`: https://github.com/npm/json-parse-even-better-errors
 */
export function npmJsonText({ style, value }: NpmJson): string {
  const { _id, ...kept } = value;
  return `${JSON.stringify(kept, null, style.indent)}\n`.replaceAll("\n", style.newline);
}

function styleOf(text: string): JsonStyle {
  const [, newline = "", indent = ""] = /^\s*\{((?:\r?\n)+)(\s*)/.exec(text) ?? [];
  return { newline, indent };
}
