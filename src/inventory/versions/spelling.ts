/** A version taken apart, whatever the grammar in which it is written. */
export interface Spelling {
  /** What stands before `!` (Python) or `:` (Debian); 0 where there is none. */
  readonly epoch: number;
  /** One number or more: `4.5` has two, `1.2.3.4` four, `2026.04.13` three. */
  readonly numbers: readonly number[];
  /** The parts of the prerelease in lower order than a release without any; empty for a release. */
  readonly prerelease: readonly (string | number)[];
  /** The number of a Python post-release; -1 for none. */
  readonly post: number;
}

const epoch = /^(\d{1,9})[!:]/;
const numbers = /^\d{1,20}(?:\.\d{1,20}){0,9}/;
const post = /\.?post(\d{1,9})/i;

/**
 * Words behind a dot or a hyphen that mark a release, as Maven, OSGi and libraries in C write it, and the commit behind the
 * count of all of them, as plugins of Jenkins are released: `2117.vc05a_0b_e6b_f4e`.
 */
const finals = /^(?:[.-](?:final|ga|release|stable)|\.v[0-9a-f_]{8,24})$/i;

/** The short spellings of https://peps.python.org/pep-0440/#pre-releases . */
const longNames = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["c", "rc"],
  ["pre", "rc"],
  ["preview", "rc"],
]);

/**
 * Takes a version apart, with or without a leading `v`: `1.2.3-rc.1`, `1.2.3rc1.dev4`, `1!2.0`, `4.5`, `1.2.3.4`,
 * `2.0-SNAPSHOT`, `2.0.0.Final`, `1.2.3~beta2`, `2026.04.13`, `1.2.3+45`. Null for a text that does not begin with a
 * number.
 */
export function readSpelling(version: string): Spelling | null {
  const bare = version.replace(/^[vV]/, "");
  const before = epoch.exec(bare);
  const rest = bare.slice(before?.[0].length ?? 0);
  const core = numbers.exec(rest)?.[0];
  if (core === undefined) return null;
  const [suffix = ""] = rest.slice(core.length).split("+");
  const isFinal = suffix === "" || finals.test(suffix);
  return {
    epoch: Number(before?.[1] ?? 0),
    numbers: core.split(".").map(Number),
    prerelease: isFinal ? [] : prereleaseOf(suffix, isOfMaven(core, suffix)),
    post: suffix.startsWith("-") ? -1 : Number(post.exec(suffix)?.[1] ?? -1),
  };
}

/** Maven parts at each hyphen, `3.0-alpha-10-SNAPSHOT` (https://maven.apache.org/pom.html#version-order-specification); semver does not. */
function isOfMaven(core: string, suffix: string): boolean {
  return /-SNAPSHOT$/i.test(suffix) || core.split(".").length !== 3;
}

/** After a hyphen the identifiers of semver or Maven; else what Python, Ruby, Debian and others hang on to the numbers. */
function prereleaseOf(suffix: string, isPartedByHyphens: boolean): (string | number)[] {
  if (suffix.startsWith("-"))
    return suffix
      .slice(1)
      .split(isPartedByHyphens ? /[.-]/ : ".")
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const parts = suffix.replace(post, "").match(/[a-z]+|\d+/gi) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : (longNames.get(part.toLowerCase()) ?? part)));
}
