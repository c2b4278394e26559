import type { Shell } from "../shell.ts";
import { inlineSource } from "../source-text.ts";

/** What has been set for the end of the shell; it is done once. */
export function runExitTrap(shell: Shell): void {
  const action = shell.traps.get("EXIT");
  if (action === undefined || action === "") return;
  shell.traps.delete("EXIT");
  const status = shell.status;
  runAction(shell, action);
  shell.status = status;
}

/** What has been set for a command that fails. */
export function runErrorTrap(shell: Shell): void {
  const action = shell.traps.get("ERR");
  if (action === undefined || action === "" || shell.isInErrorTrap) return;
  if (
    shell.frames.length > 0 &&
    !shell.options.has("errtrace") &&
    shell.frames.some(({ name }) => name !== "source")
  ) {
    return;
  }
  const status = shell.status;
  shell.isInErrorTrap = true;
  try {
    runAction(shell, action);
  } finally {
    shell.isInErrorTrap = false;
  }
  shell.status = status;
}

function runAction(shell: Shell, action: string): void {
  const { position, isInTrap } = shell;
  shell.isInTrap = true;
  try {
    shell.runText(action, inlineSource(action, position.source.name, position.origin(), position.line));
  } finally {
    shell.isInTrap = isInTrap;
  }
}
