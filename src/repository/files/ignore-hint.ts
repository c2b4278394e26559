/**
 * What every path that a `.gitignore` speaks about contains: a pattern without wildcards that names a place, or of any
 * other pattern one piece without wildcards, the last one, which is the rarest. Most paths contain none of them, and
 * asking the patterns themselves takes longer. It matches everything where a pattern has no such piece. See gitignore(5)
 * for the patterns.
 */
export function ignoreHint(gitignore: string): RegExp {
  const pieces = new Set<string>();
  for (const line of gitignore.split("\n")) {
    const pattern = line.trim().replace(/^!/, "");
    if (pattern === "" || pattern.startsWith("#")) continue;
    const piece = namedPlace(pattern) ?? rarePiece(pattern);
    if (piece === null) return /(?:)/;
    pieces.add(piece);
  }
  return pieces.size === 0 ? /(?!)/ : new RegExp([...pieces].join("|"));
}

/** A slash that is not the last character ties a pattern to the folder of its file. */
function namedPlace(pattern: string): string | null {
  const [, place = ""] = /^\/?([^*?[\\]*?)\/?$/.exec(pattern) ?? [];
  const isTied = pattern.slice(0, -1).includes("/");
  return isTied && place !== "" ? `^${literally(place)}(?:/|$)` : null;
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
  return `${before === "/" ? "(?:^|/)" : ""}${literally(text)}${after === "/" ? "(?:/|$)" : ""}`;
}

function literally(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}-]/g, "\\$&");
}
