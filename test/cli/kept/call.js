// Has a command line run by serve.js, in this folder and with this environment, and ends as it ended.
//   node call.js SOCKET [ARGUMENT ...]

import { writeSync } from "node:fs";
import { connect } from "node:net";

const [, , socket, ...args] = process.argv;
let rest = Buffer.alloc(0);

/** The process that serves may still be starting. */
function call() {
  const connection = connect(socket);
  connection.on("error", (error) => {
    if (!["ENOENT", "ECONNREFUSED"].includes(error.code)) throw error;
    setTimeout(call, 20);
  });
  connection.on("connect", () =>
    connection.end(JSON.stringify({ args, cwd: process.cwd(), env: process.env })),
  );
  connection.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32LE(1)) take();
  });
  connection.on("end", () => {
    if (process.exitCode === undefined) throw new Error("the process that serves has ended");
  });
}

function take() {
  const [kind] = rest;
  const end = 5 + rest.readUInt32LE(1);
  const content = rest.subarray(5, end);
  rest = rest.subarray(end);
  if (kind === 0) process.exitCode = content[0];
  else writeAll(kind, content);
}

function writeAll(stream, bytes) {
  for (let written = 0; written < bytes.length; ) written += writeSync(stream, bytes, written);
}

call();
