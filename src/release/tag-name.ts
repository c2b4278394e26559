/** What the name of a release tag says. */
export interface TagName {
  /** The whole name, for example `core/v1.2.3`. */
  readonly name: string;
  /** What stands before the version, a `v` left out: `""` for `v1.2.3`, `core/` for `core/v1.2.3`. */
  readonly prefix: string;
  /** As it is written, without a `v`: `1.2.3-rc.1`, `4.5`, `2026.4.1`, `1.8.0a1`. */
  readonly version: string;
}

/**
 * A version of two to four numbers at the end of a name, with whatever marks a prerelease. It begins after a separator
 * or a `v`, so that the digits of a name (`neo4j-1.2`) are none of it.
 */
const release =
  /^((?:[^\d]|\d(?![\d.]*\.\d))*?)([vV]?)(\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+._]?[A-Za-z][0-9A-Za-z.+-]{0,60}|-\d[0-9A-Za-z.+-]{0,60})?)$/u;

/** Reads the name of a tag; null when it names no release. */
export function tagName(name: string): TagName | null {
  const [, before = "", v = "", version] = release.exec(name) ?? [];
  if (version === undefined) return null;
  const isWord = v !== "" && /[A-Za-z0-9]$/u.test(before);
  return { name, prefix: isWord ? before + v : before, version };
}
