// node:stream, as much of it as scripts use to read and write files and outputs.

import { Buffer } from "./buffer.js";
import { EventEmitter, once } from "./events.js";

export class Stream extends EventEmitter {
  destroyed = false;

  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    queueMicrotask(() => {
      if (error) this.emit("error", error);
      this.emit("close");
    });
    return this;
  }
}

export class Readable extends Stream {
  readable = true;
  #chunks = [];
  #encoding;
  #isFlowing = false;
  #hasEnded = false;

  constructor({ encoding, read, objectMode } = {}) {
    super();
    this.#encoding = encoding ?? null;
    this.objectMode = objectMode === true;
    if (read) this._read = read;
  }

  /** A stream over anything that can be iterated. */
  static from(items) {
    const stream = new Readable({ objectMode: true });
    (async () => {
      for await (const item of typeof items === "string" ? [items] : items) stream.push(item);
      stream.push(null);
    })().catch((error) => stream.destroy(error));
    return stream;
  }

  push(chunk) {
    const isText = this.#encoding !== null && Buffer.isBuffer(chunk);
    this.#chunks.push(isText ? chunk.toString(this.#encoding) : chunk);
    if (this.#isFlowing) queueMicrotask(() => this.#flow());
    return true;
  }

  on(event, listener) {
    super.on(event, listener);
    if (event === "data" || event === "readable") this.resume();
    return this;
  }

  setEncoding(encoding) {
    this.#encoding = encoding;
    return this;
  }

  resume() {
    this.#isFlowing = true;
    this._read?.();
    queueMicrotask(() => this.#flow());
    return this;
  }

  pause() {
    this.#isFlowing = false;
    return this;
  }

  pipe(target) {
    this.on("data", (chunk) => target.write(chunk));
    this.on("end", () => target.end());
    return target;
  }

  async *[Symbol.asyncIterator]() {
    const pending = [];
    let wake = () => {};
    let failure = null;
    this.on("error", (error) => {
      failure = { error };
      wake();
    });
    this.on("end", () => {
      pending.push(null);
      wake();
    });
    this.on("data", (chunk) => {
      pending.push(chunk);
      wake();
    });
    for (;;) {
      if (pending.length === 0 && failure === null) await new Promise((resolve) => (wake = resolve));
      if (failure !== null) throw failure.error;
      const chunk = pending.shift();
      if (chunk === null) return;
      yield chunk;
    }
  }

  #flow() {
    while (this.#isFlowing && this.#chunks.length > 0 && !this.#hasEnded) {
      const chunk = this.#chunks.shift();
      if (chunk !== null) this.emit("data", chunk);
      else {
        this.#hasEnded = true;
        this.emit("end");
        this.destroy();
      }
    }
  }
}

export class Writable extends Stream {
  writable = true;
  writableEnded = false;
  #write;
  #final;

  constructor({ write, final } = {}) {
    super();
    this.#write = write;
    this.#final = final;
  }

  write(chunk, encoding, callback) {
    const done = typeof encoding === "function" ? encoding : callback;
    const work = this.#write ?? this._write;
    try {
      Reflect.apply(work, this, [
        chunk,
        typeof encoding === "string" ? encoding : "utf8",
        (error) => this.#wrote(error, done),
      ]);
    } catch (error) {
      this.destroy(error);
    }
    return true;
  }

  end(chunk, encoding, callback) {
    const done = [chunk, encoding, callback].find((argument) => typeof argument === "function");
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function")
      this.write(chunk, typeof encoding === "string" ? encoding : undefined);
    if (this.writableEnded) return this;
    this.writableEnded = true;
    const finish = (error) => {
      if (error) this.destroy(error);
      else queueMicrotask(() => this.#finish(done));
    };
    if (this.#final) Reflect.apply(this.#final, this, [finish]);
    else finish();
    return this;
  }

  cork() {}
  uncork() {}

  #wrote(error, done) {
    if (error) this.destroy(error);
    else queueMicrotask(() => done?.());
  }

  #finish(done) {
    this.emit("finish");
    done?.();
    this.destroy();
  }
}

export class Transform extends Readable {
  writable = true;
  #transform;
  #flush;

  constructor({ transform, flush, ...options } = {}) {
    super(options);
    this.#transform = transform;
    this.#flush = flush;
  }

  write(chunk, encoding) {
    const work = this.#transform ?? this._transform ?? ((piece, _encoding, done) => done(null, piece));
    Reflect.apply(work, this, [chunk, encoding, (error, result) => this.#passed(error, result)]);
    return true;
  }

  end(chunk) {
    if (chunk !== undefined) this.write(chunk);
    const flush = this.#flush ?? this._flush;
    if (flush) Reflect.apply(flush, this, [(error, result) => this.#passed(error, result)]);
    this.push(null);
    queueMicrotask(() => this.emit("finish"));
    return this;
  }

  #passed(error, result) {
    if (error) this.destroy(error);
    else if (result !== undefined && result !== null) this.push(result);
  }
}

export class Duplex extends Transform {}
export class PassThrough extends Transform {}

/** Runs streams into one another; the callback is told when the last one is done. */
export function pipeline(...streams) {
  const callback = streams.pop();
  run(streams).then(() => callback(), callback);
  return streams.at(-1);
}

export function finished(stream, callback) {
  stream.once("error", callback);
  stream.once(stream instanceof Writable ? "finish" : "end", () => callback());
}

/** `pipeline` as a promise. */
export async function run(streams) {
  const last = streams.at(-1);
  const end = once(last, last instanceof Writable ? "finish" : "end");
  for (const [index, stream] of streams.slice(0, -1).entries()) {
    stream.once("error", (error) => last.destroy(error));
    stream.pipe(streams[index + 1]);
  }
  if (!(last instanceof Writable)) last.resume();
  await end;
}

const everything = { Stream, Readable, Writable, Transform, Duplex, PassThrough, pipeline, finished };
export default Object.assign(Stream, everything);
