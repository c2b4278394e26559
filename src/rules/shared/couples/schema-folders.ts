import { schemaExtensions } from "../../../inventory/ecosystems/schema-folder.ts";

/** A folder of numbered schemas, `v1.bare`, `v2.bare` and so on. */
export interface SchemaFolder {
  readonly dir: string;
  /** Without its dot, for example `bare`. */
  readonly extension: string;
  /** The name of what the schemas describe: the folder's own, or its parent's when the folder is just called `schemas`. */
  readonly name: string;
  /** The path of each version. */
  readonly versions: ReadonlyMap<number, string>;
  readonly highest: number;
  /** The path of the highest version. */
  readonly newest: string;
}

/** Folder names that say what is inside but not what it is about. */
export const namelessFolders: ReadonlySet<string> = new Set([
  "bare",
  "dist",
  "generated",
  "lib",
  "proto",
  "schema",
  "schemas",
  "src",
  "versioned",
  "versions",
]);

const numbered = /^(?:(.*)\/)?v(\d{1,6})\.([a-z]+)$/;

/** The numbered files of one extension in one folder, by version. */
export function numberedFiles(paths: readonly string[], dir: string, extension: string): Map<number, string> {
  const files = new Map<number, string>();
  const inside = dir === "" ? "" : `${dir}/`;
  for (const path of paths) {
    if (!path.startsWith(inside)) continue;
    const match = numbered.exec(path);
    if (match === null || (match[1] ?? "") !== dir || match[3] !== extension) continue;
    files.set(Number(match[2]), path);
  }
  return files;
}

/** Every schema folder of the repository, in the order of the paths. */
export function schemaFolders(paths: readonly string[]): SchemaFolder[] {
  const folders = new Map<
    string,
    Omit<SchemaFolder, "name" | "versions"> & { versions: Map<number, string> }
  >();
  for (const path of paths) {
    const match = numbered.exec(path);
    const extension = match?.[3];
    if (match === null || extension === undefined || !schemaExtensions.has(extension)) continue;
    const [dir, version] = [match[1] ?? "", Number(match[2])];
    const key = `${dir}\0${extension}`;
    const folder = folders.get(key) ?? {
      dir,
      extension,
      versions: new Map<number, string>(),
      highest: -1,
      newest: path,
    };
    folder.versions.set(version, path);
    folders.set(key, version > folder.highest ? { ...folder, highest: version, newest: path } : folder);
  }
  return [...folders.values()].map((folder) => ({ ...folder, name: folderName(folder.dir) }));
}

/** The last segment of a folder that is not just a word like `schemas`; empty when there is none. */
function folderName(dir: string): string {
  return dir.split("/").findLast((segment) => segment !== "" && !namelessFolders.has(segment)) ?? "";
}
