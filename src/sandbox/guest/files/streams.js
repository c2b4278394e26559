// `createReadStream` and `createWriteStream`. A file is read and written at once; the events come as from a stream.

import { Buffer } from "../node/buffer.js";
import { Readable, Writable } from "../node/stream.js";
import { appendFileSync, readFileSync, writeFileSync } from "./sync.js";
import { begin, tellLater } from "./under-way.js";

export class ReadStream extends Readable {
  constructor(path, options) {
    const encoding = typeof options === "string" ? options : options?.encoding;
    super({ encoding });
    this.path = path;
    queueMicrotask(() => {
      try {
        const bytes = readFileSync(path);
        const { start = 0, end = bytes.length } =
          typeof options === "object" && options !== null ? options : {};
        this.emit("open", 3);
        if (bytes.length > 0) this.push(bytes.subarray(start, end + 1));
        this.push(null);
      } catch (error) {
        this.destroy(error);
      }
    });
  }

  close(callback) {
    this.destroy();
    callback?.();
  }
}

export class WriteStream extends Writable {
  constructor(path, options) {
    const flags = options?.flags ?? "w";
    super({
      write: (chunk, encoding, done) => {
        appendFileSync(path, typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk);
        tellLater(path, done);
      },
      final: (done) => tellLater(path, done),
    });
    const end = begin(path);
    this.once("finish", end);
    this.once("error", end);
    this.path = path;
    if (!flags.startsWith("a")) writeFileSync(path, "");
    queueMicrotask(() => this.emit("open", 3));
  }

  close(callback) {
    this.end(callback);
  }
}

export function createReadStream(path, options) {
  return new ReadStream(path, options);
}

export function createWriteStream(path, options) {
  return new WriteStream(path, options);
}
