import type { Bench } from "../judge/bench.ts";
import type { Finding } from "./finding.ts";

/**
 * True for a finding on a line that the configuration ignores by a pattern. Ignored occurrences give no findings to
 * begin with; this is for the others, such as a dead rule of the release script. An ignore without a pattern means the
 * versions of a file and does not hide what is wrong with a script in it.
 */
export function isIgnored({ location }: Pick<Finding, "location">, { ignores }: Bench): boolean {
  return ignores.some(
    ({ matches, value }) =>
      value.pattern !== undefined && location.lineText.includes(value.pattern) && matches(location.path),
  );
}
