import type { Edit } from "../../../release/edits/edit.ts";
import { editsOf } from "../../../release/edits/edits.ts";
import type { Rehearsal, Write } from "../../../release/rehearsal.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import type { Repository } from "../../../repository/repository.ts";

/** An edit that a later write of the same run took back. */
export interface UndoneEdit {
  readonly edit: Edit;
  readonly by: Write;
}

/** The edits to `target` that a later write of the same file did not keep. */
export function undoneEdits(rehearsal: Rehearsal, target: string, repository: Repository): UndoneEdit[] {
  const files = groupBy(rehearsal.writes, ({ path }) => path);
  return [...files.values()].flatMap((writes) => {
    const last = writes.at(-1);
    if (last === undefined || !writes.slice(0, -1).some((write) => losesTarget(write, last, target)))
      return [];
    const editsAfter = (count: number) =>
      editsOf({ ...rehearsal, writes: writes.slice(0, count) }, repository).filter(({ after }) =>
        after.includes(target),
      );
    const kept = new Set(editsAfter(writes.length).map(({ span }) => span.start));
    const made = writes.slice(0, -1).flatMap((_, index) => editsAfter(index + 1));
    const undone = new Map(
      made.filter(({ span }) => !kept.has(span.start)).map((edit) => [edit.span.start, edit]),
    );
    return [...undone.values()].map((edit) => ({ edit, by: last }));
  });
}

/** A later state that holds the target less often has lost something. */
function losesTarget({ after }: Write, last: Write, target: string): boolean {
  const times = (text: Write["after"]): number => (typeof text === "string" ? text.split(target).length : 0);
  return times(last.after) < times(after);
}
