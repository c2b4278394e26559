// node:readline. Nobody sits at the terminal: a question is answered at once, see the host's answers to prompts.

import { request } from "../host.js";
import { setTimeout } from "../timers.js";
import { EventEmitter } from "./events.js";
import { Readable } from "./stream.js";

export class Interface extends EventEmitter {
  #input;
  #isClosed = false;
  #lines = null;

  constructor(input) {
    super();
    const given = typeof input?.input === "object" ? input.input : input;
    this.#input = given;
    this.terminal = false;
    if (given instanceof Readable) this.#lines = linesOf(given);
    setTimeout(() => this.#read(), 0);
  }

  question(query, options, callback) {
    const answer = request("prompt.answer", String(query), "text", null, []);
    const done = typeof options === "function" ? options : callback;
    setTimeout(() => done(answer), 0);
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit("close");
  }

  prompt() {}
  write() {}
  setPrompt() {}

  pause() {
    return this;
  }

  resume() {
    return this;
  }

  async *[Symbol.asyncIterator]() {
    const lines = this.#lines;
    this.#lines = null;
    if (lines !== null) yield* lines;
    this.close();
  }

  /** Hands out lines to listeners; without a file to read from, the terminal ends at once. */
  async #read() {
    if (this.listenerCount("line") === 0) return;
    const lines = this.#lines;
    this.#lines = null;
    if (lines !== null) for await (const line of lines) this.emit("line", line);
    this.close();
  }
}

async function* linesOf(stream) {
  let rest = "";
  for await (const chunk of stream) {
    const pieces = (rest + chunk).split(/\r?\n/);
    rest = pieces.pop();
    yield* pieces;
  }
  if (rest !== "") yield rest;
}

export function createInterface(input) {
  return new Interface(input);
}

export function clearLine() {
  return true;
}

export { clearLine as clearScreenDown, clearLine as cursorTo, clearLine as moveCursor };

export function emitKeypressEvents() {}

export const promises = {
  Interface,
  createInterface(input) {
    const made = new Interface(input);
    const ask = made.question;
    made.question = (query) => new Promise((resolve) => Reflect.apply(ask, made, [query, resolve]));
    return made;
  },
};
