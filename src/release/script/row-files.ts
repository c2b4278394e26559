import { pathsNamed } from "../../repository/files/path-pattern.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Origin, Rehearsal } from "../rehearsal.ts";

/** The files that one path or glob of a rule stands for. */
export interface RowFiles {
  readonly paths: readonly string[];
  /** The line of the script that asked for them; null when it never did. */
  readonly asked: Origin | null;
}

/**
 * The files of a rule as the rehearsal saw them. A rule that the script did not get to is held against the repository
 * itself, from the root.
 */
export function rowFiles(written: string, rehearsal: Rehearsal, repository: Repository): RowFiles {
  const globs = rehearsal.globs.filter(({ patterns }) => patterns.includes(written));
  const looks = rehearsal.looks.filter(({ path }) => path === written || path.endsWith(`/${written}`));
  const found = looks.filter((look) => look.found).map(({ path }) => path);
  const origin = globs[0]?.origin ?? looks[0]?.origin ?? null;
  // A file that is looked for in vain and only ends like this one is that of another rule.
  const isOfOther = globs.length === 0 && found.length === 0 && repository.has(written);
  if (origin === null || isOfOther) {
    return { paths: pathsNamed(written, repository), asked: null };
  }
  return { paths: [...new Set([...globs.flatMap(({ matches }) => matches), ...found])], asked: origin };
}
