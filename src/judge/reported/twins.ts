import type { Occurrence } from "../../inventory/occurrence.ts";
import { isOlder } from "../../inventory/versions/compare.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Evidence } from "../evidence.ts";

/** So many files do not say the same of current by chance. */
const fewestTwins = 2;

/** A longer line is none that somebody translates by hand. In UTF-16 code units. */
const longestLine = 500;

/**
 * True for a former release on a line that stands in at least two files beside it, in a folder of another name each, and
 * that holds current there: one page in several languages, of which this one was forgotten.
 */
export function isForgottenTwin({ path, span, version }: Occurrence, evidence: Evidence): boolean {
  const { repository, train } = evidence;
  if (!isOlder(version, train.current)) return false;
  const others = (filesByName(repository).get(nameOf(path)) ?? []).filter((other) => areTwins(path, other));
  if (others.length < fewestTwins) return false;
  const text = repository.read(path) ?? "";
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.end);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (line.length > longestLine) return false;
  const wanted = line.slice(0, span.start - start) + train.current + line.slice(span.end - start);
  const holding = others.filter((other) => (repository.read(other) ?? "").split("\n").includes(wanted));
  return holding.length >= fewestTwins && holding.length * 2 > others.length;
}

const filesByName = oncePer(({ paths }: Repository) => groupBy(paths, nameOf));

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** True for two paths that differ in the name of one folder, or of which one has that folder more. */
function areTwins(path: string, other: string): boolean {
  if (path === other) return false;
  const [mine, theirs] = [path.split("/"), other.split("/")];
  let from = 0;
  while (from < mine.length && mine[from] === theirs[from]) from += 1;
  const [mineLeft, theirsLeft] = [mine.slice(from), theirs.slice(from)];
  const rest = (left: readonly string[], more: boolean): string => left.slice(more ? 1 : 0).join("/");
  if (mineLeft.length === theirsLeft.length) return rest(mineLeft, true) === rest(theirsLeft, true);
  const isDeeper = mineLeft.length > theirsLeft.length;
  return (
    Math.abs(mineLeft.length - theirsLeft.length) === 1 &&
    rest(mineLeft, isDeeper) === rest(theirsLeft, !isDeeper)
  );
}
