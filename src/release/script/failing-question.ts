import type { GlobQuestion, Look, Origin, PatternQuestion, Rehearsal } from "../rehearsal.ts";

/** The question to whose empty answer the script reacted by throwing. */
export type FailingQuestion =
  | { readonly about: "glob"; readonly question: GlobQuestion }
  | { readonly about: "pattern"; readonly question: PatternQuestion }
  | { readonly about: "file"; readonly question: Look };

/**
 * The last question of a failed rehearsal, when it came to nothing and the failure speaks of it or comes from the same
 * function; null for a rehearsal that did not fail, and for one that failed over something else.
 */
export function failingQuestion({ outcome, globs, patterns, looks }: Rehearsal): FailingQuestion | null {
  if (outcome.ended !== "failed") return null;
  const causes = (origin: Origin, ...words: readonly string[]): boolean =>
    words.some((word) => word !== "" && outcome.message.includes(word)) ||
    (outcome.origin?.path === origin.path &&
      outcome.origin.function === origin.function &&
      outcome.origin.line >= origin.line);
  const pattern = patterns.at(-1);
  if (pattern !== undefined && !pattern.matched && causes(pattern.origin, pattern.pattern, pattern.path))
    return { about: "pattern", question: pattern };
  const glob = globs.at(-1);
  if (glob !== undefined && glob.matches.length === 0 && causes(glob.origin, ...glob.patterns))
    return { about: "glob", question: glob };
  const read = looks.findLast(({ how }) => how === "read");
  if (read !== undefined && !read.found && causes(read.origin, read.path))
    return { about: "file", question: read };
  return null;
}
