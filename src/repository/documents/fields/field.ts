import type { Span } from "../../text/span.ts";
import type { Document, KeyPath } from "../document.ts";

/** A text file of which fields are read. */
export interface FieldSource {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The file in its own format. */
  document(): Document;
}

/** A value that stands in a file, whatever the syntax of the file is. */
export interface Field {
  /** Without quotes. */
  readonly value: string;
  /** Where `value` stands; empty for a value that only the path of the file gives. */
  readonly span: Span;
  /** The key path in a structured document; null elsewhere. */
  readonly keyPath: KeyPath | null;
  /** What the value stands in, from the root of the file: keys and indexes, or elements. Empty in plain text. */
  readonly scope: KeyPath;
  /** The numbers of a version that is written in parts (`MAJOR`, `MINOR`, `PATCH`); `value` joins them with dots. */
  readonly parts?: readonly Span[];
}

/** Where a field stands in a file. */
export type Place =
  /** A key path of JSON, TOML or YAML, joined with dots; `*` is any key or index. */
  | { readonly by: "key"; readonly path: string }
  /** An element or an attribute of XML: `project/version`, `widget@version`, `//dependency/version` anywhere. */
  | { readonly by: "element"; readonly path: string }
  /** The string behind a key of a property list. */
  | { readonly by: "plist"; readonly key: string }
  /** The value of a line `key = value` or `key: value`. */
  | { readonly by: "setting"; readonly key: string }
  /** The first group of every match of a pattern with the flags `d` and `g`. */
  | { readonly by: "pattern"; readonly pattern: RegExp }
  /** Numbers that the names `…MAJOR…`, `…MINOR…`, `…PATCH…` are given, in the syntax of a language. */
  | { readonly by: "components"; readonly syntax: "define" | "cmake" | "assignment" }
  /** Numbers in brackets that a name for a version is given: `version_info = (26, 1, 0)`. */
  | { readonly by: "tuple" }
  /** The last key of the path of another field, or what its components are called after. */
  | { readonly by: "own-key" }
  /** The name of the file up to its first dot. */
  | { readonly by: "stem" }
  /** The name of the nearest folder that is not called what folders of sources are called everywhere. */
  | { readonly by: "folder" };

export function key(path: string): Place {
  return { by: "key", path };
}

export function element(path: string): Place {
  return { by: "element", path };
}

export function plist(name: string): Place {
  return { by: "plist", key: name };
}

export function setting(name: string): Place {
  return { by: "setting", key: name };
}

/** @param pattern with the flags `d` and `g` */
export function pattern(pattern: RegExp): Place {
  return { by: "pattern", pattern };
}

export function components(syntax: "define" | "cmake" | "assignment"): Place {
  return { by: "components", syntax };
}

export const tuple: Place = { by: "tuple" };
export const ownKey: Place = { by: "own-key" };
export const stem: Place = { by: "stem" };
export const folder: Place = { by: "folder" };
