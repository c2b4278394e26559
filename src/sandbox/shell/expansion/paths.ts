import type { Overlay } from "../../host/files/overlay.ts";
import { maxPathLength, resolveVirtual } from "../../host/files/virtual-path.ts";
import { Pattern } from "./pattern.ts";

/** How names are held against a pattern. */
export interface PathOptions {
  readonly extended: boolean;
  readonly ignoreCase: boolean;
  /** Names that begin with a dot are found by every pattern. */
  readonly dots: boolean;
  /** `**` goes through folders. */
  readonly deep: boolean;
}

/** Whether a text stands for the paths that it matches: the name of the program `[` is nothing but a name. */
export function isPathPattern(text: string, { extended, ignoreCase }: PathOptions): boolean {
  return splitPath(text).some((part) => new Pattern(part, { extended, ignoreCase }).literal === null);
}

/** The paths that a pattern matches, sorted, each written as the pattern is. */
export function pathsMatching(
  overlay: Overlay,
  cwd: string,
  pattern: string,
  options: PathOptions,
): string[] {
  if (pattern.length > maxPathLength) return [];
  const search = { overlay, cwd, options };
  const find = (path: string) => overlay.kindOf(resolveVirtual(cwd, path === "" ? "." : path));
  let found = [""];
  const parts = splitPath(pattern);
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (index > 0) {
      const wasDeep = options.deep && parts[index - 1] === "**";
      found = found
        .filter((path) => wasDeep || find(path === "" ? "/" : path) === "folder")
        .map((path) => (wasDeep && (path === "" || path.endsWith("/")) ? path : `${path}/`));
    }
    found = [...new Set(found.flatMap((path) => below(search, path, part, isLast)))];
  }
  return found.filter((path) => path !== "").sort(byCharacter);
}

/** The slashes within a set or a group between parentheses separate nothing only when they are behind a backslash. */
function splitPath(pattern: string): string[] {
  return pattern.split("/");
}

/** Where paths are looked for, and how. */
interface Search {
  readonly overlay: Overlay;
  readonly cwd: string;
  readonly options: PathOptions;
}

function below(search: Search, folder: string, part: string, isLast: boolean): string[] {
  const { overlay, cwd, options } = search;
  const resolved = resolveVirtual(cwd, folder === "" ? "." : folder);
  if (options.deep && part === "**") return [folder, ...foldersBelow(search, resolved, folder, isLast)];
  const pattern = new Pattern(part, { extended: options.extended, ignoreCase: options.ignoreCase });
  if (pattern.literal !== null) {
    const path = folder + pattern.literal;
    const isThere = overlay.kindOf(resolveVirtual(cwd, path === "" ? "." : path), false) !== null;
    return part === "" || isThere ? [path] : [];
  }
  if (overlay.kindOf(resolved) !== "folder") return [];
  const seesDots = options.dots || part.startsWith(".") || part.startsWith("\\.");
  return overlay
    .entries(resolved)
    .filter(({ name }) => (seesDots || !name.startsWith(".")) && pattern.matches(name))
    .map(({ name }) => folder + name);
}

function foldersBelow(search: Search, resolved: string, shown: string, withFiles: boolean): string[] {
  const { overlay, options } = search;
  if (overlay.kindOf(resolved, false) !== "folder") return [];
  return overlay
    .entries(resolved)
    .filter(({ name }) => options.dots || !name.startsWith("."))
    .flatMap(({ name, kind }) => {
      const path = shown + name;
      if (kind !== "folder") return withFiles ? [path] : [];
      const inner = foldersBelow(search, `${resolved}/${name}`, `${path}/`, withFiles);
      return withFiles ? [path, ...inner] : [`${path}/`, ...inner];
    });
}

function byCharacter(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
