import type { Command, Option } from "commander";
import { choicesOf } from "../choices.ts";
import { effectiveOptions } from "../command-help.ts";

/** An option as a shell offers it. */
export interface OfferedOption {
  /** With its hyphens, for example `--format`. */
  readonly flag: string;
  readonly description: string;
  /** Null for an option without a value. */
  readonly value: "file" | "folder" | "text" | readonly string[] | null;
}

/** A command as a shell offers it. */
export interface OfferedCommand {
  readonly name: string;
  readonly description: string;
  /** Its own options, and the shared ones that have an effect on it. */
  readonly options: readonly OfferedOption[];
  /** What its argument is. */
  readonly argument: "file" | "folder" | readonly string[];
}

/** Everything that can be completed. */
export interface Offer {
  readonly commands: readonly OfferedCommand[];
  /** The options of the audit itself. */
  readonly options: readonly OfferedOption[];
}

/** Reads from the command line itself what there is to complete, so that a shell never offers anything else. */
export function offerOf(root: Command): Offer {
  const commands = root.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options, ...effectiveOptions(command)].map(offeredOption),
    argument: argumentOf(command),
  }));
  return { commands, options: root.options.map(offeredOption) };
}

function argumentOf(command: Command): OfferedCommand["argument"] {
  const [argument] = command.registeredArguments;
  if (argument?.argChoices !== undefined) return argument.argChoices;
  return argument?.name() === "root" ? "folder" : "file";
}

function offeredOption(option: Option): OfferedOption {
  return { flag: option.long ?? option.flags, description: option.description, value: takenValue(option) };
}

function takenValue(option: Option): OfferedOption["value"] {
  if (!option.required) return null;
  const choices = choicesOf(option.parseArg);
  if (choices !== null) return choices;
  if (option.flags.includes("<file>")) return "file";
  return option.flags.includes("<root>") ? "folder" : "text";
}
