// node:fs. The functions that take a callback are made of the synchronous ones.

import { constants } from "../files/constants.js";
import { opendirSync } from "../files/dir.js";
import { globSync } from "../files/glob.js";
import * as sync from "../files/sync.js";
import { tellLater } from "../files/under-way.js";
import * as promises from "./fs-promises.js";

export { Dir, opendirSync } from "../files/dir.js";
export { Dirent, Stats } from "../files/entries.js";
export { createReadStream, createWriteStream, ReadStream, WriteStream } from "../files/streams.js";
export * from "../files/sync.js";
export { constants, globSync, promises };
export const { F_OK, R_OK, W_OK, X_OK } = constants;

export const access = withCallback(sync.accessSync);
export const appendFile = withCallback(sync.appendFileSync, tellLater);
export const chmod = withCallback(sync.chmodSync, tellLater);
export const close = withCallback(sync.closeSync);
export const copyFile = withCallback(sync.copyFileSync, tellLater);
export const cp = withCallback(sync.cpSync, tellLater);
export const fdatasync = withCallback(sync.fdatasyncSync);
export const fsync = withCallback(sync.fsyncSync);
export const glob = withCallback(globSync);
export const link = withCallback(sync.linkSync, tellLater);
export const lstat = withCallback(sync.lstatSync);
export const mkdir = withCallback(sync.mkdirSync, tellLater);
export const mkdtemp = withCallback(sync.mkdtempSync);
export const open = withCallback(sync.openSync);
export const opendir = withCallback(opendirSync);
export const readFile = withCallback(sync.readFileSync);
export const readdir = withCallback(sync.readdirSync);
export const readlink = withCallback(sync.readlinkSync);
export const realpath = withCallback(sync.realpathSync);
export const rename = withCallback(sync.renameSync, tellLater);
export const rm = withCallback(sync.rmSync, tellLater);
export const rmdir = withCallback(sync.rmdirSync, tellLater);
export const stat = withCallback(sync.statSync);
export const symlink = withCallback(sync.symlinkSync, tellLater);
export const truncate = withCallback(sync.truncateSync, tellLater);
export const unlink = withCallback(sync.unlinkSync, tellLater);
export const utimes = withCallback(sync.utimesSync);
export const writeFile = withCallback(sync.writeFileSync, tellLater);

realpath.native = realpath;

export function exists(path, callback) {
  const found = sync.existsSync(path);
  queueMicrotask(() => callback(found));
}

/** The work is done at once, and the callback is told of it later; of a change in a later turn. */
function withCallback(work, later = (_path, tell) => queueMicrotask(tell)) {
  return (...args) => {
    const callback = args.pop();
    if (typeof callback !== "function") {
      throw Object.assign(new TypeError('The "cb" argument must be of type function'), {
        code: "ERR_INVALID_ARG_TYPE",
      });
    }
    let result;
    try {
      result = work(...args);
    } catch (error) {
      return queueMicrotask(() => callback(error));
    }
    later(args[0], () => callback(null, result));
  };
}
