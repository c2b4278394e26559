import { extname } from "node:path";
import type { Document } from "./document.ts";
import { parseJson } from "./parse-json.ts";
import { parseToml } from "./parse-toml.ts";
import { parseYaml } from "./parse-yaml.ts";

/** By the last extension of a file name, in lower case. */
const parsersByExtension: ReadonlyMap<string, (text: string) => Document> = new Map([
  ["json", parseJson],
  ["jsonc", parseJson],
  ["code-workspace", parseJson],
  ["ipynb", parseJson],
  ["webmanifest", parseJson],
  ["toml", parseToml],
  ["yaml", parseYaml],
  ["yml", parseYaml],
  ["cff", parseYaml],
]);

/** By the whole file name, where it has no extension or one that does not tell the format. */
const parsersByName: ReadonlyMap<string, (text: string) => Document> = new Map([
  [".babelrc", parseJson],
  [".swcrc", parseJson],
  ["bun.lock", parseJson],
  ["composer.lock", parseJson],
  ["deno.lock", parseJson],
  ["flake.lock", parseJson],
  ["Package.resolved", parseJson],
  ["Pipfile.lock", parseJson],
  ["Cargo.lock", parseToml],
  ["Pipfile", parseToml],
  ["pdm.lock", parseToml],
  ["poetry.lock", parseToml],
  ["uv.lock", parseToml],
  ["Chart.lock", parseYaml],
  ["pubspec.lock", parseYaml],
]);

/**
 * Parses a file in the format that its name says; any other file is a document of format `text` without values and
 * without a note. Never throws.
 * @param path decides by its last part alone
 */
export function parseDocument(path: string, text: string): Document {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = extname(name).slice(1).toLowerCase();
  const parse = parsersByName.get(name) ?? parsersByExtension.get(extension);
  return parse === undefined ? { format: "text", scalars: [], note: null } : parse(text);
}
