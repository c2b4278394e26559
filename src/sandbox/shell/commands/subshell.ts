import { ExpansionError, Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";
import { runExitTrap } from "./traps.ts";

/** Runs commands in a subshell (or the shell itself) to its end, with its trap for the end; its status says how it went. */
export function runSubshell(shell: Shell, run: () => void): void {
  untilEnd(shell, run);
  untilEnd(shell, () => runExitTrap(shell));
  for (const later of shell.afterwards.splice(0).toReversed()) later();
}

function untilEnd(shell: Shell, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof Leaving) {
      if (error.kind === "exit" || error.kind === "return") shell.status = error.value;
    } else if (error instanceof ExpansionError) {
      shell.complain(error.message);
      shell.status = error.status;
    } else throw error;
  }
}
