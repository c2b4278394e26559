import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../repository/git/environment.ts";
import type { LogLine } from "../rehearsal.ts";
import { killGroup } from "./interruption.ts";

export interface CommandRun {
  /** Null when the command was ended by us or by a signal. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly log: readonly LogLine[];
}

export interface CommandBounds {
  readonly seconds: number;
  /** Ends the command when it is aborted. */
  readonly signal: AbortSignal;
}

/** More than this no reader wants; it is what a script in the sandbox may print. */
const maxLogLength = 16 * 1024 * 1024;

/** How long the output of a command that has ended may take to arrive. */
const graceInMilliseconds = 1000;

/**
 * Runs a command line through the shell of the system, with nothing on its standard input, and waits until it and every
 * process that it left behind have ended: the command leads a process group of its own, which is killed at the end.
 * A process that has left the group cannot be found; it is not waited for, and what it prints is not read.
 * Rejects when the shell cannot be started.
 */
export async function runCommand(
  command: string,
  cwd: string,
  environment: Environment,
  bounds: CommandBounds,
): Promise<CommandRun> {
  const child = spawn(command, {
    cwd,
    env: { ...environment },
    shell: true,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: LogLine[] = [];
  const print = printerTo(log);
  const finished = [collectLines(child, "stdout", print), collectLines(child, "stderr", print)];
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end(child);
  }, bounds.seconds * 1000);
  const onAbort = () => end(child);
  bounds.signal.addEventListener("abort", onAbort);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    });
    clearTimeout(timer);
    // A process that the command left running would hold the pipes open, and could still write.
    end(child);
    await Promise.race([Promise.all(finished), sleep(graceInMilliseconds, null, { ref: false })]);
    child.stdout.destroy();
    child.stderr.destroy();
    await Promise.all(finished);
    return { exitCode, timedOut, log };
  } finally {
    clearTimeout(timer);
    bounds.signal.removeEventListener("abort", onAbort);
  }
}

type Print = (stream: LogLine["stream"], text: string) => void;

/** Appends lines to a log until it is full. */
function printerTo(log: LogLine[]): Print {
  let room = maxLogLength;
  return (stream, text) => {
    if (room < 0) return;
    room -= text.length + 1;
    const shown = room < 0 ? "what else the command prints is left out" : text.replace(/\r$/, "");
    log.push({ stream, text: shown, after: null });
  };
}

/** Prints each line of a stream as it comes; resolves when the stream has ended. */
function collectLines(child: ChildProcess, stream: LogLine["stream"], print: Print): Promise<void> {
  return new Promise((resolve) => {
    let rest = "";
    const source = child[stream];
    source?.setEncoding("utf8");
    source?.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = (lines.pop() ?? "").slice(0, maxLogLength);
      for (const line of lines) print(stream, line);
    });
    source?.once("close", () => {
      if (rest !== "") print(stream, rest);
      resolve();
    });
  });
}

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) killGroup(pid);
}
