/**
 * What every path that a `.gitignore` speaks about contains: of each pattern its longest piece without wildcards. Most
 * paths contain none of them, and asking the patterns themselves takes ten times as long. It matches everything where a
 * pattern has no such piece. See gitignore(5) for the patterns.
 */
export function ignoreHint(gitignore: string): RegExp {
  const pieces = new Set<string>();
  for (const line of gitignore.split("\n")) {
    const pattern = line.trim();
    if (pattern === "" || pattern.startsWith("#")) continue;
    const piece = longestPiece(pattern);
    if (piece === "") return /(?:)/;
    pieces.add(piece);
  }
  if (pieces.size === 0) return /(?!)/;
  return new RegExp([...pieces].map((piece) => piece.replace(/[$()*+.?[\\\]^{|}-]/g, "\\$&")).join("|"));
}

/** A class or an escape ends what is understood; what stands before it is still contained in every match. */
function longestPiece(pattern: string): string {
  const [plain = ""] = pattern.replace(/^!/, "").split(/[[\\]/);
  return plain
    .split(/[*?/]/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
