import { groupBy } from "../../repository/collections/group-by.ts";
import type { PatternQuestion, Rehearsal, Write } from "../rehearsal.ts";
import { scriptPattern } from "./script-pattern.ts";

/** A pattern that an earlier write of the same run took its match away from. */
export interface ShadowedPattern {
  readonly question: PatternQuestion;
  /** The write after which the pattern did not match any more; null when the script changed the text in memory. */
  readonly shadowedBy: Write | null;
}

/** The patterns of a rehearsal that match the file as it was and never matched the file as they found it. */
export function shadowedPatterns({ patterns, writes }: Rehearsal): ShadowedPattern[] {
  const groups = groupBy(patterns, ({ pattern, flags, path }) => JSON.stringify([pattern, flags, path]));
  return [...groups.values()].flatMap((questions) => {
    const [question] = questions;
    if (question === undefined || questions.some(({ matched }) => matched) || !question.matchesOriginal)
      return [];
    const earlier = writes.slice(0, question.writesBefore);
    const shadowedBy =
      earlier.find((write) => write.path === question.path && takesMatch(write, question)) ?? null;
    const isChangedInMemory = replacedBefore(question, patterns);
    return shadowedBy !== null || isChangedInMemory ? [{ question, shadowedBy }] : [];
  });
}

/** True for a question that is about a shadowed pattern. */
export function isShadowed({ pattern, path }: PatternQuestion, rehearsal: Rehearsal): boolean {
  return shadowedPatterns(rehearsal).some(
    ({ question }) => question.pattern === pattern && question.path === path,
  );
}

function takesMatch({ before, after }: Write, { pattern, flags }: PatternQuestion): boolean {
  const matches = (text: Write["before"]): boolean => {
    if (typeof text !== "string") return false;
    if (flags === null) return text.includes(pattern);
    return scriptPattern(pattern, flags)?.isIn(text) ?? false;
  };
  return matches(before) && !matches(after);
}

/** True when another pattern replaced something in the same file before, without a write in between. */
function replacedBefore(question: PatternQuestion, patterns: readonly PatternQuestion[]): boolean {
  return patterns
    .slice(0, patterns.indexOf(question))
    .some(({ path, matched, method }) => path === question.path && matched && method.startsWith("replace"));
}
