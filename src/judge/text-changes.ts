import { diffArrays, diffLines } from "diff";
import type { Change } from "./edits.ts";

/**
 * The spans that differ between two states of a text. Lines are compared first, then the words of the lines that
 * differ, where a dotted number with its prerelease is one word: a version changes as a whole or not at all.
 */
export function textChanges(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let start = 0;
  let removed = "";
  let added = "";
  const flush = (): void => {
    changes.push(...wordChanges(removed, added, start));
    start += removed.length;
    removed = "";
    added = "";
  };
  for (const part of diffLines(before, after)) {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else {
      flush();
      start += part.value.length;
    }
  }
  flush();
  return changes;
}

/** A version, a word, or a single character; every character of a text belongs to exactly one. */
const word = /\d+(?:\.\d+)+(?:[-+][0-9A-Za-z.-]+)?|\w+|[^\w]/gu;

function wordChanges(removed: string, added: string, offset: number): Change[] {
  if (removed === added) return [];
  const changes: Change[] = [];
  let start = offset;
  let end = offset;
  let text = "";
  const flush = (): void => {
    if (end > start || text !== "") changes.push({ start, end, after: text });
    start = end;
    text = "";
  };
  for (const part of diffArrays(removed.match(word) ?? [], added.match(word) ?? [])) {
    const value = part.value.join("");
    if (part.removed) end += value.length;
    else if (part.added) text += value;
    else {
      flush();
      start += value.length;
      end = start;
    }
  }
  flush();
  return changes;
}
