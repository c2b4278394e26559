import type { FoundVersion } from "../ecosystems/requirement.ts";

/** Two numbers or more, and what Python, semver, Maven, Ruby and Debian hang on to them. */
const version =
  /^(?:\d{1,3}:)?[vV]?(\d{1,15}(?:\.\d{1,15}){1,4}(?:[-.~]?[A-Za-z][0-9A-Za-z]{0,40}(?:[.-][0-9A-Za-z]{1,40}){0,9}|-\d[0-9A-Za-z.-]{0,60})?)(?:\+[0-9A-Za-z.~-]{1,60})?$/;

/** The revision of a package, which its distribution counts: `1.2.3-1ubuntu2`. */
const revision = /-\d[0-9A-Za-z.+~]*$/;

/** The fourth number of Windows, where the product has only three. */
const fourth = /^(\d+\.\d+\.\d+)\.0$/;

/** How a version field is written, beyond the common grammar. */
export type Grammar =
  /** In any grammar of `compareVersions`, of at least two numbers. */
  | "version"
  /** The same with the revision of a distribution behind it, which is no part of the version. */
  | "revised";

/**
 * The version of a product in the value of a field: without its `v` and its epoch, without the build number behind a plus
 * sign, without the revision of a distribution and without a fourth number that is zero. Null where the field holds a
 * variable, a range, a single number or something else.
 */
export function ownVersion(value: string, grammar: Grammar): FoundVersion | null {
  const match = version.exec(grammar === "revised" ? value.replace(revision, "") : value);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const at = match[0].indexOf(written);
  return { version: fourth.exec(written)?.[1] ?? written, at };
}
