import type { Question } from "../../host/desk/answer.ts";
import type { Command, Write } from "../../host/record/run-record.ts";
import { gitCall } from "./call.ts";

/** How a file differs from the last commit that the rehearsal knows of. */
export interface NetChange {
  readonly path: string;
  readonly kind: "added" | "modified" | "deleted";
  /** True when `git add`, `rm` or `mv` was asked for after the last change; each is taken to stage everything. */
  readonly staged: boolean;
}

/**
 * What the rehearsal has changed since the last `git commit` that it asked for, or since its beginning; sorted by path.
 * A commit is taken to commit everything. A file that was changed and changed back is not listed.
 */
export function netChanges(question: Question): readonly NetChange[] {
  const committed = lastOf(question.commands, ["commit"]);
  const added = lastOf(question.commands, ["add", "stage", "rm", "mv"]);
  const before = new Map<string, Write>();
  const after = new Map<string, { write: Write; at: number }>();
  for (const [at, write] of question.writes.entries()) {
    if (at < committed) continue;
    if (!before.has(write.path)) before.set(write.path, write);
    after.set(write.path, { write, at });
  }
  const changes: NetChange[] = [];
  for (const [path, first] of [...before].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = after.get(path);
    if (last === undefined || isSame(first.before, last.write.after)) continue;
    const kind = first.before === null ? "added" : last.write.after === null ? "deleted" : "modified";
    changes.push({ path, kind, staged: last.at < added });
  }
  return changes;
}

/** How many writes had happened when git was last asked for one of the subcommands; 0 when it never was. */
function lastOf(commands: readonly Command[], subcommands: readonly string[]): number {
  const last = commands.findLast(({ argv }) => subcommands.includes(gitCall(argv)?.subcommand ?? ""));
  return last?.writesBefore ?? 0;
}

function isSame(a: Write["before"], b: Write["after"]): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return a === b;
}
