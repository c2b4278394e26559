// What `stat` and `readdir` give.

import { peekClock } from "../clock.js";

class Kinds {
  #kind;

  constructor(kind) {
    this.#kind = kind;
  }

  isFile() {
    return this.#kind === "file";
  }

  isDirectory() {
    return this.#kind === "folder";
  }

  isSymbolicLink() {
    return this.#kind === "link";
  }

  isBlockDevice() {
    return false;
  }

  isCharacterDevice() {
    return false;
  }

  isFIFO() {
    return false;
  }

  isSocket() {
    return false;
  }
}

export class Stats extends Kinds {
  /** @param inBigInts whether the numbers are bigints, with times in nanoseconds besides */
  constructor({ kind, size, mode, identity }, inBigInts) {
    super(kind);
    const number = inBigInts ? (value) => BigInt(Math.trunc(value)) : (value) => value;
    const time = peekClock();
    const places = { dev: 1, ino: identity, nlink: 1, uid: 1000, gid: 1000, rdev: 0 };
    const numbers = { ...places, mode, size, blksize: 4096, blocks: Math.ceil(size / 512) };
    for (const [name, value] of Object.entries(numbers)) this[name] = number(value);
    for (const name of ["atime", "mtime", "ctime", "birthtime"]) {
      this[`${name}Ms`] = number(time);
      if (inBigInts) this[`${name}Ns`] = number(time) * 1_000_000n;
      this[name] = new Date(time);
    }
  }
}

export class Dirent extends Kinds {
  constructor(name, folder, kind) {
    super(kind);
    this.name = name;
    this.parentPath = folder;
    this.path = folder;
  }
}
