import type { Dirent, Stats } from "node:fs";
import { posix } from "node:path";
import glob from "fast-glob";
import type { Overlay, Status } from "./overlay.ts";
import { SystemError } from "./system-error.ts";

/** One glob question, in the words of fast-glob. `cwd` is absolute; `deep` is unlimited when it is null. */
export interface GlobOptions {
  readonly cwd: string;
  readonly ignore: readonly string[];
  readonly dot: boolean;
  readonly absolute: boolean;
  readonly onlyFiles: boolean;
  readonly onlyFolders: boolean;
  readonly markFolders: boolean;
  readonly followLinks: boolean;
  readonly caseSensitive: boolean;
  readonly matchBase: boolean;
  readonly deep: number | null;
  /** Whether a pattern that ends in two stars matches the folder before them as well. */
  readonly withBase: boolean;
}

export const globDefaults: Omit<GlobOptions, "cwd"> = {
  ignore: [],
  dot: false,
  absolute: false,
  onlyFiles: true,
  onlyFolders: false,
  markFolders: false,
  followLinks: true,
  caseSensitive: true,
  matchBase: false,
  deep: null,
  withBase: false,
};

/** No release script needs more, and matching could take exponential time. */
const maxPatternLength = 1000;
const maxAlternatives = 1000;
const nestedExtglob = /[@!+*?]\([^()]*[@!+*?]\(/;

/**
 * Answers a glob question from the overlay, with fast-glob's own semantics and order.
 * Throws a RangeError for a pattern that could take forever.
 */
export function globOverlay(overlay: Overlay, patterns: readonly string[], options: GlobOptions): string[] {
  const excessive = [...patterns, ...options.ignore].find(isExcessive);
  if (excessive !== undefined) {
    throw new RangeError(`the pattern ${excessive.slice(0, 80)} is too involved to be matched`);
  }
  const fs = adapter(overlay);
  const found = glob.sync(options.withBase ? patterns.flatMap(withBase) : [...patterns], {
    cwd: options.cwd,
    ignore: [...options.ignore],
    dot: options.dot,
    absolute: options.absolute,
    onlyFiles: options.onlyFiles && !options.onlyFolders,
    onlyDirectories: options.onlyFolders,
    markDirectories: options.markFolders,
    followSymbolicLinks: options.followLinks,
    caseSensitiveMatch: options.caseSensitive,
    baseNameMatch: options.matchBase,
    deep: options.deep ?? Number.POSITIVE_INFINITY,
    suppressErrors: true,
    fs: fs.calls,
  });
  // fast-glob passes over the folders that cannot be read, and a glob that was cut off is no answer.
  if (fs.isCutOff()) throw new RangeError("a pattern leads through links that have no end");
  return found;
}

function withBase(pattern: string): string[] {
  const base = /^(.*[^/])\/\*\*\/?$/.exec(pattern)?.[1];
  return base === undefined ? [pattern] : [base, pattern];
}

function isExcessive(pattern: string): boolean {
  if (pattern.length > maxPatternLength || nestedExtglob.test(pattern)) return true;
  const ranges = [...pattern.matchAll(/\{(-?\d{1,9})\.\.(-?\d{1,9})/g)].map(
    ([, from, to]) => Number(to) - Number(from),
  );
  const groups = pattern.split("{").map((group) => group.split(",").length);
  const alternatives = [...groups, ...ranges.map(Math.abs)].reduce((all, some) => all * Math.max(some, 1), 1);
  return alternatives > maxAlternatives || /\{[^,{}]{10,}\.\./.test(pattern);
}

/** No repository has so many folders; links that lead upwards make folders within folders without an end. */
const mostFolders = 100_000;

/** The three functions that fast-glob asks of a file system when it works synchronously. */
function adapter(overlay: Overlay) {
  let folders = 0;
  const status = (path: string, follow: boolean) => asStats(path, overlay.status(fromSystem(path), follow));
  const calls = {
    lstatSync: ((path: string) => status(path, false)) as typeof import("node:fs").lstatSync,
    statSync: ((path: string) => status(path, true)) as typeof import("node:fs").statSync,
    readdirSync: ((path: string) => {
      folders += 1;
      if (folders > mostFolders) throw new SystemError("ELOOP", "scandir", path);
      const entries = overlay.entries(fromSystem(path));
      return entries.map(({ name, kind }) => asEntry(path, name, kind));
    }) as unknown as typeof import("node:fs").readdirSync,
  };
  return { calls, isCutOff: () => folders > mostFolders };
}

/** On Windows fast-glob turns the virtual path into one with a drive and backslashes. */
function fromSystem(path: string): string {
  if (path.startsWith("/")) return path;
  const plain = path.replace(/^[A-Za-z]:/, "").replaceAll("\\", "/");
  if (!plain.startsWith("/")) throw new SystemError("ENOENT", "scandir", path);
  return posix.normalize(plain);
}

function asEntry(folder: string, name: string, kind: Status["kind"]): Dirent {
  return { name, parentPath: folder, path: folder, ...kindTests(kind) } as Dirent;
}

function asStats(name: string, { kind, size, mode }: Status): Stats {
  return { name, size, mode, ...kindTests(kind) } as unknown as Stats;
}

function kindTests(kind: Status["kind"]) {
  const no = () => false;
  return {
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder",
    isSymbolicLink: () => kind === "link",
    isBlockDevice: no,
    isCharacterDevice: no,
    isFIFO: no,
    isSocket: no,
  };
}
