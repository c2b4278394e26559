/** A version inside a longer text, and the UTF-16 offset in that text at which it starts. */
export interface FoundVersion {
  readonly version: string;
  readonly at: number;
}

const version = /\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]*[0-9A-Za-z])?/y;
const operator = /(?:\^|~>?|!=|[<>]=?|={1,3})?[ \t]*v?/y;
const wildcards = /(?:\.?[xX*])*/y;
const separators = /(?:[ \t,|]|-[ \t])*/y;

/**
 * The versions in a requirement as npm, Cargo and Poetry write them, partial ones such as `1` and `0.30` included:
 * `^1.2.3`, `>=1.2, <2`, `1.0.0 - 2.0.0`, `18 || 20`, `1.2.x` (gives `1.2`). Gives nothing when any part of the text
 * is something else, for example a dist-tag or a path, and nothing for `*`.
 * Grammar: https://github.com/npm/node-semver#range-grammar
 */
export function semverRequirement(text: string): readonly FoundVersion[] {
  const found: FoundVersion[] = [];
  let at = endOf(separators, text, 0);
  while (at < text.length) {
    const start = endOf(operator, text, at);
    const numberEnd = endOf(version, text, start);
    const end = endOf(wildcards, text, numberEnd);
    if (end === start) return [];
    if (numberEnd > start) found.push({ version: text.slice(start, numberEnd), at: start });
    at = endOf(separators, text, end);
    if (at === end && at < text.length) return [];
  }
  return found;
}

const pythonOperator = /(?:~=|={2,3}|!=|[<>]=?|\^|~)?[ \t]*v?/y;
const pythonVersion = /\d[0-9A-Za-z.+!_-]*/y;
const pythonSeparators = /[ \t,|]*/y;

/**
 * The versions in a Python requirement: `>=1.8,<2.0`, `==1.2.*` (gives `1.2`), `~=1.4.5rc1`, Poetry's `^1.2` too.
 * Gives nothing when any part of the text is something else.
 * Grammar: https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function pythonRequirement(text: string): readonly FoundVersion[] {
  const found: FoundVersion[] = [];
  let at = endOf(pythonSeparators, text, 0);
  while (at < text.length) {
    const start = endOf(pythonOperator, text, at);
    const numberEnd = endOf(pythonVersion, text, start);
    const bare = text.slice(start, numberEnd).replace(/[.+_-]$/u, "");
    const end = text[numberEnd] === "*" ? numberEnd + 1 : numberEnd;
    if (end === start) return [];
    if (bare !== "") found.push({ version: bare, at: start });
    at = endOf(pythonSeparators, text, end);
    if (at === end && at < text.length) return [];
  }
  return found;
}

/** The version that starts at an offset of a text, with or without a leading `v`; null when there is none. */
export function versionAt(text: string, offset: number): FoundVersion | null {
  const at = text[offset] === "v" ? offset + 1 : offset;
  const end = endOf(version, text, at);
  return end === at ? null : { version: text.slice(at, end), at };
}

/** The offset at which a sticky pattern that is tried at `at` ends; `at` itself when it does not match. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
