import { NotFollowed } from "../host/desk/command-desk.ts";
import type { Ended } from "../host/desk/started.ts";
import { handingOf } from "./hand-over.ts";
import type { Machine } from "./machine.ts";

/**
 * Runs a shell line for a program that is not a script itself. A line that cannot be followed to its end has done nothing: it is recorded
 * as not run, and what started it goes on.
 * @param call `cwd` is absolute
 */
export function rehearseLine(
  machine: Machine,
  { line, cwd, env }: { line: string; cwd: string; env: Readonly<Record<string, string>> },
): Ended {
  const { desk, ending, overlay, recorder } = machine;
  const argv = ["sh", "-c", line];
  const configured = desk.configured(line, argv, cwd);
  if (configured !== null) return configured;
  const [files, events] = [overlay.snapshot(), recorder.mark()];
  const ended = handingOf(machine, { argv, cwd, env, stdin: "" })?.run() ?? new NotFollowed(null);
  if (!(ended instanceof NotFollowed) && !ending.isReached) return ended;
  files.restore();
  recorder.reset(events);
  if (performance.now() <= machine.deadline) ending.reopen();
  return desk.notRun(line, argv, cwd, ended instanceof NotFollowed ? ended.why : null);
}
