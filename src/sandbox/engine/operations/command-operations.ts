import * as v from "valibot";
import type { CommandDesk } from "../../host/desk/command-desk.ts";
import type { Started } from "../../host/desk/started.ts";
import { type Operations, operation, virtualPath } from "../operation.ts";

const environment = v.record(v.string(), v.string());

/** A shell line that a script starts. */
type Line = { readonly line: string } & Omit<Started, "argv">;

/**
 * What `node:child_process` and its kin ask for. Nothing is ever started.
 * @param runLine runs a line in a shell of the sandbox
 */
export function commandOperations(
  desk: CommandDesk,
  runLine: (line: Line) => { stdout: string; stderr: string; exitCode: number },
): Operations {
  return {
    "command.run": operation(
      [v.pipe(v.array(v.string()), v.minLength(1)), virtualPath, v.string(), environment],
      (argv, cwd, stdin, env) => desk.run({ argv, cwd, stdin, env }),
    ),
    "command.fetch": operation([v.string()], (url) => desk.fetch(url)),
    "command.shell": operation(
      [v.string(), virtualPath, v.string(), environment],
      (line, cwd, stdin, env) =>
        desk.configured(line.trim(), ["sh", "-c", line.trim()], cwd) ?? runLine({ line, cwd, stdin, env }),
    ),
  };
}
