import { listOf, textOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { parsedJson, writtenJson } from "./json-text.ts";
import { Inapplicable, type Updater } from "./update.ts";

/** The new versions of packages by their names. */
export type Versions = ReadonlyMap<string, string>;

type Changeable = Record<string, unknown>;

/** @param change gives false where the document stays as it is written */
function changedJson(change: (root: Changeable, version: string) => boolean): Updater {
  return (text, version) => {
    const root = parsedJson(text);
    if (!isTable(root)) throw new Inapplicable("is no JSON object");
    return change(root as Changeable, version.text) ? writtenJson(root, text) : text;
  };
}

/** `src/updaters/node/package-json.ts`: the version, and with a plugin the requirements on other packages. */
export function packageJson(versions: Versions, updatesPeers: boolean): Updater {
  return changedJson((root, version) => {
    root["version"] = version;
    const tables = ["dependencies", "devDependencies", "optionalDependencies"];
    for (const table of updatesPeers ? [...tables, "peerDependencies"] : tables)
      updateRequirements(root[table], versions);
    return true;
  });
}

const operators = ["^", "~", ">=", "<=", ">", "<"];

/** The operator of a requirement stays; what names a protocol, such as `workspace:`, stays as a whole. */
function updateRequirements(table: unknown, versions: Versions): void {
  for (const [name, requirement] of Object.entries(tableOf(table))) {
    const version = versions.get(name);
    if (version === undefined || typeof requirement !== "string" || /^[a-z]+:/.test(requirement)) continue;
    const operator = operators.find((each) => requirement.startsWith(each)) ?? "";
    Reflect.set(table as Changeable, name, operator + version);
  }
}

/**
 * `src/updaters/node/package-lock-json.ts`.
 * @param isOwn false for the lockfile of a workspace root that is no component itself
 */
export function packageLock(versions: Versions, isOwn: boolean): Updater {
  return changedJson((root, version) => {
    if (isOwn) root["version"] = version;
    const packages = tableOf(root["packages"]) as Record<string, Changeable>;
    const own = packages[""];
    const isSecond = root["lockfileVersion"] === 2 || root["lockfileVersion"] === 3;
    if (isSecond && isOwn && own !== undefined) own["version"] = version;
    for (const [name, next] of isSecond ? versions : []) {
      const row = resolvedRow(packages, name);
      if (row === null) continue;
      row["version"] = next;
      for (const table of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])
        updateRequirements(row[table], versions);
    }
    for (const row of Object.values(packages)) {
      const next = versions.get(textOf(row["name"]) ?? "");
      if (next !== undefined) row["version"] = next;
    }
    return true;
  });
}

function resolvedRow(packages: Record<string, Changeable>, name: string): Changeable | null {
  const row = packages[`node_modules/${name}`];
  if (row === undefined) return null;
  const target = row["link"] === true ? textOf(row["resolved"]) : null;
  return target === null ? row : (packages[target] ?? null);
}

/** `src/updaters/node/samples-package-json.ts`. */
export function samplesPackageJson(name: string): Updater {
  return changedJson((root, version) => {
    const dependencies = tableOf(root["dependencies"]);
    if (!dependencies[name]) return false;
    Reflect.set(dependencies, name, `^${version}`);
    return true;
  });
}

/** `src/updaters/php/root-composer-update-packages.ts`; the document is written again even without a version. */
export const composerJson = changedJson((root, version) => {
  if (root["version"]) root["version"] = version;
  return true;
});

/** `src/updaters/ocaml/esy-json.ts`. */
export const esyJson = changedJson((root, version) => {
  root["version"] = version;
  return true;
});

/** `src/updaters/sfdx/sfdx-project-json.ts`: the default package folder waits for the next build. */
export const sfdxProject = changedJson((root, version) => {
  for (const folder of listOf(root["packageDirectories"])) {
    if (isTable(folder) && folder["default"]) Reflect.set(folder, "versionNumber", `${version}.NEXT`);
  }
  return true;
});

/** `src/updaters/dotnet/apis.ts`. */
export function apisJson(component: string): Updater {
  return changedJson((root, version) => {
    const api = listOf(root["apis"]).find((each) => tableOf(each)["id"] === component);
    if (!isTable(api)) return false;
    Reflect.set(api, "version", version);
    return true;
  });
}

/** `src/updaters/expo/app-json.ts`: the code of an Android build counts the SDK and all parts of the version. */
export function appJson(sdkMajor: number): Updater {
  return (text, version) => {
    const root = parsedJson(text);
    const expo = tableOf(tableOf(root)["expo"]);
    if (!isTable(tableOf(root)["expo"])) throw new Inapplicable("has no expo object");
    Reflect.set(expo, "version", version.text);
    const ios: Table = tableOf(expo["ios"]);
    if (ios["buildNumber"]) Reflect.set(ios, "buildNumber", version.text);
    const android: Table = tableOf(expo["android"]);
    const code =
      sdkMajor * 10_000_000 +
      Number(version.major) * 10_000 +
      Number(version.minor) * 100 +
      Number(version.patch);
    if (android["versionCode"]) Reflect.set(android, "versionCode", code);
    return writtenJson(root, text);
  };
}
