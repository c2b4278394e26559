// Globs. The host answers them from its list of files; the libraries differ in their options and in their order.

import { request } from "./host.js";
import { resolve } from "./node/path.js";
import { process } from "./node/process.js";
import { fileURLToPath, URL } from "./node/url.js";

/** One pattern or several as a list of texts. */
export function listOf(patterns) {
  if (patterns === undefined || patterns === null) return [];
  return (Array.isArray(patterns) ? patterns : [patterns]).map(String);
}

/** The absolute folder that a `cwd` option means. */
export function folderOf(cwd) {
  if (cwd === undefined || cwd === null) return process.cwd();
  return resolve(cwd instanceof URL || String(cwd).startsWith("file:") ? fileURLToPath(cwd) : String(cwd));
}

/**
 * Asks which files match. `flags` are those of the host: dot, absolute, onlyFiles, onlyFolders, markFolders,
 * followLinks, caseSensitive, matchBase and deep.
 */
export function find(patterns, ignore, cwd, flags) {
  const known = Object.entries(flags).filter(([, value]) => value !== undefined);
  return request("glob.find", patterns, ignore, cwd, Object.fromEntries(known));
}

/** The flags of the host that the options of fast-glob, which globby takes as well, stand for. */
export function flagsOf(options) {
  return {
    dot: options.dot,
    absolute: options.absolute,
    onlyFiles: options.onlyFiles,
    onlyFolders: options.onlyDirectories,
    markFolders: options.markDirectories,
    followLinks: options.followSymbolicLinks,
    caseSensitive: options.caseSensitiveMatch,
    matchBase: options.baseNameMatch,
    deep: Number.isFinite(options.deep) ? options.deep : undefined,
  };
}
