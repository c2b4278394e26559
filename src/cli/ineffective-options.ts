import type { Command as Program } from "commander";
import { effectiveOptions } from "./command-help.ts";

/** What is only printed more or less of may be asked of every command, so that a wrapper can give it to all of them. */
const harmless: readonly string[] = ["color", "quiet", "verbose"];

/**
 * Refuses a shared option that was given to a command on which it has no effect: a gate that was told `--fail-on` must
 * not pass because the command knows no gate. Throws a CommanderError.
 */
export function refuseIneffective(command: Program): void {
  const root = command.parent;
  if (root === null) return;
  const takes = effectiveOptions(command);
  const given = root.options.filter((option) => root.getOptionValueSource(option.attributeName()) === "cli");
  const ineffective = given.find((option) => !takes.includes(option) && !harmless.includes(option.name()));
  if (ineffective === undefined) return;
  const names = takes.map(({ long }) => long).join(", ");
  const help = names === "" ? "none of the shared options" : names;
  command.error(`error: ${ineffective.long} has no effect on ${command.name()}, which takes ${help}`);
}
