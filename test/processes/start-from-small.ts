import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** What Node itself calls to start a process and wait for its end. */
interface SpawnSync {
  spawn(options: SpawnOptions): unknown;
}

interface SpawnOptions {
  readonly cwd?: string;
  readonly stdio: readonly { readonly type: string; readonly fd?: number }[];
}

interface Starter {
  readonly input: number;
  readonly output: number;
}

// Starting a process copies the page tables of the one that starts it. That of a worker takes ten times as long as git
// then does, so a small process starts what a worker waits for. It is the same call of Node, with the same options.
const node = process as unknown as { binding(name: "spawn_sync"): SpawnSync; isStartingFromSmall?: true };
if (node.isStartingFromSmall === undefined) {
  node.isStartingFromSmall = true;
  const starter = openStarter();
  const binding = node.binding("spawn_sync");
  const start = binding.spawn;
  binding.spawn = (options) =>
    isPassable(options)
      ? ask(starter, { ...options, cwd: options.cwd ?? process.cwd() })
      : start.call(binding, options);
}

/** A file that this process has open is not open in another one. */
function isPassable({ stdio }: SpawnOptions): boolean {
  return stdio.every(({ type, fd = 0 }) => type === "pipe" || type === "ignore" || fd <= 2);
}

function openStarter(): Starter {
  const folder = mkdtempSync(join(tmpdir(), "version-audit-starter-"));
  const pipes = [join(folder, "requests"), join(folder, "answers")] as const;
  execFileSync("mkfifo", pipes);
  const script = join(import.meta.dirname, "starter.js");
  spawn(process.execPath, ["--no-deprecation", script, ...pipes], { stdio: "inherit" }).unref();
  const starter = { output: openSync(pipes[0], "w"), input: openSync(pipes[1], "r") };
  rmSync(folder, { recursive: true });
  return starter;
}

function ask({ input, output }: Starter, options: SpawnOptions): unknown {
  const request = serialize(options);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(request.length);
  const message = Buffer.concat([head, request]);
  for (let at = 0; at < message.length; ) at += writeSync(output, message, at);
  return deserialize(read(input, read(input, 4).readUInt32LE()));
}

function read(input: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const size = readSync(input, bytes, at, length - at, null);
    if (size === 0) throw new Error("the process that starts others has ended");
    at += size;
  }
  return bytes;
}
