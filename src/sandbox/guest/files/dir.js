// `opendir`: the entries of a folder one after the other. See https://nodejs.org/api/fs.html#class-fsdir.

import { readdirSync } from "./sync.js";

export class Dir {
  #entries;
  #isClosed = false;

  /** @param path as it was written */
  constructor(path, entries) {
    this.path = path;
    this.#entries = entries;
  }

  readSync() {
    this.#refuseClosed();
    return this.#entries.shift() ?? null;
  }

  read(callback) {
    const entry = this.readSync();
    if (callback === undefined) return Promise.resolve(entry);
    queueMicrotask(() => callback(null, entry));
  }

  closeSync() {
    this.#refuseClosed();
    this.#isClosed = true;
  }

  close(callback) {
    const closing = (async () => this.closeSync())();
    if (callback === undefined) return closing;
    closing.then(() => callback(null), callback);
  }

  /** No generator: the engine does not wait for what one does when it is left, and the folder is closed by then. */
  entries() {
    let isDone = false;
    const end = async (value) => {
      if (!isDone) this.closeSync();
      isDone = true;
      return { done: true, value };
    };
    const next = async () => {
      const value = isDone ? null : this.readSync();
      return value === null ? end() : { done: false, value };
    };
    const iterator = { next, return: end, [Symbol.asyncIterator]: () => iterator };
    return iterator;
  }

  [Symbol.asyncIterator]() {
    return this.entries();
  }

  #refuseClosed() {
    if (!this.#isClosed) return;
    throw Object.assign(new Error("Directory handle was closed"), { code: "ERR_DIR_CLOSED" });
  }
}

/** The folder is listed at once, in the order of `readdir`. */
export function opendirSync(path, options) {
  const recursive = options?.recursive === true;
  try {
    return new Dir(String(path), readdirSync(path, { recursive, withFileTypes: true }));
  } catch (error) {
    if (error.syscall !== "scandir") throw error;
    for (const text of ["message", "stack"]) error[text] = error[text].replace("scandir", "opendir");
    throw Object.assign(error, { syscall: "opendir" });
  }
}
