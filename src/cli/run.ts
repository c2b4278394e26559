import { CommanderError } from "commander";
import { AuditError } from "../audit-error.ts";
import { visible } from "../report/visible-text.ts";
import { paletteFor } from "./colour.ts";
import type { Command } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { program } from "./program.ts";
import type { Settings } from "./settings.ts";
import { watchStreams, writeError } from "./streams.ts";

/**
 * Runs one command line, given without the names of node and of the script, and gives its exit code. What goes wrong
 * is said on standard error; nothing is thrown. Signals keep their default, since a rehearsal does not yield to them.
 */
export async function run(args: readonly string[]): Promise<number> {
  watchStreams();
  let code: number = exitCodes.passed;
  const perform = async (settings: Settings, load: () => Promise<Command>) => {
    code = await attempt(settings, load);
  };
  try {
    await program(perform).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.notMade;
    const { renderDefect } = await import("./failure.ts");
    await writeError(renderDefect(error));
    return exitCodes.notMade;
  }
}

async function attempt(settings: Settings, load: () => Promise<Command>): Promise<number> {
  try {
    const command = await load();
    if (settings.within !== null && !settings.quiet) await writeError(partNote(settings));
    return await command(settings);
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    const { renderAuditError } = await import("./failure.ts");
    await writeError(renderAuditError(error, settings.root, paletteFor(settings.color, process.stderr)));
    return exitCodes.notMade;
  }
}

/** A release is that of a repository, so whoever names a part of one is told what is looked at. */
function partNote({ root, within }: Settings): string {
  return `note: ${visible(within ?? "")} is a part of the repository ${visible(root)}, whose release is looked at\n`;
}
