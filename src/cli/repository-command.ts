import type { Command as Program } from "commander";
import type { Command, Perform } from "./command.ts";
import { type CommandLine, settingsFrom } from "./settings.ts";

/**
 * Adds a command about one repository, whose folder is its argument.
 * @param load imports the command and binds its own options, as commander gives them
 */
export function addRepositoryCommand<Options>(
  root: Program,
  perform: Perform,
  name: string,
  load: (options: Options) => Promise<Command>,
): Program {
  return root
    .command(name)
    .argument("[root]", "the repository, or a folder of it", ".")
    .action((folder: string, options: Options) =>
      perform(settingsFrom(root.opts<CommandLine>(), folder), () => load(options)),
    );
}
