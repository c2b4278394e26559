import { parse as parseToml } from "@iarna/toml";
import { type ParseError, parse as parseJsonc } from "jsonc-parser";
import { parse as parseYaml } from "yaml";
import { documentAt } from "../../../repository/documents/document-cache.ts";
import type { Repository } from "../../../repository/repository.ts";
import { type ConfigFile, placeIn } from "./config.ts";
import { readScriptConfig } from "./config-script.ts";

/**
 * Reads a configuration in JSON with or without comments, YAML, TOML, or JavaScript that is a literal. Null when the file
 * does not parse in the format that its name says, a name without an extension meaning YAML, which JSON is a part of.
 */
export function readConfig(repository: Repository, path: string): ConfigFile | null {
  const text = repository.has(path) ? repository.read(path) : null;
  if (text === null) return null;
  if (/\.[cm]?[jt]s$/u.test(path)) return readScriptConfig(repository, path);
  const value = parsed(path, text.startsWith("\uFEFF") ? text.slice(1) : text);
  return value === undefined ? null : { path, value, originOf: originsIn(repository, path, text) };
}

function parsed(path: string, text: string): unknown {
  if (path.endsWith(".toml")) return attempt(() => parseToml(text));
  if (/\.(?:json|jsonc|json5)$/u.test(path)) {
    const errors: ParseError[] = [];
    const value: unknown = parseJsonc(text, errors, { allowTrailingComma: true });
    return errors.length === 0 ? value : undefined;
  }
  return attempt(() => parseYaml(text, { logLevel: "silent" }));
}

/** The libraries throw errors of many classes for a text that they cannot read, and for nothing else. */
function attempt(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function originsIn(repository: Repository, path: string, text: string): ConfigFile["originOf"] {
  return (...keys) => {
    const scalars = documentAt(repository, path)?.scalars ?? [];
    const found = scalars.find((scalar) => keys.every((key, index) => scalar.path[index] === key));
    if (found !== undefined && keys.length > 0) {
      const { line, column } = repository.locate(path, found.span);
      return placeIn(path, line, column);
    }
    const last = keys.at(-1);
    const line = typeof last === "string" ? text.split("\n").findIndex((row) => row.includes(last)) : -1;
    return placeIn(path, line === -1 ? 1 : line + 1);
  };
}
