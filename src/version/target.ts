import type { SemVer } from "semver";
import { parseVersion } from "./version.ts";

/**
 * The version that the next release would have: the next patch of a release, the next prerelease of a prerelease
 * (2.3.7 gives 2.3.8, 2.3.0-rc.4 gives 2.3.0-rc.5, 2.3.0-beta gives 2.3.0-beta.0).
 * Throws a RangeError when `current` is no version.
 */
export function nextTarget(current: string): string {
  const version = parsed(current);
  return version.inc(version.prerelease.length > 0 ? "prerelease" : "patch").version;
}

/** Far above the patch numbers that a project reaches, and neither a date nor a port. */
const firstSentinel = 990_001;
const attempts = 10_000;

/**
 * A version of the shape of the next target (same major and minor, a prerelease exactly when `current` is one) that
 * occurs nowhere in the repository: the first of a fixed sequence that `occursIn` denies.
 * Throws a RangeError when `current` is no version or when `occursIn` denies none of them.
 */
export function sentinelFor(current: string, occursIn: (candidate: string) => boolean): string {
  const next = parsed(nextTarget(current));
  const labels = next.prerelease.slice(0, -1);
  for (let offset = 0; offset < attempts; offset++) {
    const number = firstSentinel + offset;
    const candidate =
      next.prerelease.length > 0
        ? `${next.major}.${next.minor}.${next.patch}-${[...labels, number].join(".")}`
        : `${next.major}.${next.minor}.${number}`;
    if (!occursIn(candidate)) return candidate;
  }
  throw new RangeError(`every sentinel for ${current} occurs in the repository`);
}

function parsed(version: string): SemVer {
  const result = parseVersion(version);
  if (result === null) throw new RangeError(`"${version}" is not a version`);
  return result;
}
