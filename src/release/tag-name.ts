/** What the name of a release tag says. */
export interface TagName {
  /** The whole name, for example `core/v1.2.3`. */
  readonly name: string;
  /** What stands before the version, a `v` left out: `""` for `v1.2.3`, `core/` for `core/v1.2.3`. */
  readonly prefix: string;
  /** As it is written, without a `v`: `1.2.3-rc.1`, `4.5`, `2026.4.1`, `1.8.0a1`. */
  readonly version: string;
}

/** Two to four numbers, with whatever marks a prerelease. */
const release =
  /^\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+._]?[A-Za-z][0-9A-Za-z.+-]{0,60}|-\d[0-9A-Za-z.+-]{0,60})?$/u;

/**
 * The count of the commits with the last one of them, perhaps behind numbers that somebody chose: `2117.vc05a_0b_e6b_f4e`.
 * https://www.jenkins.io/doc/developer/publishing/releasing-cd/
 */
export const counted = /^\d{1,9}(?:\.\d{1,9}){0,3}\.v[0-9a-f_]{8,24}$/u;

/** Numbers that are joined by underscores, behind a name, perhaps of a preview of Python: `pebble-8_21_0`, `rel_2_1_0b3`. */
const underscored = /(?<=^|[A-Za-z][-_])\d{1,4}(?:_\d{1,4}){1,3}(?:(?:a|b|rc)\d{1,3})?$/u;

/**
 * Reads the name of a tag; null when it names no release. The version is the longest end of the name that is one, so
 * that the digits of a name (`neo4j-1.2`) are none of it. Underscores of a version are read as the points that it has elsewhere.
 */
export function tagName(name: string): TagName | null {
  for (const { index } of name.matchAll(/(?<![\d.])\d/gu)) {
    const version = name.slice(index);
    if (!release.test(version) && !counted.test(version)) continue;
    const before = name.slice(0, index);
    const marked = /(?:^|[^A-Za-z0-9])[vV]$/u.test(before);
    return { name, prefix: marked ? before.slice(0, -1) : before, version };
  }
  const numbers = underscored.exec(name);
  return numbers === null
    ? null
    : { name, prefix: name.slice(0, numbers.index), version: numbers[0].replaceAll("_", ".") };
}
