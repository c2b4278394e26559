import parse from "semver/functions/parse.js";
import {
  developmentOfR,
  isRelease,
  isUnderDevelopment,
  isVersion,
  onTheWay,
} from "../inventory/versions/compare.ts";
import { counted } from "./tag-name.ts";

/**
 * The version that the next release would have: the next patch of a release, the next prerelease of a prerelease
 * (2.3.7 gives 2.3.8, 2.1.12-stable gives 2.1.13-stable, 2.3.0-rc.4 gives 2.3.0-rc.5, 2.3.0-beta gives 2.3.0-beta.0), and what a version under development
 * is on the way to (1.4.0-SNAPSHOT and 1.4.0.dev0 give 1.4.0). In other grammars than that of semver
 * the last number counts: 4.5 gives 4.6, 1.8.0a1 gives 1.8.0a2.
 * Throws a RangeError when `current` is no version.
 */
export function nextTarget(current: string): string {
  if (isUnderDevelopment(current)) return comingRelease(current);
  // The commit that is counted next is not known.
  if (counted.test(current)) return nextTarget(current.replace(/\.v[0-9a-f_]+$/u, ""));
  const version = semver(current);
  if (version === null) return withLastNumber(current, (last) => last + 1);
  return version.inc(version.prerelease.length > 0 ? "prerelease" : "patch").version;
}

/** A stage with its number in one word, which semver would not count: `alpha1`, `rc2`. */
const numberedStage = /^(?:alpha|beta|rc|pre|preview|[abm])\d{1,6}$/iu;

/**
 * A version of semver taken apart; null for one that counts in another way, as do `2.1.12-stable`, a release, and
 * `1.2.0-rc1`.
 */
function semver(version: string): ReturnType<typeof parse> {
  const parsed = parse(version);
  const last = parsed?.prerelease.at(-1);
  if (last === undefined) return parsed;
  return isRelease(version) || numberedStage.test(String(last)) ? null : parsed;
}

function comingRelease(version: string): string {
  if (developmentOfR.test(version)) return nextTarget(version.slice(0, version.lastIndexOf(".")));
  // A preview is on the way as well: 3.0-alpha-10-SNAPSHOT becomes 3.0-alpha-10.
  if (onTheWay.test(version)) return version.replace(/^v/u, "").replace(onTheWay, "");
  const release = /^v?((?:\d+!)?\d+(?:\.\d+)*)/u.exec(version)?.[1];
  if (release === undefined) throw new RangeError(`"${version}" is not a version`);
  return release;
}

/**
 * True for a release with a mark of development behind it, `0.19.1-dev` after 0.19.1, as some trees have it until the next
 * release. What is on the way to a release looks the same: only where that is made already does it come after.
 */
export function isMarkedAfter(version: string, released: string): boolean {
  return isUnderDevelopment(version) && nextTarget(version) === released;
}

/** Above the patch numbers that most projects reach, and within the four digits that some scripts and stores allow. */
const firstSentinel = 9_901;
const pastSentinel = 10_000;
/** For those that reach more, and where all the others occur: neither a date nor a port, and begun by none of the others. */
const firstLarge = 890_001;
const attempts = 10_000;

/**
 * A version of the shape of the next target (same major and minor, a prerelease exactly when `current` is one) that
 * occurs nowhere in the repository: the first of a fixed sequence that `occursIn` denies.
 * Throws a RangeError when `current` is no version or when `occursIn` denies none of them.
 */
export function sentinelFor(current: string, occursIn: (candidate: string) => boolean): string {
  for (let offset = 0; offset < attempts; offset++) {
    const candidate = candidateFor(current, offset);
    if (!occursIn(candidate)) return candidate;
  }
  throw new RangeError(`every sentinel for ${current} occurs in the repository`);
}

function candidateFor(current: string, offset: number): string {
  if (counted.test(current)) return candidateFor(current.replace(/\.v[0-9a-f_]+$/u, ""), offset);
  const next = semver(nextTarget(current));
  if (next === null) return withLastNumber(current, (last) => sentinelNumber(offset, last + 1));
  const labels = next.prerelease.slice(0, -1);
  const last = next.prerelease.length > 0 ? Number(next.prerelease.at(-1)) : next.patch;
  const number = sentinelNumber(offset, last);
  return next.prerelease.length > 0
    ? `${next.major}.${next.minor}.${next.patch}-${[...labels, number].join(".")}`
    : `${next.major}.${next.minor}.${number}`;
}

/** @param last what stands in this place of the next target, which the sentinel must come after */
function sentinelNumber(offset: number, last: number): number {
  const small = Math.max(firstSentinel, last + 1) + offset;
  return small < pastSentinel ? small : Math.max(firstLarge, last + 1) + offset;
}

/** A version of another grammar than that of semver, such as `4.5`, `1.2.3.4` or `1.8.0a1`, with another last number. */
function withLastNumber(version: string, change: (last: number) => number): string {
  const [, before = "", last, after = ""] = /^(.*?)(\d{1,15})(\D*)$/su.exec(version) ?? [];
  if (last === undefined || !isVersion(version)) throw new RangeError(`"${version}" is not a version`);
  // A date is written with its zeros.
  return before + String(change(Number(last))).padStart(last.length, "0") + after;
}
