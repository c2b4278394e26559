/** A piece of an expression. */
export interface Token {
  readonly kind: "text" | "number" | "name" | "sign";
  /** For a text what it means, without its quotes. */
  readonly text: string;
}

const pattern =
  /\s+|('(?:[^']|'')*')|(-?(?:0x[0-9A-Fa-f]+|\d+(?:\.\d+)?))|([A-Za-z_][\w-]*)|(==|!=|<=|>=|&&|\|\||[!<>().,[\]*])/y;

/** Takes an expression apart; null where it is none. */
export function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const found = pattern.exec(source);
    if (found === null) return null;
    const [, text, number, name, sign] = found;
    if (text !== undefined) tokens.push({ kind: "text", text: text.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  return tokens;
}
