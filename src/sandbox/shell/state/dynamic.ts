import { shownCommand } from "../commands/shown-command.ts";
import type { Shell } from "../shell.ts";
import { processId } from "./special.ts";
import { Variable } from "./variable.ts";

/** A variable whose value bash makes when it is asked for; null for every other name. */
export function dynamicVariable(shell: Shell, name: string): Variable | null {
  if (name === "LINENO") return scalar(String(shell.position.line));
  if (!shell.isBash) return name === "PPID" ? scalar("1") : null;
  switch (name) {
    case "BASH_SOURCE":
      return indexed([...shell.frames.map(({ source }) => source).toReversed(), shell.scriptName]);
    case "FUNCNAME":
      return shell.frames.length === 0
        ? null
        : indexed([...shell.frames.map((frame) => frame.name).toReversed(), "main"]);
    case "BASH_LINENO":
      return indexed([...shell.frames.map(({ calledAt }) => String(calledAt)).toReversed(), "0"]);
    case "BASH_SUBSHELL":
      return scalar(String(shell.level));
    case "BASH_COMMAND":
      return scalar(lastCommand(shell));
    case "BASHPID":
      return scalar(processId);
    case "DIRSTACK":
      return indexed([shell.cwd, ...shell.folders]);
    case "EPOCHSECONDS":
      return scalar(String(Math.floor(shell.host.now())));
    case "PPID":
      return scalar("1");
    case "RANDOM":
      shell.random = (Math.imul(shell.random, 1103515245) + 12345) >>> 0;
      return scalar(String((shell.random >>> 16) & 32767));
    case "SECONDS":
      return shell.vars.find(name) ?? scalar("0");
    case "SHELLOPTS":
      return scalar([...shell.options].sort().join(":"));
    default:
      return null;
  }
}

function lastCommand(shell: Shell): string {
  if (shell.lastCommand === null) return "";
  return (
    shownCommand(shell.lastCommand) ?? shell.stop("BASH_COMMAND of a command over several lines is not known")
  );
}

function scalar(text: string): Variable {
  const variable = new Variable();
  variable.value = text;
  return variable;
}

function indexed(texts: readonly string[]): Variable {
  const variable = new Variable();
  variable.kind = "indexed";
  variable.items = new Map(texts.map((text, index) => [String(index), text]));
  return variable;
}
