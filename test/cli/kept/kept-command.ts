import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measurements } from "../../measure/measured-process.ts";
import { compiledCommand } from "../compiled-command.ts";

let socket: string | null = null;

/**
 * The program and its first arguments that run a command line in a process which all tests of this worker share. It is
 * the bundle with its threads, as in a process of its own, but what it needs most of its time for at its start is done
 * once. Tests of signals, of terminals and of what becomes of its streams start a process of their own; so does everything
 * where coverage is measured, because a process tells what it ran when it ends.
 */
export function keptCommand(): readonly [program: string, ...args: string[]] {
  if (process.env[measurements] !== undefined) return [process.execPath, compiledCommand()];
  socket ??= serve();
  return [process.execPath, join(import.meta.dirname, "call.js"), socket];
}

/** Starts the process that serves; it ends with this one. */
function serve(): string {
  const place = join(mkdtempSync(join(tmpdir(), "version-audit-kept-")), "socket");
  const script = join(import.meta.dirname, "serve.js");
  const server = spawn(process.execPath, [script, compiledCommand(), place], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  server.unref();
  if (server.stdin !== null && "unref" in server.stdin)
    (server.stdin as unknown as { unref(): void }).unref();
  return place;
}
