/** The words of a text, between blanks. */
export function wordsOf(text: string): string[] {
  return text.split(/[ \t\n\r\v\f]+/).filter((word) => word !== "");
}

/** What a `%` stands for when a word matches a pattern; null when it does not. A pattern without one matches itself. */
export function stemOf(pattern: string, word: string): string | null {
  const { before, after } = parts(pattern);
  if (after === null) return word === before ? "" : null;
  if (word.length < before.length + after.length || !word.startsWith(before) || !word.endsWith(after))
    return null;
  return word.slice(before.length, word.length - after.length);
}

/** Puts a stem in the place of the `%`. */
export function withStem(pattern: string, stem: string): string {
  const { before, after } = parts(pattern);
  return after === null ? before : before + stem + after;
}

export function hasPercent(pattern: string): boolean {
  return parts(pattern).after !== null;
}

/** The text around the first `%` that has no backslash in front; `after` is null where there is none. */
function parts(pattern: string): { before: string; after: string | null } {
  for (let at = pattern.indexOf("%"); at !== -1; at = pattern.indexOf("%", at + 1)) {
    const before = pattern.slice(0, at);
    if (!before.endsWith("\\"))
      return { before: before.replaceAll("\\%", "%"), after: pattern.slice(at + 1) };
  }
  return { before: pattern.replaceAll("\\%", "%"), after: null };
}

/** `patsubst` for one word. */
export function substituted(pattern: string, replacement: string, word: string): string {
  const stem = stemOf(pattern, word);
  if (stem === null) return word;
  return hasPercent(pattern) ? withStem(replacement, stem) : replacement;
}
