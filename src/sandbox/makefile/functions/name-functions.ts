import { posix } from "node:path";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { pathsMatching } from "../../shell/expansion/paths.ts";
import type { Make } from "../make.ts";
import { wordsOf } from "../words.ts";

/** See https://www.gnu.org/software/make/manual/html_node/File-Name-Functions.html. */
export const nameFunctions: Readonly<Record<string, (make: Make, ...args: string[]) => string>> = {
  dir: (_make, names = "") => each(names, (name) => name.slice(0, name.lastIndexOf("/") + 1) || "./"),
  notdir: (_make, names = "") => each(names, (name) => name.slice(name.lastIndexOf("/") + 1)),
  suffix: (_make, names = "") => wordsOf(each(names, (name) => name.slice(suffixStart(name)))).join(" "),
  basename: (_make, names = "") => each(names, (name) => name.slice(0, suffixStart(name))),
  addsuffix: (_make, suffix = "", names = "") => each(names, (name) => name + suffix),
  addprefix: (_make, prefix = "", names = "") => each(names, (name) => prefix + name),
  join(_make, first = "", second = "") {
    const [left, right] = [wordsOf(first), wordsOf(second)];
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, at) => (left[at] ?? "") + (right[at] ?? "")).join(" ");
  },
  wildcard: (make, patterns = "") =>
    wordsOf(patterns)
      .flatMap((pattern) => wildcard(make, pattern))
      .join(" "),
  abspath: (make, names = "") => each(names, (name) => resolveVirtual(make.cwd, name)),
  realpath: (make, names = "") => wordsOf(each(names, (name) => realPath(make, name))).join(" "),
};

/** The files that a pattern of make finds, sorted. */
export function wildcard(make: Make, pattern: string): string[] {
  const { host, cwd } = make;
  const options = { extended: false, ignoreCase: false, dots: false, deep: false };
  const found = pathsMatching(host.overlay, cwd, pattern, options);
  if (/[*?[]/.test(pattern)) host.globbed(pattern, cwd, found);
  else host.looked(resolveVirtual(cwd, pattern), found.length > 0);
  return found;
}

function each(names: string, change: (name: string) => string): string {
  return wordsOf(names).map(change).join(" ");
}

function suffixStart(name: string): number {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") ? dot : name.length;
}

function realPath({ host, cwd }: Make, name: string): string {
  try {
    return host.overlay.realPath(posix.resolve(cwd, name));
  } catch (error) {
    if (error instanceof SystemError) return "";
    throw error;
  }
}
