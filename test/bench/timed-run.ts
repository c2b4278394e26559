import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** One run of one program, in milliseconds of wall time. */
export interface TimedRun {
  readonly milliseconds: number;
  readonly stdout: string;
}

/** Runs a program to its end; null when it is not installed. Exit code 1 is a result, of ripgrep and of an audit. */
export function timedRun(command: string, args: readonly string[], cwd: string): TimedRun | null {
  const started = performance.now();
  const run = spawnSync(command, [...args], { cwd, encoding: "utf8", maxBuffer: 1024 ** 3 });
  const milliseconds = performance.now() - started;
  if (run.error !== undefined && "code" in run.error && run.error.code === "ENOENT") return null;
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0 && (run.status !== 1 || run.stderr.includes("Error"))) {
    throw new Error(`${command} ended with code ${run.status}: ${run.stderr.slice(0, 2000)}`);
  }
  return { milliseconds, stdout: run.stdout };
}

/** The middle of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
