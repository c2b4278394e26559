import type { Shell } from "../shell.ts";
import { optionLetters } from "./options.ts";

/** The same in every rehearsal. */
export const processId = "4242";

/** The value of a positional or special parameter: null when it is not set, undefined when the name is none of them. */
export function specialParameter(shell: Shell, name: string): string | null | undefined {
  if (/^[1-9]\d*$/.test(name)) return shell.params[Number(name) - 1] ?? null;
  switch (name) {
    case "0":
      return shell.scriptName;
    case "#":
      return String(shell.params.length);
    case "?":
      return String(shell.status);
    case "$":
      return processId;
    case "!":
      return shell.lastJob === null ? null : String(shell.lastJob);
    case "-":
      return flags(shell);
    case "_":
      return shell.isBash ? shell.lastArgument : undefined;
    default:
      return undefined;
  }
}

function flags(shell: Shell): string {
  const letters = Object.entries(optionLetters).filter(([, option]) => shell.options.has(option));
  return letters.map(([letter]) => letter).join("");
}
