import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The path of a file relative to a folder, with `/`; `""` for the folder itself, null for what lies outside of it.
 * @param folder absolute, or relative to the working directory
 * @param file absolute, or relative to the folder
 */
export function pathInside(folder: string, file: string): string | null {
  const path = relative(folder, resolve(folder, file));
  // On another drive there is no relative path; a name may well begin with two dots.
  if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return path.split(sep).join("/");
}

/** The path under which a file is shown: relative to the folder when it lies in it, else absolute. */
export function shownPath(folder: string, file: string): string {
  return pathInside(folder, file) ?? resolve(folder, file);
}
