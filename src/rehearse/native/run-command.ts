import { type ChildProcess, spawn } from "node:child_process";
import type { Environment } from "../../discover/git.ts";
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

/**
 * Runs a command line through the shell of the system, with nothing on its standard input, and waits until it and every
 * process that it left behind have ended: the command leads a process group of its own, which is killed at the end.
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
  const finished = [collectLines(child, "stdout", log), collectLines(child, "stderr", log)];
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
    // A process that the command left running would hold the pipes open, and could still write.
    end(child);
    await Promise.all(finished);
    return { exitCode, timedOut, log };
  } finally {
    clearTimeout(timer);
    bounds.signal.removeEventListener("abort", onAbort);
  }
}

/** Appends each line of a stream to the log as it comes; resolves when the stream has ended. */
function collectLines(child: ChildProcess, stream: LogLine["stream"], log: LogLine[]): Promise<void> {
  return new Promise((resolve) => {
    let rest = "";
    const source = child[stream];
    source?.setEncoding("utf8");
    source?.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) log.push({ stream, text: line.replace(/\r$/, ""), after: null });
    });
    source?.once("close", () => {
      if (rest !== "") log.push({ stream, text: rest, after: null });
      resolve();
    });
  });
}

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) killGroup(pid);
}
