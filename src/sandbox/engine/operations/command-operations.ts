import * as v from "valibot";
import type { CommandDesk } from "../../host/desk/command-desk.ts";
import type { Overlay } from "../../host/files/overlay.ts";
import { Shell } from "../../shell/shell.ts";
import { shellCall } from "../../shell/shell-options.ts";
import { type Operations, operation, virtualPath } from "../operation.ts";

const environment = v.record(v.string(), v.string());

/** What `node:child_process` and its kin ask for. Nothing is ever started. */
export function commandOperations(desk: CommandDesk, overlay: Overlay): Operations {
  return {
    "command.run": operation(
      [v.pipe(v.array(v.string()), v.minLength(1)), virtualPath, v.string(), environment],
      (argv, cwd, stdin, variables) => {
        const call = shellCall(argv);
        if (call === null) return desk.run(argv, cwd, stdin);
        return Shell.start(desk, overlay, cwd, variables, call.options).run(call.line, stdin);
      },
    ),
    "command.fetch": operation([v.string()], (url) => desk.fetch(url)),
    "command.shell": operation(
      [v.string(), virtualPath, v.string(), environment],
      (line, cwd, stdin, variables) => Shell.start(desk, overlay, cwd, variables).run(line, stdin),
    ),
  };
}
