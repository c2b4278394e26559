import { compareVersions, isUnderDevelopment } from "../inventory/versions/compare.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { isTestOrExample } from "../repository/files/test-or-example.ts";
import type { Repository } from "../repository/repository.ts";

/** Sources in which a program says which version it is, known by their names. */
const telling =
  /(?:^|\/)(?:setup|__init__|__about__|_{0,2}(?:version|meta|release|about|const(?:ant)?s?|app_?info)_{0,2}|[a-z_]{0,20}ver(?:sion)?)\.(?:py|go|h|hh|hpp|c|cc|cpp|rs|cs|java|kts?|gradle|swift|exs?|lua|pm|php|js|ts|cmake|m4|scala|sbt|zig|nim|d)$/iu;
/** Deeper down lies what a program is made of. */
const deepest = 5;
const mostFiles = 200;
/** In UTF-16 code units. */
const longestFile = 100_000;

/** A name that says `version`, and what it is given, on one line: `__version__ = "1.3.0.dev0"`, `#define PEBBLE_VERSION "1.3.0-DEV"`. */
const given =
  /version\w{0,20}(?:\s{0,4}:\s{0,2}\w{1,20})?["']?\s{0,20}(?::=|[=:]|\s)\s{0,20}["']v?(\d[\w.+-]{1,40})["']/giu;

/**
 * The version that the sources of a repository say it is on the way to, such as `1.3.0.dev0`; null where none does. Of
 * several the one that most files tell, then the newest.
 */
export function preparedVersion(repository: Repository): string | null {
  const paths = repository.paths
    .filter((path) => telling.test(path) && path.split("/").length <= deepest + 1 && !isTestOrExample(path))
    .slice(0, mostFiles);
  const told = paths.flatMap((path) => {
    const text = repository.read(path) ?? "";
    const versions =
      text.length > longestFile ? [] : [...text.matchAll(given)].map(([, found = ""]) => found);
    return [...new Set(versions.filter(isUnderDevelopment))];
  });
  const [most] = [...groupBy(told, (version) => version)].sort(
    ([a, m], [b, n]) => n.length - m.length || compareVersions(b, a),
  );
  return most?.[0] ?? null;
}
