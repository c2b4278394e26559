const escapes: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\x1b": "\\E",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "'": "\\'",
  "\\": "\\\\",
};

/** As `printf %q` shows a text. */
export function quoteByBackslash(text: string): string {
  if (text === "") return "''";
  if (/[\x00-\x1f\x7f]/.test(text)) return ansiQuoted(text);
  const escaped = text.replace(/[^A-Za-z0-9_%+:@./=\u0080-\uffff-]/gu, "\\$&");
  return escaped.replace(/^[~#]/, "\\$&").replace(/^\\\\([~#])/, "\\$1");
}

/** As `${name@Q}` and `set` show a text. */
export function quoteByQuotes(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return ansiQuoted(text);
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As `declare -p` shows the value of a variable. */
export function quoteByDouble(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return ansiQuoted(text);
  return `"${text.replace(/[$`"\\]/g, "\\$&")}"`;
}

function ansiQuoted(text: string): string {
  const inner = text.replace(
    /[\x00-\x1f\x7f'\\]/g,
    (character) => escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `$'${inner}'`;
}
