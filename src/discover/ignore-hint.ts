/**
 * What every path that a `.gitignore` speaks about contains: of each pattern one piece without wildcards, the last one,
 * which is the rarest. Most paths contain none of them, and asking the patterns themselves takes ten times as long. It
 * matches everything where a pattern has no such piece. See gitignore(5) for the patterns.
 */
export function ignoreHint(gitignore: string): RegExp {
  const pieces = new Set<string>();
  for (const line of gitignore.split("\n")) {
    const pattern = line.trim().replace(/^!/, "");
    if (pattern === "" || pattern.startsWith("#")) continue;
    const piece = rarePiece(pattern);
    if (piece === null) return /(?:)/;
    pieces.add(piece);
  }
  return pieces.size === 0 ? /(?!)/ : new RegExp([...pieces].join("|"));
}

/** The piece as a regular expression; a class or an escape ends what is understood of a pattern. */
function rarePiece(pattern: string): string | null {
  const [plain = ""] = pattern.split(/[[\\]/);
  const pieces = [...plain.matchAll(/[^*?/]+/g)];
  const piece = pieces.findLast(([text]) => text.length > 2) ?? pieces.at(-1);
  if (piece === undefined) return null;
  const [text] = piece;
  const before = pattern[piece.index - 1] ?? "/";
  const after = pattern[piece.index + text.length] ?? "/";
  const literal = text.replace(/[$()*+.?[\\\]^{|}-]/g, "\\$&");
  return `${before === "/" ? "(?:^|/)" : ""}${literal}${after === "/" ? "(?:/|$)" : ""}`;
}
