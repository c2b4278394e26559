// Stands in for `fast-glob` 3, of which the host's answer has the order as well.

import { statSync } from "../files/sync.js";
import { find, flagsOf, folderOf, listOf } from "../globbing.js";
import { basename, resolve } from "../node/path.js";
import { Readable } from "../node/stream.js";

export function globSync(patterns, options = {}) {
  const cwd = folderOf(options.cwd);
  const found = find(listOf(patterns), listOf(options.ignore), cwd, flagsOf(options));
  if (options.objectMode !== true && options.stats !== true) return found;
  return found.map((path) => {
    const stats = statSync(resolve(cwd, path));
    return { name: basename(path), path, dirent: Object.assign(stats, { name: basename(path) }), stats };
  });
}

async function glob(patterns, options) {
  return globSync(patterns, options);
}

export function globStream(patterns, options) {
  return Readable.from(globSync(patterns, options));
}

export function escapePath(path) {
  return path.replace(/[()[\]{}!*?@+|\\]/g, "\\$&");
}

export function isDynamicPattern(pattern) {
  return /[*?[\]{}()!]/.test(pattern);
}

export function convertPathToPattern(path) {
  return escapePath(path);
}

export { glob, glob as async, globStream as stream, globSync as sync };

const everything = { glob, globSync, sync: globSync, async: glob, globStream, stream: globStream };
const fastGlob = Object.assign((patterns, options) => glob(patterns, options), everything, {
  convertPathToPattern,
  escapePath,
  isDynamicPattern,
});

export default fastGlob;
export { fastGlob as "module.exports" };
