/** The quote with which a literal is written: `"`, `'` or a backtick. */
export function quoteOf(literal: string): string {
  const quote = literal.charAt(0);
  return quote === "'" || quote === "`" ? quote : '"';
}

/** A string as JavaScript writes it between the given quotes. */
export function quoted(text: string, quote: string): string {
  return quote + escaped(text, quote) + quote;
}

/** The inside of a string between the given quotes. */
export function escaped(text: string, quote: string): string {
  const plain = text.replace(/\\/gu, "\\\\").replace(/\r/gu, "\\r").replace(/\n/gu, "\\n");
  const bare = plain.replaceAll(quote, `\\${quote}`);
  return quote === "`" ? bare.replaceAll("${", "\\${") : bare;
}
