import { folderOf } from "../../packages/path.ts";
import type { KeyPath, Scalar } from "../document.ts";
import { componentFields } from "./component-fields.ts";
import { elementFields } from "./element-fields.ts";
import type { Field, FieldSource, Place } from "./field.ts";
import { patternFields } from "./pattern-fields.ts";
import { plistFields } from "./plist-fields.ts";
import { settingFields } from "./setting-fields.ts";
import { tupleFields } from "./tuple-fields.ts";

/** Every field at a place of a file, in the order of the text. What only a path gives is one field with an empty span. */
export function readFields(source: FieldSource, place: Place): readonly Field[] {
  switch (place.by) {
    case "key":
      return keyFields(source, place.path.split("."));
    case "element":
      return elementFields(source.text, place.path);
    case "plist":
      return plistFields(source.text, place.key);
    case "setting":
      return settingFields(source.text, place.key);
    case "pattern":
      return patternFields(source.text, place.pattern);
    case "components":
      return componentFields(source.text, place.syntax);
    case "tuple":
      return tupleFields(source.text);
    case "stem":
      return named(stemOf(source.path));
    case "folder":
      return named(folderName(source.path));
    case "own-key":
      return [];
  }
}

/** The name of a field: the nearest that one of the places gives, the first place that has any; null when none has. */
export function nameOf(source: FieldSource, field: Field, places: readonly Place[]): string | null {
  for (const place of places) {
    const found =
      place.by === "own-key" ? named(String(field.scope.at(-1) ?? "")) : readFields(source, place);
    const name = nearest(field, found)?.value.trim() ?? "";
    if (name !== "") return name;
  }
  return null;
}

/** The one that shares most of what the field stands in; in plain text the last before it, else the first after it. */
function nearest(field: Field, found: readonly Field[]): Field | undefined {
  const ranked = found
    .map((candidate) => ({ candidate, shared: sharedLength(field.scope, candidate.scope) }))
    .sort((a, b) => b.shared - a.shared);
  const most = ranked[0]?.shared ?? 0;
  const close = ranked.filter(({ shared }) => shared === most).map(({ candidate }) => candidate);
  return close.findLast(({ span }) => span.start <= field.span.start) ?? close[0];
}

function sharedLength(a: KeyPath, b: KeyPath): number {
  const differs = a.findIndex((step, at) => step !== b[at]);
  return differs === -1 ? a.length : differs;
}

function keyFields(source: FieldSource, steps: readonly string[]): Field[] {
  return source
    .document()
    .scalars.filter(({ path, value }) => isAt(path, steps) && value !== null && value !== "")
    .map((scalar) => keyField(source.text, scalar));
}

/** The value as it is written: `1.10` of YAML is no number. */
function keyField(text: string, { path, content }: Scalar): Field {
  return {
    value: text.slice(content.start, content.end),
    span: content,
    keyPath: path,
    scope: path,
  };
}

function isAt(path: KeyPath, steps: readonly string[]): boolean {
  return path.length === steps.length && steps.every((step, at) => step === "*" || step === String(path[at]));
}

function named(value: string): Field[] {
  return value === "" ? [] : [{ value, span: { start: 0, end: 0 }, keyPath: null, scope: [] }];
}

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.indexOf(".", 1);
  return dot === -1 ? name : name.slice(0, dot);
}

/** What folders of sources are called in every repository. */
const common = new Set(
  (
    "src lib libs include includes app apps main source sources core internal pkg packages cmd dist build docs doc " +
    "ios android macos windows linux web java kotlin python ruby scripts project version config resources"
  ).split(" "),
);

function folderName(path: string): string {
  const folders = folderOf(path).split("/");
  return folders.findLast((name) => name !== "" && !common.has(name.toLowerCase())) ?? "";
}
