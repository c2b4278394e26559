// Stands in for `glob`, versions 7 to 13.

import { statSync } from "../files/sync.js";
import { find, folderOf, listOf } from "../globbing.js";
import { EventEmitter } from "../node/events.js";
import { basename, dirname, join, relative, resolve } from "../node/path.js";
import { Readable } from "../node/stream.js";

export function globSync(pattern, options = {}) {
  const cwd = folderOf(options.cwd);
  const ignored =
    typeof options.ignore === "object" && !Array.isArray(options.ignore) ? [] : listOf(options.ignore);
  const found = find(listOf(pattern), withContents(ignored), cwd, {
    dot: options.dot === true,
    onlyFiles: options.nodir === true,
    markFolders: options.mark === true,
    followLinks: options.follow === true,
    caseSensitive: options.nocase !== true,
    matchBase: options.matchBase === true,
    deep: options.maxDepth,
    withBase: options.nodir !== true,
  })
    .map((path) => path.replace(/^(?:\.\/)+(?=.)/, ""))
    .toSorted(inWalkOrder);
  const kept =
    typeof options.ignore?.ignored === "function"
      ? found.filter((path) => !isIgnored(path, cwd, options))
      : found;
  if (options.withFileTypes === true) return kept.map((path) => new GlobPath(resolve(cwd, path), cwd));
  if (options.absolute === true || options.realpath === true) return kept.map((path) => resolve(cwd, path));
  return options.dotRelative === true
    ? kept.map((path) => (path.startsWith(".") ? path : `./${path}`))
    : kept;
}

/** Version 7 and 8 take a callback, those after give a promise. */
export function glob(pattern, options, callback) {
  const done = typeof options === "function" ? options : callback;
  if (typeof done !== "function") return promised(pattern, options);
  const matcher = new EventEmitter();
  let tell;
  try {
    const matches = globSync(pattern, typeof options === "object" ? options : {});
    tell = () => {
      for (const match of matches) matcher.emit("match", match);
      matcher.emit("end", matches);
      done(null, matches);
    };
  } catch (error) {
    tell = () => done(error);
  }
  queueMicrotask(tell);
  return matcher;
}

async function promised(pattern, options) {
  return globSync(pattern, options);
}

export function* globIterateSync(pattern, options) {
  yield* globSync(pattern, options);
}

export async function* globIterate(pattern, options) {
  yield* globSync(pattern, options);
}

export function globStream(pattern, options) {
  return Readable.from(globSync(pattern, options));
}

export class Glob {
  constructor(pattern, options) {
    this.pattern = listOf(pattern);
    this.options = options;
  }

  walk() {
    return promised(this.pattern, this.options);
  }

  walkSync() {
    return globSync(this.pattern, this.options);
  }

  stream() {
    return globStream(this.pattern, this.options);
  }

  [Symbol.iterator]() {
    return globIterateSync(this.pattern, this.options);
  }

  [Symbol.asyncIterator]() {
    return globIterate(this.pattern, this.options);
  }
}

export function hasMagic(pattern) {
  return listOf(pattern).some((one) => /[*?[\]{}()!+@]/.test(one));
}

function escapeGlob(text) {
  return text.replace(/[?*()[\]{}]/g, "\\$&");
}

function unescapeGlob(text) {
  return text.replace(/\\([^/])/g, "$1");
}

export { globIterate as iterate, globIterateSync as iterateSync, globStream as stream, globSync as sync };

const everything = {
  glob,
  globSync,
  sync: globSync,
  globStream,
  stream: globStream,
  globIterate,
  iterate: globIterate,
};
Object.assign(glob, everything, {
  globIterateSync,
  iterateSync: globIterateSync,
  Glob,
  hasMagic,
  escape: escapeGlob,
  unescape: unescapeGlob,
});

export { escapeGlob as escape, unescapeGlob as unescape };
export default glob;
export { glob as "module.exports" };

/** An ignored folder is ignored with everything in it when the pattern ends in two stars, or names just the folder. */
function withContents(ignored) {
  return ignored.flatMap((pattern) =>
    pattern.endsWith("/**") ? [pattern, pattern.slice(0, -3)] : [pattern],
  );
}

function isIgnored(path, cwd, { ignore }) {
  const parents = [];
  for (let at = dirname(path); at !== "." && at !== "/"; at = dirname(at))
    parents.push(new GlobPath(resolve(cwd, at), cwd));
  const isBelow = parents.some((parent) => ignore.childrenIgnored?.(parent) === true);
  return isBelow || ignore.ignored(new GlobPath(resolve(cwd, path), cwd)) === true;
}

/**
 * The order of the library: of a folder first what matches in it, then what is below its folders, both from the last
 * name to the first, since it puts what it reads in front of what it has.
 */
function inWalkOrder(a, b) {
  const left = a.split("/");
  const right = b.split("/");
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  if (at === left.length || at === right.length) return left.length - right.length;
  const isLeftHere = at === left.length - 1;
  const isRightHere = at === right.length - 1;
  if (isLeftHere !== isRightHere) return isLeftHere ? -1 : 1;
  return left[at] < right[at] ? 1 : -1;
}

/** What `withFileTypes` gives: as much of path-scurry's Path as scripts use. */
class GlobPath {
  #path;
  #cwd;

  constructor(path, cwd) {
    this.#path = path;
    this.#cwd = cwd;
    this.name = basename(path);
    this.parentPath = dirname(path);
    this.path = this.parentPath;
  }

  fullpath() {
    return this.#path;
  }

  fullpathPosix() {
    return this.#path;
  }

  relative() {
    return relative(this.#cwd, this.#path);
  }

  relativePosix() {
    return this.relative();
  }

  isFile() {
    return statSync(this.#path).isFile();
  }

  isDirectory() {
    return statSync(this.#path).isDirectory();
  }

  isSymbolicLink() {
    return false;
  }

  resolve(path) {
    return new GlobPath(join(this.#path, path), this.#cwd);
  }

  toString() {
    return this.#path;
  }
}
