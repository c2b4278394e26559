import type { AuditSoFar } from "../../../findings/audit.ts";
import { lockfileRefreshes } from "../../../judge/generated/lockfile-refreshes.ts";
import { startsCommand } from "../../../judge/generated/named-commands.ts";
import type { Command, Rehearsal } from "../../../release/rehearsal.ts";
import type { Note } from "../../../repository/repository.ts";
import { passesOn } from "./possible-writer.ts";

/** So many commands are named; `version-audit rehearse` shows all of them. */
const named = 3;

/**
 * What a release starts once it has written versions, and what is neither carried out nor known to leave the files
 * alone: it may take back or rewrite what is called covered.
 */
export function unknownEffectNotes({
  rehearsals,
  config,
}: Pick<AuditSoFar, "rehearsals" | "config">): Note[] {
  const generators = config.generated.flatMap(({ value: { by } }) => by ?? []);
  return rehearsals.flatMap((rehearsal) => {
    const commands = [...new Set(unknownAmong(rehearsal, generators).map(({ command }) => `\`${command}\``))];
    if (commands.length === 0) return [];
    const shown = commands.slice(0, named);
    const rest = commands.length - shown.length;
    const list = [...shown, ...(rest === 0 ? [] : [`${rest} more`])].join(", ");
    const message = `after its first write, ${rehearsal.name} starts what cannot be followed and may change files again: ${list}`;
    return [{ path: null, message }];
  });
}

/** What declared generators and refreshes of lockfiles write is known, and judged as generated. */
function unknownAmong({ commands, mechanism }: Rehearsal, generators: readonly string[]): readonly Command[] {
  if (mechanism !== "script") return [];
  return commands.filter(
    (command) =>
      command.answer === "not run" &&
      command.writesBefore > 0 &&
      !passesOn(command) &&
      lockfileRefreshes([command]).size === 0 &&
      !generators.some((generator) => startsCommand(command.command, generator)),
  );
}
