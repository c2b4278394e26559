// The texts of repository files that the script holds, and those it made of them, by their content. A bound keeps the
// memory for them small; what was read long ago is forgotten first.

const shortest = 20;
const mostCharacters = 16_000_000;

const paths = new Map();
const lengths = new Set();
const bytesOf = new WeakMap();
let characters = 0;

/** Remembers that a text is, or was made of, the text of the file at an absolute path. Gives the text back. */
export function trackText(text, path) {
  if (text.length < shortest) return text;
  if (!paths.has(text)) characters += text.length;
  paths.delete(text);
  paths.set(text, path);
  lengths.add(text.length);
  while (characters > mostCharacters && paths.size > 1) {
    const [oldest] = paths.keys();
    paths.delete(oldest);
    characters -= oldest.length;
  }
  return text;
}

/** The path of the file that a text came from; undefined for other texts. The length is looked at first, for speed. */
export function pathOfText(text) {
  return lengths.has(text.length) ? paths.get(text) : undefined;
}

/** Remembers that bytes are those of a file. */
export function trackBytes(bytes, path) {
  bytesOf.set(bytes, path);
  return bytes;
}

export function textOfBytes(bytes) {
  return bytesOf.get(bytes);
}
