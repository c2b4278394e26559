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
  constructor({ kind, size, mode }) {
    super(kind);
    const time = peekClock();
    Object.assign(this, { dev: 1, ino: 1, mode, nlink: 1, uid: 1000, gid: 1000, rdev: 0, size });
    Object.assign(this, { blksize: 4096, blocks: Math.ceil(size / 512) });
    for (const name of ["atime", "mtime", "ctime", "birthtime"]) {
      this[`${name}Ms`] = time;
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
