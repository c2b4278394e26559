// Stands in for `fs-extra`: node:fs, whose functions give promises without a callback, and more.

import * as sync from "../files/sync.js";
import * as callbacks from "../node/fs.js";
import * as promises from "../node/fs-promises.js";
import { dirname, join } from "../node/path.js";

function ensureDirSync(path) {
  return sync.mkdirSync(path, { recursive: true });
}

function ensureFileSync(path) {
  if (sync.existsSync(path)) return;
  ensureDirSync(dirname(path));
  sync.writeFileSync(path, "");
}

function outputFileSync(path, data, options) {
  ensureDirSync(dirname(path));
  sync.writeFileSync(path, data, options);
}

function readJsonSync(path, options) {
  const text = sync.readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text, options?.reviver);
  } catch (error) {
    if (options?.throws === false) return null;
    error.message = `${path}: ${error.message}`;
    throw error;
  }
}

function jsonText(value, { spaces, replacer, EOL = "\n", finalEOL = true } = {}) {
  return JSON.stringify(value, replacer, spaces).replaceAll("\n", EOL) + (finalEOL ? EOL : "");
}

function writeJsonSync(path, value, options) {
  sync.writeFileSync(path, jsonText(value, options), options?.encoding);
}

function outputJsonSync(path, value, options) {
  outputFileSync(path, jsonText(value, options));
}

function removeSync(path) {
  sync.rmSync(path, { recursive: true, force: true });
}

function copySync(from, to, options) {
  if (typeof options?.filter === "function") return copyFiltered(from, to, options.filter);
  sync.cpSync(from, to, { recursive: true, force: options?.overwrite !== false });
}

function copyFiltered(from, to, filter) {
  if (filter(from, to) === false) return;
  if (!sync.statSync(from).isDirectory()) return sync.cpSync(from, to);
  ensureDirSync(to);
  for (const name of sync.readdirSync(from)) copyFiltered(join(from, name), join(to, name), filter);
}

function moveSync(from, to, options) {
  if (options?.overwrite !== true && sync.existsSync(to)) throw new Error("dest already exists.");
  ensureDirSync(dirname(to));
  if (options?.overwrite === true) removeSync(to);
  sync.renameSync(from, to);
}

function emptyDirSync(path) {
  ensureDirSync(path);
  for (const name of sync.readdirSync(path)) removeSync(join(path, name));
}

const own = {
  copy: copySync,
  emptyDir: emptyDirSync,
  emptydir: emptyDirSync,
  ensureDir: ensureDirSync,
  ensureFile: ensureFileSync,
  createFile: ensureFileSync,
  mkdirp: ensureDirSync,
  mkdirs: ensureDirSync,
  move: moveSync,
  outputFile: outputFileSync,
  outputJSON: outputJsonSync,
  outputJson: outputJsonSync,
  pathExists: sync.existsSync,
  readJSON: readJsonSync,
  readJson: readJsonSync,
  remove: removeSync,
  writeJSON: writeJsonSync,
  writeJson: writeJsonSync,
};

/** With a callback as its last argument a function calls it, and else gives a promise. */
function universal(work, withCallback) {
  return (...args) => {
    const last = args.at(-1);
    if (typeof last !== "function" || work === copySync) return (async () => work(...args))();
    if (withCallback) return withCallback(...args);
    (async () => work(...args.slice(0, -1)))().then((value) => last(null, value), last);
  };
}

const withCallbacks = { ...callbacks };
const extra = { ...callbacks, promises };
for (const [name, work] of Object.entries(promises)) {
  if (typeof work === "function") extra[name] = universal(work, withCallbacks[name]);
}
for (const [name, work] of Object.entries(own)) {
  extra[name] = universal(work);
  extra[`${name}Sync`] = work;
}

export default extra;
export * from "../files/sync.js";
export { extra as "module.exports" };
export const {
  access,
  appendFile,
  chmod,
  copy,
  copyFile,
  createReadStream,
  createWriteStream,
  emptyDir,
  ensureDir,
  ensureFile,
  lstat,
  mkdir,
  mkdirp,
  mkdtemp,
  move,
  outputFile,
  outputJSON,
  outputJson,
  pathExists,
  readFile,
  readJSON,
  readJson,
  readdir,
  readlink,
  realpath,
  remove,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
  writeJSON,
  writeJson,
} = extra;
export {
  copySync,
  emptyDirSync,
  ensureDirSync,
  ensureDirSync as mkdirpSync,
  ensureFileSync,
  moveSync,
  outputFileSync,
  outputJsonSync,
  outputJsonSync as outputJSONSync,
  readJsonSync,
  readJsonSync as readJSONSync,
  removeSync,
  writeJsonSync,
  writeJsonSync as writeJSONSync,
};
export const pathExistsSync = sync.existsSync;
