// What execa and its kin give for a command: a promise that knows the result already, with the streams of a process.

import { Buffer } from "./node/buffer.js";
import { Readable, Writable } from "./node/stream.js";

/** Makes the promise of a result, or of an error, with what belongs to a running process. */
export function startedProcess(result, error, extras) {
  const promise = error === null ? Promise.resolve(result) : Promise.reject(error);
  const streamOf = (text) =>
    Readable.from(typeof text === "string" && text !== "" ? [Buffer.from(text)] : []);
  const { stdout, stderr } = error ?? result;
  const streams = {
    stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdout: streamOf(stdout),
    stderr: streamOf(stderr),
    all: streamOf(stdout),
  };
  return Object.assign(promise, streams, {
    pid: 2,
    killed: false,
    connected: false,
    kill: () => false,
    ...extras,
  });
}

/** The words of a template: blanks part them, and what is put in is one word, or a list of words. */
export function templateWords(strings, values) {
  const words = [];
  let isOpen = false;
  const add = (text) => {
    if (isOpen) words.push(`${words.pop()}${text}`);
    else words.push(text);
    isOpen = true;
  };
  for (const [index, raw] of strings.raw.entries()) {
    const pieces = raw.split(/(?<!\\)[ \t\n]+/);
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) isOpen = false;
      if (piece !== "") add(piece.replace(/\\([ \t\n`$\\])/g, "$1"));
    }
    if (index >= values.length) continue;
    const list = Array.isArray(values[index]) ? values[index] : [values[index]];
    for (const [at, value] of list.entries()) {
      if (at > 0) isOpen = false;
      add(valueText(value));
    }
  }
  return words;
}

/** What a value becomes in a command: of an earlier result, its output. */
export function valueText(value) {
  if (typeof value === "object" && value !== null && "stdout" in value) return String(value.stdout).trimEnd();
  return String(value);
}
