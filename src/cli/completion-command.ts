import type { Command as Program } from "commander";
import { offerOf } from "./completion/offer.ts";
import { type Shell, shells } from "./completion/shells.ts";
import { exitCodes } from "./exit-codes.ts";
import { writeOutput } from "./streams.ts";

/** `version-audit completion SHELL`: prints a script that is made from the command line as it is. */
export async function completionCommand(root: Program, shell: Shell): Promise<number> {
  await writeOutput(shells[shell](offerOf(root)));
  return exitCodes.passed;
}
