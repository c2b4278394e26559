// node:fs/promises. Each function does its work when it is called, as the order of calls is the order of effects.

import { constants } from "../files/constants.js";
import { closeDescriptor, pathOfDescriptor, readDescriptor, writeDescriptor } from "../files/descriptors.js";
import { globSync } from "../files/glob.js";
import * as sync from "../files/sync.js";

export { constants };

export const access = async (path) => sync.accessSync(path);
export const appendFile = async (path, data, options) => sync.appendFileSync(target(path), data, options);
export const chmod = async (path, mode) => sync.chmodSync(path, mode);
export const chown = async (path) => sync.chownSync(path);
export const copyFile = async (from, to, mode) => sync.copyFileSync(from, to, mode);
export const cp = async (from, to, options) => sync.cpSync(from, to, options);
export async function* glob(pattern, options) {
  yield* globSync(pattern, options);
}
export const lstat = async (path, options) => sync.lstatSync(path, options);
export const mkdir = async (path, options) => sync.mkdirSync(path, options);
export const mkdtemp = async (prefix) => sync.mkdtempSync(prefix);
export const open = async (path, flags) => new FileHandle(sync.openSync(path, flags));
export const readFile = async (path, options) => sync.readFileSync(target(path), options);
export const readdir = async (path, options) => sync.readdirSync(path, options);
export const readlink = async (path) => sync.readlinkSync(path);
export const realpath = async (path) => sync.realpathSync(path);
export const rename = async (from, to) => sync.renameSync(from, to);
export const rm = async (path, options) => sync.rmSync(path, options);
export const rmdir = async (path, options) => sync.rmdirSync(path, options);
export const stat = async (path, options) => sync.statSync(path, options);
export const symlink = async (to, path) => sync.symlinkSync(to, path);
export const truncate = async (path, length) => sync.truncateSync(path, length);
export const unlink = async (path) => sync.unlinkSync(path);
export const utimes = async (path) => sync.utimesSync(path);

/** The data can come in pieces, from anything that can be iterated. */
export async function writeFile(path, data, options) {
  const isWhole = typeof data === "string" || ArrayBuffer.isView(data);
  if (isWhole || typeof data?.[Symbol.asyncIterator ?? Symbol.iterator] !== "function") {
    return sync.writeFileSync(target(path), data, options);
  }
  sync.writeFileSync(target(path), "", options);
  for await (const piece of data) sync.appendFileSync(target(path), piece, options);
}

class FileHandle {
  constructor(fd) {
    this.fd = fd;
  }

  async appendFile(data, options) {
    sync.appendFileSync(this.fd, data, options);
  }

  async close() {
    closeDescriptor(this.fd);
  }

  async read(buffer, offset, length, position) {
    return { bytesRead: readDescriptor(this.fd, buffer, offset, length, position), buffer };
  }

  async readFile(options) {
    return sync.readFileSync(this.fd, options);
  }

  async stat() {
    return sync.statSync(pathOfDescriptor(this.fd));
  }

  async truncate(length) {
    sync.truncateSync(this.fd, length);
  }

  async write(data, position) {
    return { bytesWritten: writeDescriptor(this.fd, data, position), buffer: data };
  }

  async writeFile(data, options) {
    sync.truncateSync(this.fd, 0);
    sync.appendFileSync(this.fd, data, options);
  }
}

function target(path) {
  return path instanceof FileHandle ? path.fd : path;
}
