// Stands in for `globby`.

import { existsSync, readFileSync, statSync } from "../files/sync.js";
import { find, flagsOf, folderOf, listOf } from "../globbing.js";
import { resolve } from "../node/path.js";
import { Readable } from "../node/stream.js";

export { convertPathToPattern, isDynamicPattern } from "./fast-glob.js";

export function globbySync(patterns, options = {}) {
  const cwd = folderOf(options.cwd);
  const wanted = listOf(patterns);
  const negated = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const positive = wanted.filter((pattern) => !pattern.startsWith("!"));
  const ignored = options.gitignore === true ? [...negated, ...gitIgnored(cwd)] : negated;
  const expanded =
    options.expandDirectories === false ? positive : positive.map((pattern) => expand(pattern, cwd));
  return find(expanded, [...listOf(options.ignore), ...ignored], cwd, flagsOf(options));
}

export async function globby(patterns, options) {
  return globbySync(patterns, options);
}

export function globbyStream(patterns, options) {
  return Readable.from(globbySync(patterns, options));
}

const older = Object.assign((patterns, options) => globby(patterns, options), {
  globby,
  sync: globbySync,
  stream: globbyStream,
});

export default older;
export { older as "module.exports" };

function expand(pattern, cwd) {
  const path = resolve(cwd, pattern);
  return existsSync(path) && statSync(path).isDirectory() ? `${pattern.replace(/\/$/, "")}/**` : pattern;
}

/** What git ignores is not in the list of files anyway; only negations of the root's file could add to it. */
function gitIgnored(cwd) {
  const file = resolve(cwd, ".gitignore");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const plain = lines.filter((line) => line !== "" && !/^[#!]/.test(line));
  return plain.flatMap((line) => {
    const body = line.replace(/^\//, "").replace(/\/$/, "");
    const anchored = line.startsWith("/") || body.includes("/") ? body : `**/${body}`;
    return [anchored, `${anchored}/**`];
  });
}
