import { plainToml } from "../../../repository/documents/plain-toml.ts";
import type { Origin } from "../../rehearsal.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { foreignMatches, withMatchesReplaced } from "../shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import { ToolRefusal } from "../tool-refusal.ts";

/** One entry of `versioned_files`. */
export interface VersionedFile {
  readonly path: string;
  /** The package whose requirement or row is meant; null for the file's own version. */
  readonly dependency: string | null;
  readonly patterns: readonly string[];
  readonly origin: Origin;
}

/** The version that a file holds; null where it holds none of its own. */
export function versionIn(file: VersionedFile, text: string): string | null {
  if (file.dependency !== null) return null;
  const [pattern] = file.patterns;
  if (pattern !== undefined) return matchesOf(pattern, text, file.origin)[0]?.named["version"] ?? null;
  const name = nameOf(file.path);
  const toml = tableOf(plainToml(text));
  if (name === "Cargo.toml")
    return (
      textOf(tableOf(toml["package"])["version"]) ??
      textOf(tableOf(tableOf(toml["workspace"])["package"])["version"])
    );
  if (name === "pyproject.toml")
    return (
      textOf(tableOf(tableOf(toml["tool"])["poetry"])["version"]) ??
      textOf(tableOf(toml["project"])["version"])
    );
  if (name === "gleam.toml") return textOf(toml["version"]);
  if (name === "go.mod") return /^module \S+ \/\/ v(\S+)/m.exec(text)?.[1] ?? null;
  if (name === "pubspec.yaml") return /^version: (\S+)/m.exec(text)?.[1] ?? null;
  if (name === "pom.xml") return null;
  return name.endsWith(".json") ? textOf(configurationOf("", text, "json")?.value["version"]) : null;
}

/**
 * The text of a file with the new version, by the formats of `crates/knope-versioning/src/versioned_file`. JSON is written
 * again with two blanks, TOML stays as it is.
 * @throws ToolRefusal for a file whose format is not known
 */
export function withVersion(file: VersionedFile, text: string, version: string): string {
  if (file.patterns.length > 0) return byPatterns(file, text, version);
  const name = nameOf(file.path);
  if (name === "Cargo.lock") return withTomlStrings(text, lockRows(text, file.dependency, version)) ?? text;
  if (name === "Cargo.toml") return withTomlStrings(text, cargoPaths(text, file.dependency, version)) ?? text;
  if (name === "pyproject.toml" || name === "gleam.toml") {
    const paths =
      name === "gleam.toml"
        ? [["version"]]
        : [
            ["tool", "poetry", "version"],
            ["project", "version"],
          ];
    return (
      withTomlStrings(
        text,
        paths.map((path) => ({ path, value: version })),
      ) ?? text
    );
  }
  if (name === "pubspec.yaml") return text.replace(/^version: .*$/m, () => `version: ${version}`);
  if (name === "go.mod") return goMod(text, version);
  if (name.endsWith(".json")) return json(name, text, file, version);
  throw new ToolRefusal(`knope's form of ${file.path} is not known`, file.origin);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function matchesOf(source: string, text: string, origin: Origin) {
  const pattern = translatedPattern(source);
  if (pattern === null) throw new ToolRefusal(`the pattern ${source.slice(0, 80)} cannot be read`, origin);
  return foreignMatches(pattern, text, origin);
}

/** Within a match, every copy of what the group `version` took is replaced. */
function byPatterns({ patterns, origin }: VersionedFile, text: string, version: string): string {
  return patterns.reduce(
    (now, pattern) =>
      withMatchesReplaced(now, matchesOf(pattern, now, origin), ({ groups, named }) =>
        (groups[0] ?? "").replaceAll(named["version"] ?? "\0", () => version),
      ),
    text,
  );
}

function lockRows(text: string, dependency: string | null, value: string) {
  const rows = tableOf(plainToml(text))["package"];
  return (Array.isArray(rows) ? rows : []).flatMap((row, index) =>
    tableOf(row)["name"] === dependency ? [{ path: ["package", index, "version"], value }] : [],
  );
}

function cargoPaths(text: string, dependency: string | null, value: string) {
  const root = tableOf(plainToml(text));
  if (dependency === null) {
    const isOwn = typeof tableOf(root["package"])["version"] === "string";
    return [{ path: [...(isOwn ? [] : ["workspace"]), "package", "version"], value }];
  }
  return [["dependencies"], ["dev-dependencies"], ["workspace", "dependencies"]].flatMap((table) => {
    const entry = table.reduce<unknown>((found, key) => tableOf(found)[key], root);
    const path = [...table, dependency];
    const required = tableOf(entry)[dependency];
    if (required === undefined) return [];
    return [{ path: isTable(required) ? [...path, "version"] : path, value }];
  });
}

/** The comment behind the module holds the version, since its tags alone do otherwise. */
function goMod(text: string, version: string): string {
  return text.replace(
    /^module (\S+)(?:[ \t].*)?$/m,
    (_, module: string) => `module ${module} // v${version}`,
  );
}

function json(name: string, text: string, { dependency }: VersionedFile, version: string): string {
  const root = configurationOf("", text, "json")?.value;
  if (root === undefined) return text;
  const isLock = name === "package-lock.json";
  const rows = isLock ? Object.values(tableOf(root["packages"])).map(tableOf) : [root];
  if (dependency === null) {
    Reflect.set(root, "version", version);
    const own = tableOf(root["packages"])[""];
    if (isLock && isTable(own)) Reflect.set(own, "version", version);
  } else
    for (const row of rows) {
      if (isLock && row["name"] === dependency) Reflect.set(row, "version", version);
      for (const table of [tableOf(row["dependencies"]), tableOf(row["devDependencies"])])
        raise(table, dependency, version);
    }
  return JSON.stringify(root, null, 2);
}

/** The workspace protocol keeps its operator, and what it leaves to the workspace stays. */
function raise(table: Table, dependency: string, version: string): void {
  const existing = table[dependency];
  if (typeof existing !== "string") return;
  const [, operator = "", number] = /^(workspace:[\^~]?)(\d.*)?$/.exec(existing) ?? [];
  if (operator !== "" && number === undefined) return;
  Reflect.set(table, dependency, operator + version);
}

/** The patterns of an entry, one or several. */
export function patternsOf(entry: Table): readonly string[] {
  return textsOf(entry["regex"]);
}
