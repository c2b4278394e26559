const attribute = "#[cfg(test)]";
/**
 * What stands between the attribute and the module that it is for: further attributes and comments, as lines. A module
 * that is closed on the line that opens it, such as one of a single `include!`, has no line of its own.
 */
const opensModule =
  /^\s{0,8}\n(?:[ \t]{0,80}(?:#\[|\/\/)[^\n]{0,200}\n){0,5}[ \t]{0,80}(?:pub(?:\([\w: ]{1,40}\))? )?mod \w{1,80} \{[ \t]{0,8}(?:\/\/[^\n]{0,200})?\r?\n/;

/**
 * True for an offset inside a module of unit tests, which in Rust stands in the file that it tests: from the
 * `#[cfg(test)]` that begins a line to the closing brace below it, at the same indentation, as rustfmt writes them.
 * Convention: https://doc.rust-lang.org/book/ch11-03-test-organization.html
 */
export function isInInlineTests(path: string, text: string, offset: number): boolean {
  if (!path.endsWith(".rs")) return false;
  let start = text.lastIndexOf(attribute, offset);
  while (start !== -1) {
    if (encloses(text, start, offset)) return true;
    start = start === 0 ? -1 : text.lastIndexOf(attribute, start - 1);
  }
  return false;
}

/** True where the module that the attribute at `start` is for has not been closed at an offset. */
function encloses(text: string, start: number, offset: number): boolean {
  const indentation = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const after = start + attribute.length;
  if (/\S/.test(indentation) || !opensModule.test(text.slice(after, after + 2048))) return false;
  return !text.slice(after, offset).includes(`\n${indentation}}`);
}
