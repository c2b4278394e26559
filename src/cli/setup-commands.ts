import { Argument, type Command as Program } from "commander";
import { oneOf } from "./choices.ts";
import type { Perform } from "./command.ts";
import { type Shell, shellNames } from "./completion/shells.ts";
import { addRepositoryCommand } from "./repository-command.ts";
import { type CommandLine, settingsFrom } from "./settings.ts";

/** Adds the commands that set a repository or a shell up for this tool. */
export function addSetup(root: Program, perform: Perform): void {
  addDoctor(root, perform);
  addInit(root, perform);
  addCompletion(root, perform);
}

function addDoctor(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "doctor", async () => {
    const { doctorCommand } = await import("./doctor-command.ts");
    return doctorCommand;
  }).description(
    "Say what was understood of the release: what was found, tried and taken, and what is missing.",
  );
}

function addInit(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "init", async ({ force = false }: { force?: boolean }) => {
    const { initCommand } = await import("./init-command.ts");
    return (settings) => initCommand(settings, force);
  })
    .description(
      "Write a commented version-audit.toml for this repository, and say what the audit finds with it.",
    )
    .option("--force", "replace the version-audit.toml that is there");
}

function addCompletion(root: Program, perform: Perform): void {
  const shell = new Argument("<shell>", "whose completion it is")
    .choices(shellNames)
    .argParser(oneOf(shellNames));
  root
    .command("completion")
    .description("Print the script with which a shell completes commands, options and their values.")
    .addArgument(shell)
    .action((name: Shell) =>
      perform({ ...settingsFrom(root.opts<CommandLine>(), "."), within: null }, async () => {
        const { completionCommand } = await import("./completion-command.ts");
        return () => completionCommand(root, name);
      }),
    );
}
