/** More lines are seldom replaced at once, and a minified file has few. */
const mostLines = 20;
/** How far before a version its line may begin. */
const reach = 160;

/**
 * True for a place on a line that a diff shows as replaced: it begins with a minus, and behind it and others of its
 * kind comes one that begins with a plus.
 * @param offset of the place, in UTF-16 code units
 */
export function isRemovedLine(text: string, offset: number): boolean {
  const from = Math.max(0, offset - reach);
  const before = text.slice(from, offset);
  let start = from + before.lastIndexOf("\n") + 1;
  if (start === from && from > 0) return false;
  for (let lines = 0; lines < mostLines && signAt(text, start) === "-"; lines++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return false;
    start = end + 1;
    if (signAt(text, start) === "+") return true;
  }
  return false;
}

/** The first character of a line behind the blanks that a list may set before it. */
function signAt(text: string, start: number): string | undefined {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return text[at];
}
