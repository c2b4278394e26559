import { readSpelling, type Spelling } from "./spelling.ts";

/**
 * Below, at or above zero as `a` comes before, is or comes after `b`, whatever the grammars of the two: those of semver
 * compare as https://semver.org/#spec-item-11 says, those of Python as https://peps.python.org/pep-0440/ does, and
 * `2.3.0rc4` is `2.3.0-rc.4`, `4.5` is `4.5.0`. It never throws: what is no version comes before every version.
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = readSpelling(a);
  const right = readSpelling(b);
  if (left === null || right === null) {
    if (left === null && right === null) return a < b ? -1 : 1;
    return left === null ? -1 : 1;
  }
  return (
    left.epoch - right.epoch ||
    compareNumbers(left.numbers, right.numbers) ||
    comparePrereleases(left, right) ||
    left.post - right.post
  );
}

/** True where both are versions and `a` comes before `b`, which it does not where it may be all that begin with it. */
export function isOlder(a: string, b: string): boolean {
  return isVersion(b) && !isPartial(a, b) && compareVersions(a, b) < 0;
}

/** True for a version in any grammar, one of a single number among them. */
export function isVersion(text: string): boolean {
  return readSpelling(text) !== null;
}

/** True for a version of fewer numbers than another one has, which may be all the versions that begin with them. */
export function isPartial(version: string, whole: string): boolean {
  const [part, all] = [readSpelling(version), readSpelling(whole)];
  return part === null || (all !== null && part.numbers.length < all.numbers.length);
}

/** True for a version in any grammar that is no prerelease; a post-release is a release. */
export function isRelease(version: string): boolean {
  return readSpelling(version)?.prerelease.length === 0;
}

/** True for what is built on the way to a version, `1.3.0.dev0` `1.4.0-SNAPSHOT` and `1.63.0-next`, and never released as such. */
export function isUnderDevelopment(version: string): boolean {
  if (developmentOfR.test(version)) return true;
  const [first, ...others] = readSpelling(version)?.prerelease ?? [];
  if (typeof first !== "string") return false;
  if (onTheWay.test(version)) return true;
  return /^(?:dev|git|snapshot|wip)$/i.test(first) || (/^next$/i.test(first) && others.length === 0);
}

/** What a package of R has between two releases: `1.2.1.9000` comes after 1.2.1 (https://r-pkgs.org/lifecycle.html#sec-lifecycle-version-number-tidyverse). */
export const developmentOfR = /^\d{1,4}\.\d{1,4}\.\d{1,4}\.9\d{3}$/;

/** What stands behind a version, also behind a preview, that is on the way: `3.0-alpha-10-SNAPSHOT`, `4.0.0a2.dev0`, `2.2.1-alpha-dev`. */
export const onTheWay = /-SNAPSHOT$|\.dev\d{0,9}$|-dev$/;

/** True for versions with the same first numbers: one for the same major, two for the same minor, three for the same patch version too. */
export function isOfLine(a: string, b: string, count: 1 | 2 | 3): boolean {
  const [left, right] = [readSpelling(a), readSpelling(b)];
  if (left === null || right === null || left.epoch !== right.epoch) return false;
  return compareNumbers(left.numbers.slice(0, count), right.numbers.slice(0, count)) === 0;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function comparePrereleases({ prerelease: a }: Spelling, { prerelease: b }: Spelling): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length) - Math.sign(a.length);
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    const order = compareIdentifiers(left, right, at);
    if (order !== 0) return order;
  }
  return 0;
}

type Identifier = string | number | undefined;

function compareIdentifiers(a: Identifier, b: Identifier, at: number): number {
  const order = rankOf(a, at) - rankOf(b, at);
  if (order !== 0 || a === undefined || b === undefined || a === b) return order;
  return a < b ? -1 : 1;
}

/**
 * Fewer identifiers come first, then numbers, then words. But what is built on the way to a version is `dev` in Python,
 * which comes before the version it leads to, and the last builds are `SNAPSHOT` in Maven: the alphabet would set the
 * one behind `alpha` and the other before it. Behind another word a `SNAPSHOT` leads to that.
 */
function rankOf(identifier: Identifier, at: number): number {
  if (identifier === undefined) return 1;
  if (typeof identifier === "number") return 2;
  const word = identifier.toLowerCase();
  return word === "dev" ? 0 : word === "snapshot" ? (at === 0 ? 4 : 0) : 3;
}
