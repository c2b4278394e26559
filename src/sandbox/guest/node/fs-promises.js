// node:fs/promises. Each function does its work when it is called, as the order of calls is the order of effects.

import { constants } from "../files/constants.js";
import { closeDescriptor, pathOfDescriptor, readDescriptor, writeDescriptor } from "../files/descriptors.js";
import { opendirSync } from "../files/dir.js";
import { globSync } from "../files/glob.js";
import * as sync from "../files/sync.js";
import { begin, tellLater } from "../files/under-way.js";

export { constants };

export const access = async (path) => sync.accessSync(path);
export const appendFile = changing((path, data, options) => sync.appendFileSync(target(path), data, options));
export const chmod = changing((path, mode) => sync.chmodSync(path, mode));
export const chown = async (path) => sync.chownSync(path);
export const copyFile = changing((from, to, mode) => sync.copyFileSync(from, to, mode));
export const cp = changing((from, to, options) => sync.cpSync(from, to, options));
export async function* glob(pattern, options) {
  yield* globSync(pattern, options);
}
export const link = changing((from, to) => sync.linkSync(from, to));
export const lstat = async (path, options) => sync.lstatSync(path, options);
export const mkdir = changing((path, options) => sync.mkdirSync(path, options));
export const mkdtemp = async (prefix) => sync.mkdtempSync(prefix);
export const open = async (path, flags) => new FileHandle(sync.openSync(path, flags));
export const opendir = async (path, options) => opendirSync(path, options);
export const readFile = async (path, options) => sync.readFileSync(target(path), options);
export const readdir = async (path, options) => sync.readdirSync(path, options);
export const readlink = async (path) => sync.readlinkSync(path);
export const realpath = async (path) => sync.realpathSync(path);
export const rename = changing((from, to) => sync.renameSync(from, to));
export const rm = changing((path, options) => sync.rmSync(path, options));
export const rmdir = changing((path, options) => sync.rmdirSync(path, options));
export const stat = async (path, options) => sync.statSync(path, options);
export const symlink = changing((to, path) => sync.symlinkSync(to, path));
export const truncate = changing((path, length) => sync.truncateSync(target(path), length));
export const unlink = changing((path) => sync.unlinkSync(path));
export const utimes = async (path) => sync.utimesSync(path);

/** The data can come in pieces, from anything that can be iterated. */
export async function writeFile(path, data, options) {
  const isWhole = typeof data === "string" || ArrayBuffer.isView(data);
  if (isWhole || typeof data?.[Symbol.asyncIterator ?? Symbol.iterator] !== "function") {
    return writeWhole(path, data, options);
  }
  const end = begin(named(path));
  try {
    sync.writeFileSync(target(path), "", options);
    for await (const piece of data) sync.appendFileSync(target(path), piece, options);
  } finally {
    end();
  }
}

const writeWhole = changing((path, data, options) => sync.writeFileSync(target(path), data, options));

/** What makes a change and tells of it in a later turn; who fails has changed nothing. */
function changing(work) {
  return async (...args) => {
    const result = work(...args);
    await new Promise((resolve) => tellLater(named(args[0]), resolve));
    return result;
  };
}

class FileHandle {
  constructor(fd) {
    this.fd = fd;
  }

  appendFile(data, options) {
    return appendFile(this, data, options);
  }

  async close() {
    closeDescriptor(this.fd);
  }

  async read(buffer, offset, length, position) {
    return { bytesRead: readDescriptor(this.fd, buffer, { offset, length, position }), buffer };
  }

  async readFile(options) {
    return sync.readFileSync(this.fd, options);
  }

  async stat() {
    return sync.statSync(pathOfDescriptor(this.fd));
  }

  truncate(length) {
    return truncate(this, length);
  }

  write(data, position) {
    return writePart(this, data, position);
  }

  writeFile(data, options) {
    return replaceAll(this, data, options);
  }
}

const writePart = changing(({ fd }, data, position) => ({
  bytesWritten: writeDescriptor(fd, data, position),
  buffer: data,
}));

const replaceAll = changing(({ fd }, data, options) => {
  sync.truncateSync(fd, 0);
  sync.appendFileSync(fd, data, options);
});

function target(path) {
  return path instanceof FileHandle ? path.fd : path;
}

function named(path) {
  return path instanceof FileHandle ? pathOfDescriptor(path.fd) : path;
}
