import type { Config } from "../../config/config.ts";
import type { Command, Rehearsal } from "../../release/rehearsal.ts";
import { lockfileRefreshes } from "../generated/lockfile-refreshes.ts";
import { startsCommand } from "../generated/named-commands.ts";
import { passesOn } from "./possible-writer.ts";

/**
 * What a release starts once it has written versions, and what is neither carried out nor known to leave the files
 * alone: it may take back or rewrite what is called covered. What declared generators and refreshes of lockfiles write is
 * known, and judged as generated.
 */
export function unfollowedCommands(
  { commands, mechanism }: Pick<Rehearsal, "commands" | "mechanism">,
  config: Pick<Config, "generated">,
): readonly Command[] {
  if (mechanism !== "script") return [];
  const generators = config.generated.flatMap(({ value: { by } }) => by ?? []);
  const found: Command[] = [];
  for (let index = 0; index < commands.length; index += 1) {
    const command = commands[index];
    if (command === undefined) continue;
    if (generators.some((generator) => startsCommand(command.command, generator))) index += command.inner;
    else if (command.answer === "not run" && command.writesBefore > 0 && !isHarmless(command))
      found.push(command);
  }
  return found;
}

function isHarmless(command: Command): boolean {
  return passesOn(command) || lockfileRefreshes([command]).size > 0;
}

/** Says of a path which command may have changed it once more after the release wrote it; null for none. */
export type UnfollowedAfter = (path: string) => string | null;

/** Finds the commands that come behind the last write of a file. */
export function unfollowedAfter(rehearsals: readonly Rehearsal[], config: Config): UnfollowedAfter {
  const after = new Map<string, string>();
  for (const rehearsal of rehearsals) {
    const commands = unfollowedCommands(rehearsal, config);
    for (const [index, { path }] of rehearsal.writes.entries()) {
      const command = commands.find(({ writesBefore }) => index < writesBefore);
      if (command === undefined) after.delete(path);
      else after.set(path, command.command);
    }
  }
  return (path) => after.get(path) ?? null;
}
