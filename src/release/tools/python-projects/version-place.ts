import { plainToml } from "../../../repository/documents/plain-toml.ts";
import type { Repository } from "../../../repository/repository.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { foreignMatches } from "../shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";

/** The one place in which the version of a Python project stands. */
export interface VersionPlace {
  readonly path: string;
  /** As it is written. */
  readonly version: string;
  /** The text with another version there; null where it does not hold one in this form. */
  written(text: string, version: string): string | null;
}

/** A string of pyproject.toml; null where there is none at these keys. */
export function tomlPlace(repository: Repository, keys: readonly string[]): VersionPlace | null {
  const path = "pyproject.toml";
  const held = keys.reduce<unknown>(
    (value, key) => tableOf(value)[key],
    plainToml((repository.has(path) ? repository.read(path) : null) ?? ""),
  );
  const version = textOf(held);
  if (version === null) return null;
  return { path, version, written: (text, target) => withTomlStrings(text, [{ path: keys, value: target }]) };
}

/** What the group `version` of a pattern of Python takes in a file, at its first match; null where nothing matches. */
export function patternPlace(repository: Repository, path: string, pattern: string): VersionPlace | null {
  const text = repository.has(path) ? repository.read(path) : null;
  const translated = translatedPattern(pattern, { multiline: true });
  if (text === null || translated === null) return null;
  const find = (content: string) => {
    const origin = { path, line: 1, column: 1, function: null };
    const [match] = foreignMatches(translated, content, origin);
    const version = match?.named["version"] ?? "";
    if (match === undefined || version === "") return null;
    // The group stands where its text does, and in these patterns that text occurs last.
    const start = match.start + (match.groups[0] ?? "").lastIndexOf(version);
    return { version, start };
  };
  const found = find(text);
  if (found === null) return null;
  return {
    ...{ path, version: found.version },
    written: (content, target) => {
      const here = find(content);
      return here === null
        ? null
        : content.slice(0, here.start) + target + content.slice(here.start + here.version.length);
    },
  };
}
