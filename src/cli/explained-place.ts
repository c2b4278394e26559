import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { visible } from "../report/visible-text.ts";
import { pathInside } from "../repository/files/path-inside.ts";
import { enclosingRepository, repositoryAround } from "./enclosing-repository.ts";
import { usageError } from "./formats.ts";

/** A place as the command line names it. */
interface NamedPlace {
  /** As it is written. */
  readonly path: string;
  /** 1-based; null for the whole file, and for the whole line. */
  readonly line: number | null;
  readonly column: number | null;
}

/** The file of a place, and the repository that it belongs to. */
interface FoundPlace extends NamedPlace {
  /** The absolute path of the repository. */
  readonly root: string;
  /** The absolute path of the file. */
  readonly file: string;
}

/**
 * Finds what `path`, `path:line` or `path:line:column` means. With a root the path is relative to it; else to the working
 * directory, wherever that is, and the repository is the one around the file. A path as `list` prints it, from the root
 * of the repository around the working directory, is understood as well. Throws an AuditError for the empty text, and for
 * a place in a file that does not exist.
 */
export function findPlace(text: string, root: string | null): FoundPlace {
  const readings = readingsOf(text);
  const around = root === null ? (repositoryAround(process.cwd()) ?? process.cwd()) : root;
  const bases = [...new Set(root === null ? [process.cwd(), around] : [root])];
  const found = bases.flatMap((base) =>
    readings.map((place): FoundPlace => {
      const file = resolve(base, place.path);
      return { ...place, file, root: root === null ? rootOf(file) : enclosingRepository(root).root };
    }),
  );
  const existing = found.find(({ file }) => existsSync(file) && statSync(file).isFile());
  if (existing !== undefined) return existing;
  if (readings.length === 0)
    throw usageError("explain has to know a place", "Give path, path:line or path:line:column.");
  const named = readings.slice(-1).map(({ path }) => visible(path));
  throw usageError(
    `there is no file ${named}`,
    `It was looked for in ${bases.map(visible).join(" and in ")}; version-audit list shows every place.`,
  );
}

/** The name of a file may itself end in `:3`, so the longest reading comes first. */
function readingsOf(text: string): NamedPlace[] {
  return [/^(.+)()()$/s, /^(.+):(\d+)()$/s, /^(.+):(\d+):(\d+)$/s].flatMap((pattern): NamedPlace[] => {
    const [, path = "", line = "", column = ""] = pattern.exec(text) ?? [];
    return path === "" ? [] : [{ path, line: numberFrom(line), column: numberFrom(column) }];
  });
}

function numberFrom(digits: string): number | null {
  return digits === "" ? null : Number(digits);
}

/** Where nothing marks a repository it is the working directory, for a file below it, else the folder of the file. */
function rootOf(file: string): string {
  const start = process.cwd();
  return repositoryAround(dirname(file)) ?? (pathInside(start, file) === null ? dirname(file) : start);
}
