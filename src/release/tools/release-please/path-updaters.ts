import { stringify } from "yaml";
import type { KeyPath } from "../../../repository/documents/document.ts";
import { parseToml } from "../../../repository/documents/parse-toml.ts";
import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { parseYamlDocuments } from "../../../repository/documents/yaml-documents.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import { writtenVersion } from "./generic-updater.ts";
import { pathMatches } from "./json-path.ts";
import { parsedJson, writtenJson } from "./json-text.ts";
import { Inapplicable, type Updater } from "./update.ts";

/** `src/updaters/generic-json.ts`: the first version in each string is replaced, and the document is written again. */
export function jsonPathUpdater(path: string): Updater {
  return (text, version) => {
    const root = parsedJson(text);
    let isChanged = false;
    for (const { parent, key, value } of pathMatches(root, path)) {
      if (typeof value !== "string" || !writtenVersion.test(value)) continue;
      if (typeof parent !== "object" || parent === null) continue;
      Reflect.set(
        parent,
        key,
        value.replace(writtenVersion, () => version.text),
      );
      isChanged = true;
    }
    return isChanged ? writtenJson(root, text) : text;
  };
}

/** `src/updaters/generic-yaml.ts`: each string becomes the version; all documents are written again, without comments. */
export function yamlPathUpdater(path: string): Updater {
  return (text, version) => {
    const documents = parseYamlDocuments(text, { merge: true, logLevel: "silent", prettyErrors: false });
    if (documents.some(({ errors }) => errors.length > 0)) return text;
    const roots: unknown[] = documents.map((document) => document.toJS({ maxAliasCount: 100 }));
    let isChanged = false;
    for (const { parent, key, value } of roots.flatMap((root) => pathMatches(root, path))) {
      if (typeof value !== "string" || typeof parent !== "object" || parent === null) continue;
      Reflect.set(parent, key, version.text);
      isChanged = true;
    }
    if (!isChanged) return text;
    const written = roots.map((root) => stringify(root, yamlStyle));
    return written.length === 1 ? (written[0] ?? "") : written.map((each) => `---\n${each}`).join("");
  };
}

/** The nearest that this library comes to what `js-yaml` writes by default. */
const yamlStyle = { singleQuote: true, lineWidth: 80, nullStr: "null", indentSeq: true } as const;

/**
 * `src/updaters/generic-toml.ts` with `src/util/toml-edit.ts`: strings are replaced where they stand. A leaf is an object
 * with `value`, as filters of the tool's users see it.
 */
export function tomlPathUpdater(path: string): Updater {
  return (text, version) => {
    const plain = plainToml(text);
    if (plain === null) return text;
    const paths = pathMatches(leavesAsObjects(plain), path).map(({ keys }) => keys);
    return withTomlPaths(text, paths, version.text);
  };
}

/** @throws Inapplicable where a path leads to no string, on which the tool fails */
export function withTomlPaths(text: string, paths: readonly (readonly string[])[], version: string): string {
  const scalars = new Set(parseToml(text).scalars.map((scalar) => scalar.path.join("\0")));
  const missing = paths.find((keys) => !scalars.has(keys.join("\0")));
  if (missing !== undefined) throw new Inapplicable(`has no value at ${missing.join(".")}`);
  const strings = paths.map((keys) => ({ path: keys as KeyPath, value: version }));
  const changed = withTomlStrings(text, strings);
  if (changed === null) throw new Inapplicable("is no TOML");
  return changed;
}

function leavesAsObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leavesAsObjects);
  if (typeof value !== "object" || value === null || value instanceof Date) return { value };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, leavesAsObjects(item)]));
}
