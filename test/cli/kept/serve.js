// Runs one command line after the other in one process, each with its own folder, environment and streams, as a process
// of its own would run it. What it has loaded and compiled, and the thread of the rehearsals, are there for the next one.
//   node serve.js ENTRY SOCKET
// It ends when its standard input does.
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const [, , entry, socket] = process.argv;
let runs = 0;
let last = Promise.resolve();

const server = createServer({ allowHalfOpen: true }, (connection) => {
  const chunks = [];
  connection.on("data", (chunk) => chunks.push(chunk));
  connection.on("end", () => {
    const asked = JSON.parse(Buffer.concat(chunks).toString());
    last = last.then(() => run(asked, connection));
  });
});
server.listen(socket);
process.stdin.resume().on("end", () => {
  rmSync(dirname(socket), { recursive: true, force: true });
  process.exit();
});

async function run({ args, cwd, env }, connection) {
  const send = (kind, bytes) => {
    const head = Buffer.alloc(5);
    head[0] = kind;
    head.writeUInt32LE(bytes.length, 1);
    return connection.write(Buffer.concat([head, bytes]));
  };
  const stream = (kind) =>
    new Writable({
      write(chunk, _, done) {
        send(kind, chunk);
        done();
      },
    });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, entry, ...args];
  Object.defineProperty(process, "stdout", { value: stream(1), configurable: true });
  Object.defineProperty(process, "stderr", { value: stream(2), configurable: true });
  // The entry is evaluated anew for every run; what it imports is loaded once.
  await import(`${pathToFileURL(entry)}?run=${runs++}`);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  send(0, Buffer.from([code]));
  connection.end();
}
