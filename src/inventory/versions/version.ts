import type { SemVer } from "semver";
import parse from "semver/functions/parse.js";
import type { Span } from "../../repository/text/span.ts";
import { pep440Suffix, pep440ToSemver } from "./pep440.ts";
import { endsPrerelease, isExtension } from "./suffixes.ts";

/**
 * Where a version may begin. Not within a word or a longer number; but after a `v` that is itself no part of a word,
 * after two dots (`compare/1.2.3...1.2.4`), after a name and a dot (`Name.Of.Package.1.2.3`), and after what only looks
 * like a letter or digit: the escapes `\n`, `\r`, `\t`, the end of a terminal colour and a percent-encoded character.
 */
const begin = [
  "(?<![0-9A-Za-z.])",
  "(?<=(?<![0-9A-Za-z])[vV])",
  "(?<=\\.\\.|[A-Za-z]{2}\\.)",
  "(?<=\\\\[nrt][vV]?|\\[[0-9;]{1,12}m[vV]?|%[0-9A-Fa-f]{2}[vV]?)",
].join("|");

/** No leading zeros (semver 2), so that dates such as 2026.04.13 are no versions; calendar versions (25.8.3) are. */
const number = "(?:0|[1-9]\\d{0,14})";
const core = `${number}\\.${number}\\.${number}(?!\\.?\\d)`;
const identifier = "[0-9A-Za-z]{1,64}";
/** Numbers in a prerelease have no leading zeros either: `1.2.3-rc.007` is the version 1.2.3-rc before something else. */
const zeros = "0[0-9]{1,64}(?![0-9A-Za-z])";
const prerelease = `-(?!${endsPrerelease}|${zeros})${identifier}(?:(?:-(?!${endsPrerelease})|\\.(?!${isExtension}|${zeros}))${identifier}){0,9}`;
const build = `\\+${identifier}(?:(?:-|\\.(?!${isExtension}))${identifier}){0,9}(?![0-9A-Za-z@])`;

/** Not at the second digit of a percent-encoded character: `%402.3.7` holds 2.3.7 and not 402.3.7. */
const notEncoded = "(?<!%(?=[0-9A-Fa-f]{2})|%[0-9A-Fa-f](?=[0-9A-Fa-f]))";

// The lookahead lets the engine pass over everything that is no digit before it looks around.
const source = `(?=\\d)(?:${begin})${notEncoded}${core}(?:${pep440Suffix}|(?:${prerelease})?(?:${build})?)(?![0-9A-Za-z])`;

/**
 * The version grammar of this project: the three numbers of https://semver.org/spec/v2.0.0.html with prerelease and
 * build, or with the suffix of a Python release (`1.2.3rc1`), wherever they stand in a text: in `name@1.2.3`, `v1.2.3`,
 * `^1.2.3`, `image:1.2.3-slim` (1.2.3), `name-1.2.3.tgz` (1.2.3). Numbers of four or more parts, such as IP addresses,
 * are no versions, nor is any part of them. Where semver would read a platform, an image variant or a file extension
 * as a prerelease, this grammar does not (see suffixes.ts). All repetition is bounded, so matching takes linear time.
 *
 * Gives a fresh global expression, because its `lastIndex` is state.
 */
export function versionPattern(): RegExp {
  return new RegExp(source, "g");
}

/** What every version contains. It is far cheaper to look for than a version, and most texts hold none. */
const hint = /\d\.\d+\.\d/g;
const here = new RegExp(source, "y");

/** The spans of every version in a text, in order: those that `versionPattern` matches, found faster. */
export function findVersions(text: string): Span[] {
  const spans: Span[] = [];
  hint.lastIndex = 0;
  for (let near = hint.exec(text); near !== null; near = hint.exec(text)) {
    const start = startNear(text, near.index);
    if (start === null) continue;
    spans.push({ start, end: here.lastIndex });
    hint.lastIndex = here.lastIndex;
  }
  return spans;
}

/** Where the version starts whose first number has a digit at `digit`; `here` then stands at its end. */
function startNear(text: string, digit: number): number | null {
  let first = digit;
  while (isDigit(text.charCodeAt(first - 1))) first--;
  // A percent-encoded character may end in digits that run into those of the version.
  for (let start = first; start <= Math.min(digit, first + 2); start++) {
    here.lastIndex = start;
    if (here.test(text)) return start;
  }
  return null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Reads a version without a range operator, a Python release included; null when it is none. */
export function parseVersion(version: string): SemVer | null {
  return parse(version) ?? parse(pep440ToSemver(version));
}
