import { diffArrays } from "diff";
import { withoutVersions } from "../../inventory/versions/without-versions.ts";
import type { Change } from "./change.ts";
import { differingPieces, linesOf } from "./differing-pieces.ts";

/**
 * The spans that differ between two states of a text. Lines are compared first, then the words of the lines that
 * differ, where a dotted number with its prerelease is one word: a version changes as a whole or not at all.
 */
export function textChanges(before: string, after: string): Change[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes: Change[] = [];
  let start = 0;
  let line = 0;
  for (const { oldFrom, oldTo, newFrom, newTo } of differingPieces(old, now)) {
    for (; line < oldFrom; line++) start += old[line]?.length ?? 0;
    for (const part of lineParts(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo))) {
      for (const change of wordChanges(part.removed.join(""), part.added.join(""), start))
        changes.push(change);
      start += lengthOf(part.removed) + lengthOf(part.kept);
    }
    line = oldTo;
  }
  return changes;
}

/** Items that are replaced by others, and the equal ones that follow. */
interface Part {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

/** The search for the shortest difference takes time that grows with the square of its length, so it ends here. */
const mostChangedLines = 500;
const mostChangedWords = 200;

function lineParts(old: string[], now: string[]): Part[] {
  return shortestParts(old, now, mostChangedLines) ?? alikeParts(old, now);
}

function wordParts(old: string[], now: string[]): Part[] {
  return shortestParts(old, now, mostChangedWords) ?? pairedParts(old, now);
}

/** Null when the two differ in more than `most` items. */
function shortestParts(old: string[], now: string[], most: number): Part[] | null {
  const parts = diffArrays(old, now, { maxEditLength: most });
  if (parts === undefined) return null;
  const found: Part[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  for (const { value, removed: isRemoved, added: isAdded } of parts) {
    if (isRemoved) removed = removed.concat(value);
    else if (isAdded) added = added.concat(value);
    else {
      found.push({ removed, added, kept: value });
      [removed, added] = [[], []];
    }
  }
  return [...found, { removed, added, kept: [] }];
}

/** Each line with the one that differs from it in nothing but versions, which are what a release rewrites. */
function alikeParts(old: readonly string[], now: readonly string[]): Part[] {
  const shapes = (lines: readonly string[]) => lines.map(withoutVersions);
  const found: Part[][] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { oldFrom, oldTo, newFrom, newTo } of differingPieces(shapes(old), shapes(now))) {
    found.push(pairedParts(old.slice(oldAt, oldFrom), now.slice(newAt, newFrom)));
    found.push(pairedParts(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo)));
    [oldAt, newAt] = [oldTo, newTo];
  }
  return [...found, pairedParts(old.slice(oldAt), now.slice(newAt))].flat();
}

/** Each item with the one at its place; all with all when there are not as many of both. */
function pairedParts(old: readonly string[], now: readonly string[]): Part[] {
  if (old.length !== now.length) return [{ removed: old, added: now, kept: [] }];
  return old.map((item, index) => {
    const other = now[index] ?? "";
    return item === other
      ? { removed: [], added: [], kept: [item] }
      : { removed: [item], added: [other], kept: [] };
  });
}

/**
 * A version, a word, or a single character; every character of a text belongs to exactly one. A version has the letters
 * that are written in one with it, `v1.2.3`, and what other grammars than semver hang on to it: `1.2.3rc1.dev0`.
 */
const word =
  /(?:(?<!\w)[^\W\d]{1,40}|(?<!\d))\d+(?:\.\d+)+(?:[a-z]{1,10}\d+|\.(?:dev|post|rc|alpha|beta|pre)\.?\d+|\.Final|\.?(?:dev|git|pre)(?![0-9A-Za-z]))*(?:[-+~][0-9A-Za-z.-]+)?|\w+|[^\w]/gu;

function wordChanges(removed: string, added: string, offset: number): Change[] {
  if (removed === added) return [];
  const changes: Change[] = [];
  let start = offset;
  for (const part of wordParts(removed.match(word) ?? [], added.match(word) ?? [])) {
    const end = start + lengthOf(part.removed);
    const after = part.added.join("");
    if (end > start || after !== "") changes.push({ start, end, after });
    start = end + lengthOf(part.kept);
  }
  return changes;
}

function lengthOf(items: readonly string[]): number {
  return items.reduce((sum, item) => sum + item.length, 0);
}
