const named: Record<string, string> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/**
 * A path as git writes it in a patch: as it is, or between double quotes with C escapes, bytes over 127 in octal.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
export function quotedPath(path: string): string {
  if (!/[^\x20-\x7E]|["\\]/.test(path)) return path;
  const escaped = Array.from(Buffer.from(path), (byte) => {
    const character = String.fromCharCode(byte);
    if (byte >= 0x20 && byte < 0x7f) return named[character] ?? character;
    return named[character] ?? `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `"${escaped.join("")}"`;
}
