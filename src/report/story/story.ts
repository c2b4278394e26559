import type { Command, LogLine, Rehearsal, Write } from "../../release/rehearsal.ts";

/** One thing that the release does or says. */
export type Step =
  | { readonly does: "write"; readonly write: Write }
  | { readonly does: "command"; readonly command: Command }
  | { readonly does: "say"; readonly line: LogLine };

/**
 * What a rehearsal did, in the order in which it would happen. Lines of a log whose time is not known come last, in
 * their own order.
 */
export function storyOf({ writes, commands, log }: Rehearsal): Step[] {
  const steps: Step[] = [];
  const said = log.filter(({ after }) => after !== null);
  let [write, command, line] = [0, 0, 0];
  for (;;) {
    const next = said[line];
    const order = commands[command];
    const change = writes[write];
    if (next?.after != null && next.after.writes <= write && next.after.commands <= command) {
      steps.push({ does: "say", line: next });
      line++;
    } else if (order !== undefined && order.writesBefore <= write) {
      steps.push({ does: "command", command: order });
      command++;
    } else if (change !== undefined) {
      steps.push({ does: "write", write: change });
      write++;
    } else break;
  }
  const untimed = log.filter(({ after }) => after === null);
  return [...steps, ...untimed.map((each): Step => ({ does: "say", line: each }))];
}

/** How a file is changed by a write. */
export function kindOfWrite({ before, after }: Write): "create" | "change" | "delete" | "keep" {
  if (after === null) return "delete";
  if (before === null) return "create";
  return sameContent(before, after) ? "keep" : "change";
}

function sameContent(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return typeof a === "string" || typeof b === "string" ? a === b : Buffer.from(a).equals(b);
}
