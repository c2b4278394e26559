// Starts processes for a worker of the tests: reads a request from the first pipe, and answers to the second one.

import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

const [requests, answers] = process.argv.slice(2);
const input = openSync(requests, "r");
const output = openSync(answers, "w");
const { spawn } = process.binding("spawn_sync");

function read(length) {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const size = readSync(input, bytes, at, length - at, null);
    if (size === 0) return null;
    at += size;
  }
  return bytes;
}

function serve() {
  const head = read(4);
  const request = head === null ? null : read(head.readUInt32LE());
  if (request === null) return closeSync(output);
  const answer = serialize(spawn(deserialize(request)));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(answer.length);
  const message = Buffer.concat([size, answer]);
  for (let at = 0; at < message.length; ) at += writeSync(output, message, at);
  // The buffers of an answer are given back in the loop of events, without which this process would grow.
  setImmediate(serve);
}

serve();
