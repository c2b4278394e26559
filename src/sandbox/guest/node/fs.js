// node:fs. The functions that take a callback are made of the synchronous ones.

import { constants } from "../files/constants.js";
import { globSync } from "../files/glob.js";
import * as sync from "../files/sync.js";
import * as promises from "./fs-promises.js";

export { Dirent, Stats } from "../files/entries.js";
export { createReadStream, createWriteStream, ReadStream, WriteStream } from "../files/streams.js";
export * from "../files/sync.js";
export { constants, globSync, promises };
export const { F_OK, R_OK, W_OK, X_OK } = constants;

export const access = withCallback(sync.accessSync);
export const appendFile = withCallback(sync.appendFileSync);
export const chmod = withCallback(sync.chmodSync);
export const close = withCallback(sync.closeSync);
export const copyFile = withCallback(sync.copyFileSync);
export const cp = withCallback(sync.cpSync);
export const glob = withCallback(globSync);
export const lstat = withCallback(sync.lstatSync);
export const mkdir = withCallback(sync.mkdirSync);
export const mkdtemp = withCallback(sync.mkdtempSync);
export const open = withCallback(sync.openSync);
export const readFile = withCallback(sync.readFileSync);
export const readdir = withCallback(sync.readdirSync);
export const readlink = withCallback(sync.readlinkSync);
export const realpath = withCallback(sync.realpathSync);
export const rename = withCallback(sync.renameSync);
export const rm = withCallback(sync.rmSync);
export const rmdir = withCallback(sync.rmdirSync);
export const stat = withCallback(sync.statSync);
export const symlink = withCallback(sync.symlinkSync);
export const truncate = withCallback(sync.truncateSync);
export const unlink = withCallback(sync.unlinkSync);
export const utimes = withCallback(sync.utimesSync);
export const writeFile = withCallback(sync.writeFileSync);

export function exists(path, callback) {
  const found = sync.existsSync(path);
  queueMicrotask(() => callback(found));
}

/** The work is done at once, and the callback is told of it later. */
function withCallback(work) {
  return (...args) => {
    const callback = args.pop();
    if (typeof callback !== "function") {
      throw Object.assign(new TypeError('The "cb" argument must be of type function'), {
        code: "ERR_INVALID_ARG_TYPE",
      });
    }
    let tell;
    try {
      const result = work(...args);
      tell = () => callback(null, result);
    } catch (error) {
      tell = () => callback(error);
    }
    queueMicrotask(tell);
  };
}
