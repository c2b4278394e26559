import type { Repository } from "../discover/repository.ts";
import type { Edit } from "../judge/edit.ts";
import { editsOf } from "../judge/edits.ts";
import type { PatternQuestion, Rehearsal, Write } from "../rehearse/rehearsal.ts";
import { regexpOf } from "../script/dead-rule.ts";

/** A pattern that an earlier write of the same run robbed of its match. */
export interface KilledPattern {
  readonly question: PatternQuestion;
  /** The write after which the pattern did not match any more; null when the script changed the text in memory. */
  readonly killer: Write | null;
}

/** The patterns of a rehearsal that match the file as it was and never matched the file as they found it. */
export function killedPatterns({ patterns, writes }: Rehearsal): KilledPattern[] {
  const groups = new Map<string, PatternQuestion[]>();
  for (const question of patterns) {
    const { pattern, flags, path, origin } = question;
    const key = JSON.stringify([pattern, flags, path, origin.path, origin.line]);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()].flatMap((questions) => {
    const [question] = questions;
    if (question === undefined || questions.some(({ matched }) => matched) || !question.matchesOriginal)
      return [];
    const killer =
      writes.find((write) => write.path === question.path && killsMatch(write, question)) ?? null;
    const isChangedInMemory = replacedBefore(question, patterns);
    return killer !== null || isChangedInMemory ? [{ question, killer }] : [];
  });
}

function killsMatch({ before, after }: Write, { pattern, flags }: PatternQuestion): boolean {
  const matches = (text: Write["before"]): boolean => {
    if (typeof text !== "string") return false;
    return flags === null ? text.includes(pattern) : (regexpOf(pattern, flags)?.test(text) ?? false);
  };
  return matches(before) && !matches(after);
}

/** True when another pattern replaced something in the same file before, without a write in between. */
function replacedBefore(question: PatternQuestion, patterns: readonly PatternQuestion[]): boolean {
  return patterns
    .slice(0, patterns.indexOf(question))
    .some(({ path, matched, method }) => path === question.path && matched && method.startsWith("replace"));
}

/** An edit that a later write of the same run took back. */
export interface UndoneEdit {
  readonly edit: Edit;
  readonly by: Write;
}

/** The edits to `target` that a later write of the same file did not keep. */
export function undoneEdits(rehearsal: Rehearsal, target: string, repository: Repository): UndoneEdit[] {
  const files = new Map<string, Write[]>();
  for (const write of rehearsal.writes) files.set(write.path, [...(files.get(write.path) ?? []), write]);
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
