/** One `key: value` line of a YAML file that a package manager wrote. Offsets are UTF-16 and half-open. */
export interface YamlLine {
  /** The keys that lead to the line, its own key last. The list is reused, it holds during the visit only. */
  readonly keys: readonly string[];
  readonly keyStart: number;
  /** The value without quotes; `valueStart` equals `valueEnd` where the line has none. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

const space = 0x20;
const colon = 0x3a;
const question = 0x3f;
const singleQuote = 0x27;
const doubleQuote = 0x22;

/**
 * Visits the `key: value` lines of machine-written YAML: two spaces per level, one key per line, scalars on the line
 * of their key. List items and continued text are passed over. This is no YAML parser: it reads a megabyte in a few
 * milliseconds because it knows how pnpm and Yarn write.
 */
export function visitYamlLines(text: string, visit: (line: YamlLine) => void): void {
  const keys: string[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline === -1 ? text.length : newline;
    const end = text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    let at = start;
    while (at < end && text.charCodeAt(at) === space) at++;
    if (at < end) {
      // Keys of more than 1024 characters are written as `? key`, and what belongs to them starts with `: `.
      const mark = text.charCodeAt(at + 1) === space ? text.charCodeAt(at) : 0;
      const depth = (at - start + (mark === colon ? 2 : 0)) >> 1;
      if (mark === colon || mark === question) at += 2;
      const isRead = depth <= keys.length;
      const line = isRead ? readLine(text.slice(at, end), at, mark === question) : null;
      if (line !== null) {
        keys.length = depth;
        keys.push(line.key);
        const { keyStart, valueStart, valueEnd } = line;
        visit({ keys, keyStart, valueStart, valueEnd });
      }
    }
    start = next + 1;
  }
}

/** A line by itself: its key, and the places of what it holds. */
interface ReadLine extends Omit<YamlLine, "keys"> {
  readonly key: string;
}

/** Reads the line from its first character, which is `offset` of the text. */
function readLine(line: string, offset: number, isLongKey: boolean): ReadLine | null {
  const first = line.charCodeAt(0);
  if (first === 0x2d || first === 0x23 || line === ":") return null;
  const isQuoted = first === singleQuote || first === doubleQuote;
  const keyStart = isQuoted ? 1 : 0;
  const keyEnd = isQuoted ? line.indexOf(line.charAt(0), 1) : isLongKey ? line.length : plainEnd(line);
  const after = isQuoted ? keyEnd + 1 : keyEnd;
  if (keyEnd === -1 || (!isLongKey && line.charCodeAt(after) !== colon)) return null;
  const key = line.slice(keyStart, keyEnd);
  let start = isLongKey ? line.length : after + 1;
  while (line.charCodeAt(start) === space) start++;
  const mark = line.charCodeAt(start);
  const isQuotedValue = mark === singleQuote || mark === doubleQuote;
  const close = isQuotedValue ? line.indexOf(line.charAt(start), start + 1) : -1;
  if (isQuotedValue) start++;
  const end = close === -1 ? line.length : close;
  return { key, keyStart: offset + keyStart, valueStart: offset + start, valueEnd: offset + end };
}

/** The offset of the colon that ends a key without quotes; -1 when the line is no `key: value`. */
function plainEnd(line: string): number {
  const at = line.indexOf(": ");
  if (at !== -1) return at;
  return line.endsWith(":") ? line.length - 1 : -1;
}
