import type { AuditSoFar } from "../../../findings/audit.ts";
import { unfollowedCommands } from "../../../judge/unfollowed/unfollowed-commands.ts";
import type { Command } from "../../../release/rehearsal.ts";
import type { Note } from "../../../repository/repository.ts";

/** So many commands are named; `version-audit rehearse` shows all of them. */
const named = 3;

/** Tells of the commands that may have changed files again, and of which nothing more is known. */
export function unfollowedNotes({ rehearsals, config }: Pick<AuditSoFar, "rehearsals" | "config">): Note[] {
  return rehearsals.flatMap((rehearsal) => {
    const commands = [...new Set(unfollowedCommands(rehearsal, config).map(textOf))];
    if (commands.length === 0) return [];
    const shown = commands.slice(0, named);
    const rest = commands.length - shown.length;
    const list = [...shown, ...(rest === 0 ? [] : [`${rest} more`])].join(", ");
    const message = `after its first write, ${rehearsal.name} starts what cannot be followed and may change files again: ${list}`;
    return [{ path: null, message }];
  });
}

function textOf({ command, why }: Command): string {
  return `\`${command}\`${why === null ? "" : ` (${why})`}`;
}
