import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import type { Versions } from "./json-updaters.ts";
import { withTomlPaths } from "./path-updaters.ts";
import { Inapplicable, type Updater } from "./update.ts";

const kinds = ["dependencies", "dev-dependencies", "build-dependencies"];

/**
 * `src/updaters/rust/cargo-toml.ts`: the version of the crate, and that of each dependency which names both a path and a
 * version.
 */
export function cargoToml(versions: Versions): Updater {
  return (text, version) => {
    const manifest = tableOf(plainToml(text));
    if (!isTable(manifest["package"]))
      throw new Inapplicable("is no package manifest (it might be that of a workspace)");
    const own = withTomlPaths(text, [["package", "version"]], version.text);
    const requirements = [...versions].flatMap(([name, value]) =>
      tablesOf(manifest)
        .filter(({ table }) => hasPathAndVersion(table[name]))
        .map(({ path }) => ({ path: [...path, name, "version"], value })),
    );
    return withTomlStrings(own, requirements) ?? own;
  };
}

function tablesOf(manifest: Table): { path: readonly string[]; table: Table }[] {
  const targets = Object.entries(tableOf(manifest["target"])).map(([name, target]) => ({
    path: ["target", name],
    target: tableOf(target),
  }));
  return [{ path: [], target: manifest }, ...targets].flatMap(({ path, target }) =>
    kinds.map((kind) => ({ path: [...path, kind], table: tableOf(target[kind]) })),
  );
}

function hasPathAndVersion(dependency: unknown): boolean {
  const { path, version } = tableOf(dependency);
  return path !== undefined && version !== undefined;
}

/** `src/updaters/rust/cargo-lock.ts`: every row of that name, wherever it comes from. */
export function cargoLock(versions: Versions): Updater {
  return (text) => {
    const rows = tableOf(plainToml(text))["package"];
    if (!Array.isArray(rows)) throw new Inapplicable("is no lockfile of Cargo");
    const strings = rows.flatMap((row, index) => {
      const value = versions.get(String(tableOf(row)["name"]));
      return value === undefined ? [] : [{ path: ["package", index, "version"], value }];
    });
    return withTomlStrings(text, strings) ?? text;
  };
}

/** `src/updaters/python/pyproject-toml.ts`: that of the project, else that of Poetry. */
export const pyproject: Updater = (text, version) => {
  const root = tableOf(plainToml(text));
  const path = isTable(root["project"]) ? ["project"] : ["tool", "poetry"];
  const project = tableOf(path.reduce<unknown>((table, key) => tableOf(table)[key], root));
  if (!project["version"]) {
    const dynamic = project["dynamic"];
    if (Array.isArray(dynamic) && dynamic.includes("version")) return text;
    throw new Inapplicable("has no version of its project");
  }
  return withTomlPaths(text, [[...path, "version"]], version.text);
};
