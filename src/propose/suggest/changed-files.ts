import type { FileChange } from "../../report/patch/file-change.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import type { Repository } from "../../repository/repository.ts";
import { contains, type Span } from "../../repository/text/span.ts";
import type { Replacement } from "./repair.ts";

/**
 * The files with the replacements made, sorted by path. Replacements at one offset are made in their order; one that two
 * repairs have in common is made once.
 */
export function changedFiles(replacements: readonly Replacement[], repository: Repository): FileChange[] {
  return [...groupBy(withoutRepeats(replacements), ({ path }) => path)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, group]) => {
      const before = repository.has(path) ? repository.read(path) : null;
      // What is appended begins with an empty line, which a new file does not need.
      return {
        path,
        before,
        after: before === null ? replaced("", group).trimStart() : replaced(before, group),
      };
    });
}

/** The same as contents by path, the form in which a view of a repository takes them. */
export function contentsAfter(changes: readonly FileChange[]): Map<string, string | Uint8Array | null> {
  return new Map(changes.map(({ path, after }) => [path, after]));
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = "";
  let at = 0;
  for (const { span, text: now } of inOrder(replacements)) {
    result += text.slice(at, span.start) + now;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Where a span of a file lies after the replacements in that file. A span within a replaced one becomes the whole of
 * what replaces it.
 */
export function movedSpan(span: Span, replacements: readonly Replacement[]): Span {
  let moved = 0;
  for (const { span: old, text } of inOrder(withoutRepeats(replacements))) {
    if (old.end > old.start && contains(old, span)) {
      return { start: old.start + moved, end: old.start + moved + text.length };
    }
    if (old.end <= span.start) moved += text.length - (old.end - old.start);
  }
  return { start: span.start + moved, end: span.end + moved };
}

function inOrder(replacements: readonly Replacement[]): Replacement[] {
  return [...replacements].sort((a, b) => a.span.start - b.span.start);
}

function withoutRepeats(replacements: readonly Replacement[]): Replacement[] {
  const made = new Map<string, Replacement>();
  for (const replacement of replacements) {
    const key = JSON.stringify(replacement);
    if (!made.has(key)) made.set(key, replacement);
  }
  return [...made.values()];
}
