import type { KeyPath } from "../../repository/documents/document.ts";
import { folderOf, within } from "../../repository/packages/path.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import { visitJsonLines } from "./json-lines.ts";
import { addSpec, addTarball, lockEntries } from "./lock-entries.ts";

/**
 * package-lock.json and npm-shrinkwrap.json of versions 1 to 3. The entries of the root, `version` and `packages[""]`,
 * are versions of the package next to the lockfile. An entry is local when its key path is one of those or
 * `["packages", folder, "version"]` with a folder outside `node_modules`.
 * Format: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 */
export const packageLock: Ecosystem = {
  name: "package-lock",
  matches: isPackageLock,
  occurrences(file, workspace) {
    if (!file.text.slice(0, 4096).includes('"lockfileVersion"')) return [];
    const entries = lockEntries(file, "npm");
    let entry: Entry = { keys: [], name: null, version: "" };
    visitJsonLines(file.text, ({ keys: path, valueStart, valueEnd }) => {
      const text = file.text.slice(valueStart, valueEnd);
      const value = { text, offset: valueStart, keyPath: [...path] };
      const field = path.at(-1) ?? "";
      const keys = entryKeys(path);
      if (keys === null) {
        if (requirementTables.has(path.at(-2) ?? "")) addSpec(entries, field, value);
        return;
      }
      if (!isSame(keys, entry.keys)) entry = { keys, name: null, version: "" };
      if (field === "name") entry.name = text;
      if (field === "version") entry.version = text;
      const name = () => entry.name ?? packageName(keys, file, workspace);
      if (field === "version") addSpec(entries, name(), value);
      if (field === "resolved") addTarball(entries, name(), entry.version, value);
    });
    return entries.occurrences;
  },
};

/** True for the lockfiles that npm itself writes. */
export function isPackageLock(path: string): boolean {
  return /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/u.test(path);
}

/**
 * The folder, relative to that of the lockfile, of the package that lives here and whose version stands at a key path:
 * `version` and `packages[""]` are the package next to the lockfile, other folders outside `node_modules` are members.
 * Null for everything else.
 */
export function localFolder(keyPath: KeyPath): string | null {
  const [first, folder, field] = keyPath;
  if (keyPath.length === 1 && first === "version") return "";
  const isEntry = first === "packages" && field === "version" && keyPath.length === 3;
  return isEntry && typeof folder === "string" && !folder.includes("node_modules/") ? folder : null;
}

/**
 * True for the version of an entry that nothing asks for any more, such as a former member of a workspace: npm marks it
 * as extraneous, right behind its version, and leaves it as it is.
 * Source: `metaFromNode` in https://github.com/npm/cli/blob/latest/workspaces/arborist/lib/shrinkwrap.js
 * @param versionEnd where the version of the entry ends in the text of the lockfile
 */
export function isExtraneous(text: string, versionEnd: number): boolean {
  return /^",\s{1,40}(?:"resolved": "[^"\n]{0,400}",\s{1,40})?"extraneous": true/u.test(
    text.slice(versionEnd, versionEnd + 500),
  );
}

/** The entry that is being read; npm writes `name` first, then `version`, then `resolved`. */
interface Entry {
  readonly keys: readonly string[];
  name: string | null;
  version: string;
}

const requirementTables = new Set([
  ...["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"],
  // The name that version 1 uses.
  "requires",
]);

/** The keys of the entry that a line is a field of, empty for the root; null when it is no field of an entry. */
function entryKeys(keys: readonly string[]): readonly string[] | null {
  const entry = keys.slice(0, -1);
  if (entry.length === 0 || (entry.length === 2 && entry[0] === "packages")) return entry;
  // Version 1 nests entries: `dependencies`, a name, `dependencies`, a name.
  const isNested = entry.length % 2 === 0 && entry.every((key, at) => at % 2 === 1 || key === "dependencies");
  return isNested ? entry : null;
}

/** The package of an entry that does not name it: from its place in `node_modules`, else from the manifest there. */
function packageName(keys: readonly string[], file: SourceText, workspace: Workspace): string {
  const place = keys.at(-1) ?? "";
  if (keys[0] === "dependencies") return place;
  const installed = place.lastIndexOf("node_modules/");
  if (installed !== -1) return place.slice(installed + "node_modules/".length);
  const root = folderOf(file.path);
  const dir = place === "" ? root : within(root, place);
  return workspace.npm.find((pkg) => pkg.dir === dir)?.name ?? (dir.slice(dir.lastIndexOf("/") + 1) || ".");
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, at) => key === others[at]);
}
