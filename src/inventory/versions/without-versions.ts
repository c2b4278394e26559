/**
 * Only what has dots is taken for a version: another count, as in `lacks 3 names`, is another text. What may follow its
 * numbers is written as SemVer or as PEP 440 does, `2.3.0-rc.1`, `2.3.0rc1`, `2.3.0.dev0`.
 */
const dotted = String.raw`(?<!\d)\d+(?:\.\d+)+(?:[-+][\w.+-]*|\.?(?:a|b|c|rc|alpha|beta|pre|preview|dev|post)\d{1,9}(?:\.(?:dev|post)\d{1,9})?|\.(?:dev|git|post|pre|rc)|(?:dev|pre)(?![0-9A-Za-z]))?`;
const version = new RegExp(dotted, "g");
const prefixed = new RegExp(`[\\^~=<>v]{0,3}${dotted}`, "g");

/** A text in which every version is the same, so that two of them can be compared in everything else. */
export function withoutVersions(text: string): string {
  return text.replace(version, "0");
}

/** The same, with the prefix that a requirement or a tag gives to its version. */
export function withoutPrefixedVersions(text: string): string {
  return text.replace(prefixed, "0");
}
