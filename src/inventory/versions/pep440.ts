/**
 * Regular expression source: what a Python release writes behind its numbers, in the normalized spelling of
 * https://peps.python.org/pep-0440/ : `rc1`, `a2`, `b3`, `.post1`, `.dev4`.
 */
export const pep440Suffix =
  "(?:(?:a|b|rc)(?:0|[1-9]\\d{0,8})(?:\\.post\\d{1,9})?|\\.post\\d{1,9}|(?=\\.dev))(?:\\.dev(?:0|[1-9]\\d{0,8}))?";

const release = /^(\d+\.\d+\.\d+)(?:(a|b|rc)(\d+))?(?:\.post(\d+))?(?:\.dev(\d+))?$/;

const labels = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["rc", "rc"],
]);

/**
 * The semver spelling of a Python version of three numbers, which is how a train that releases to both registries
 * names one release: `2.3.0rc4` becomes `2.3.0-rc.4`, a post-release becomes build metadata.
 * Null for what is no normalized Python version, has an epoch or has not three numbers.
 */
export function pep440ToSemver(version: string): string | null {
  const match = release.exec(version);
  if (match === null) return null;
  const [, numbers, stage, count, post, dev] = match;
  const prerelease: string[] = [];
  if (stage !== undefined) prerelease.push(`${labels.get(stage)}.${count}`);
  if (dev !== undefined) prerelease.push(`dev.${dev}`);
  const suffix = prerelease.length > 0 ? `-${prerelease.join(".")}` : "";
  return `${numbers}${suffix}${post === undefined ? "" : `+post.${post}`}`;
}
