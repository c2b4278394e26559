import { posix } from "node:path";

/** Where the script sees the audited root; the same on every machine, so that no output depends on the machine. */
export const virtualRoot = "/repo";

/** Where a program lies that a command brings along (`node -e`): among git's own files, of which nothing is recorded. */
export const inlineMain = `${virtualRoot}/.git/inline-program.cjs`;

/** Another folder that exists and can be written: an empty folder in memory. */
export const temporaryFolder = "/tmp";

/** The home folder that the script is told of, another empty folder in memory. */
export const homeFolder = "/home/rehearsal";

/** Linux takes no longer paths. */
export const maxPathLength = 4096;

/** The path relative to the audited root of an absolute virtual path; null when it lies outside, `""` for the root. */
export function toRepositoryPath(path: string): string | null {
  const normal = posix.normalize(path);
  if (normal === virtualRoot || normal === `${virtualRoot}/`) return "";
  return normal.startsWith(`${virtualRoot}/`) ? withoutSlash(normal.slice(virtualRoot.length + 1)) : null;
}

/** The absolute virtual path of a path relative to the audited root. */
export function toVirtualPath(path: string): string {
  return path === "" ? virtualRoot : `${virtualRoot}/${path}`;
}

/** Absolute and normalised, without a slash at the end. `cwd` is absolute. */
export function resolveVirtual(cwd: string, path: string): string {
  return posix.resolve("/", cwd, path);
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
