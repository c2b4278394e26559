import { parse } from "yaml";
import { within } from "../../../repository/packages/path.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import { placeIn } from "../shared/javascript/config.ts";
import { ToolRefusal } from "../tool-refusal.ts";

export type BumpType = "none" | "patch" | "minor" | "major";

const bumpTypes: readonly BumpType[] = ["none", "patch", "minor", "major"];

/** 0 for `none` to 3 for `major`. */
export function levelOf(type: BumpType): number {
  return bumpTypes.indexOf(type);
}

/** One file of `.changeset`. */
export interface Changeset {
  /** The name of its file without the extension. */
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly releases: readonly { readonly name: string; readonly type: BumpType; readonly line: number }[];
}

/** The files of the repository, or of one release of it. */
interface Files {
  readonly paths: readonly string[];
  read(path: string): string | null;
}

/**
 * The changesets in a folder, in the order of their names. Throws a ToolRefusal for one that changesets cannot read.
 * https://github.com/changesets/changesets/blob/main/packages/parse/src/index.ts and packages/read/src/index.ts
 */
export function changesetsIn(files: Files, folder: string): readonly Changeset[] {
  const start = `${folder}/`;
  return files.paths
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
    .filter((name) => /^[^./][^/]*\.md$/u.test(name) && !/^readme\.md$/iu.test(name))
    .map((name) =>
      readChangeset(files.read(within(folder, name)) ?? "", name.slice(0, -3), within(folder, name)),
    );
}

function readChangeset(text: string, id: string, path: string): Changeset {
  const rows = text.split("\n");
  const start = rows.findIndex((row) => row.trim() !== "");
  const end = rows.findIndex((row, index) => index > start && row.trim() === "---");
  const held =
    rows[start]?.trim() === "---" && end !== -1 ? mapIn(rows.slice(start + 1, end).join("\n")) : null;
  if (held === null)
    throw new ToolRefusal(`${path} has no front matter that changesets could read`, placeIn(path));
  const releases = Object.entries(held).map(([name, given]) => {
    const type = bumpTypes.find((known) => known === given);
    const line = rows.findIndex((row) => row.includes(name)) + 1;
    if (type === undefined)
      throw new ToolRefusal(
        `${path} asks for ${String(given)}, which is no kind of release`,
        placeIn(path, line),
      );
    return { name, type, line };
  });
  return {
    id,
    path,
    summary: rows
      .slice(end + 1)
      .join("\n")
      .trim(),
    releases,
  };
}

/** Null for what is no YAML map; the library throws for what it cannot read. */
function mapIn(front: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(front, { logLevel: "silent" }) ?? {};
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
