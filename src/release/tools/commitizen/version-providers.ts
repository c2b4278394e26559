import { plainToml } from "../../../repository/documents/plain-toml.ts";
import type { ToolRelease } from "../release-tool.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { listOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { pythonJson } from "../shared/python/python-json.ts";
import { type TomlString, withTomlStrings } from "../shared/values/toml-strings.ts";

/** Where commitizen keeps the version: one entry of `commitizen/providers`. */
export interface VersionProvider {
  /** The files that it rewrites, the one that holds the version first. */
  readonly files: readonly string[];
  /** The version in the text of the first file; null for none. */
  read(text: string): string | null;
  /** The new text of one of the files; null where it stays. */
  write(
    file: string,
    text: string,
    version: string,
    release: Pick<ToolRelease, "read" | "glob">,
  ): string | null;
}

/** The key path of the version in pyproject.toml. */
function tomlProvider(...path: readonly string[]): VersionProvider {
  return {
    files: ["pyproject.toml"],
    read: (text) => textOf(path.reduce<unknown>((value, key) => tableOf(value)[key], plainToml(text))),
    write: (_, text, version) => withTomlStrings(text, [{ path, value: version }]),
  };
}

const pep621 = tomlProvider("project", "version");

/** `uv_provider.py`: the row of the project in the lockfile, by its normalized name. */
const uv: VersionProvider = {
  files: ["pyproject.toml", "uv.lock"],
  read: pep621.read,
  write(file, text, version, release) {
    if (file === "pyproject.toml") return pep621.write(file, text, version, release);
    const project = tableOf(tableOf(plainToml(release.read("pyproject.toml") ?? ""))["project"]);
    const name = normalizedName(textOf(project["name"]) ?? "");
    return withTomlStrings(
      text,
      rowsOf(text, (row) => row["name"] === name, version),
    );
  },
};

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normalizedName(name: string): string {
  return name
    .split(/[-_.]/)
    .filter((part, index) => part !== "" || index === 0)
    .join("-")
    .toLowerCase();
}

/** The versions of those rows of a lockfile with `[[package]]` tables that are meant. */
function rowsOf(text: string, isMeant: (row: Table) => boolean, version: string): TomlString[] {
  return listOf(tableOf(plainToml(text))["package"]).flatMap((row, index) =>
    isMeant(tableOf(row)) ? [{ path: ["package", index, "version"], value: version }] : [],
  );
}

/** `cargo_provider.py`: the version of the workspace, else that of the crate, and the rows of the lockfile. */
const cargo: VersionProvider = {
  files: ["Cargo.toml", "Cargo.lock"],
  read: (text) =>
    textOf(cargoPath(text).reduce<unknown>((value, key) => tableOf(value)[key], plainToml(text))),
  write(file, text, version, release) {
    if (file === "Cargo.toml") return withTomlStrings(text, [{ path: cargoPath(text), value: version }]);
    const names = new Set(lockedNames(release));
    return withTomlStrings(
      text,
      rowsOf(text, (row) => names.has(String(row["name"])), version),
    );
  },
};

function cargoPath(text: string): readonly string[] {
  return tableOf(plainToml(text))["workspace"] === undefined
    ? ["package", "version"]
    : ["workspace", "package", "version"];
}

function lockedNames(release: Pick<ToolRelease, "read" | "glob">): readonly string[] {
  const root = tableOf(plainToml(release.read("Cargo.toml") ?? ""));
  const own = textOf(tableOf(root["package"])["name"]);
  if (own !== null) return [own];
  const members = textsOf(tableOf(root["workspace"])["members"]).map((member) => `${member}/Cargo.toml`);
  return release.glob(members).flatMap((path) => {
    const crate = tableOf(tableOf(plainToml(release.read(path) ?? ""))["package"]);
    const inherits = tableOf(crate["version"])["workspace"] === true;
    return inherits ? [String(crate["name"])] : [];
  });
}

function jsonProvider(indent: number, ...files: readonly string[]): VersionProvider {
  const parsed = (text: string) => configurationOf("", text, "json")?.value;
  return {
    files,
    read: (text) => textOf(parsed(text)?.["version"]),
    write(file, text, version) {
      const root = parsed(text);
      if (root === undefined) return null;
      Reflect.set(root, "version", version);
      const own = tableOf(root["packages"])[""];
      if (file !== files[0] && own !== undefined) Reflect.set(tableOf(own), "version", version);
      return `${pythonJson(root, indent)}\n`;
    },
  };
}

/** By the names of the option `version_provider`; `commitizen` and `scm` keep the version in no file of these. */
export const versionProviders: Readonly<Record<string, VersionProvider>> = {
  pep621,
  poetry: tomlProvider("tool", "poetry", "version"),
  uv,
  cargo,
  npm: jsonProvider(2, "package.json", "package-lock.json", "npm-shrinkwrap.json"),
  composer: jsonProvider(4, "composer.json"),
};
