// fs.globSync of Node 22: https://nodejs.org/api/fs.html#fsglobsyncpattern-options

import { find, folderOf, listOf } from "../globbing.js";
import { basename, dirname, join } from "../node/path.js";
import { readdirSync } from "./sync.js";

export function globSync(pattern, { cwd, exclude, withFileTypes = false } = {}) {
  const folder = folderOf(cwd);
  const isFunction = typeof exclude === "function";
  const paths = find(listOf(pattern), isFunction ? [] : listOf(exclude), folder, {
    onlyFiles: false,
    followLinks: false,
  });
  if (!withFileTypes) return isFunction ? paths.filter((path) => !exclude(path)) : paths;
  const entries = paths.map((path) => entryOf(join(folder, path)));
  return isFunction ? entries.filter((entry) => !exclude(entry)) : entries;
}

function entryOf(path) {
  return readdirSync(dirname(path), { withFileTypes: true }).find(({ name }) => name === basename(path));
}
