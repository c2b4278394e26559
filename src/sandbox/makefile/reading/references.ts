/** The end of the character at an offset, or of the reference to a variable that begins there. */
export function referenceEnd(text: string, at: number): number {
  if (text[at] !== "$") return at + 1;
  const open = text[at + 1];
  if (open !== "(" && open !== "{") return Math.min(text.length, at + 2);
  return closingOf(text, at + 1) + 1;
}

/** The offset of the bracket that closes the one at an offset; the length of the text where none does. */
export function closingOf(text: string, at: number): number {
  const open = text[at];
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === open) depth += 1;
    else if (text[end] === close) depth -= 1;
    if (depth === 0) return end;
  }
  return text.length;
}

/** The first place outside of references at which one of some characters stands without a backslash; -1 for none. */
export function findOutside(text: string, characters: string, from = 0): number {
  for (let at = from; at < text.length; at = referenceEnd(text, at)) {
    if (text[at] === "\\" && at + 1 < text.length) {
      at += 1;
      continue;
    }
    if (characters.includes(text[at] ?? "")) return at;
  }
  return -1;
}
