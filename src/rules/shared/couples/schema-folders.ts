import { schemaExtensions } from "../../../inventory/ecosystems/schema-folder.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";

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
export function numberedFiles(
  paths: readonly string[],
  dir: string,
  extension: string,
): ReadonlyMap<number, string> {
  return numberedIn(paths).get(`${dir}\0${extension}`)?.versions ?? new Map();
}

/** Every schema folder of the repository, in the order of the paths. */
export function schemaFolders(paths: readonly string[]): SchemaFolder[] {
  return [...numberedIn(paths).values()]
    .filter(({ extension }) => schemaExtensions.has(extension))
    .map((folder) => {
      const highest = Math.max(...folder.versions.keys());
      const newest = folder.versions.get(highest) ?? "";
      return { ...folder, highest, newest, name: folderName(folder.dir) };
    });
}

/** All numbered files, by folder and extension; several couples and rules ask for theirs. */
const numberedIn = oncePer((paths: readonly string[]) => {
  const folders = new Map<string, NumberedFiles>();
  for (const path of paths) {
    const match = numbered.exec(path);
    const extension = match?.[3];
    if (match === null || extension === undefined) continue;
    const dir = match[1] ?? "";
    const key = `${dir}\0${extension}`;
    const folder = folders.get(key) ?? { dir, extension, versions: new Map<number, string>() };
    folder.versions.set(Number(match[2]), path);
    folders.set(key, folder);
  }
  return folders;
});

/** The files of one extension in one folder that are called by a number. */
interface NumberedFiles extends Pick<SchemaFolder, "dir" | "extension"> {
  readonly versions: Map<number, string>;
}

/** The last segment of a folder that is not just a word like `schemas`; empty when there is none. */
function folderName(dir: string): string {
  return dir.split("/").findLast((segment) => segment !== "" && !namelessFolders.has(segment)) ?? "";
}
