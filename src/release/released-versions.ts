import { compareVersions, isRelease } from "../inventory/versions/compare.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import type { GitFacts } from "../repository/repository.ts";
import { majorOf } from "./next-version.ts";
import { counted, type TagName, tagName } from "./tag-name.ts";

/** The released versions of the repository, as far as local tags tell. */
export interface History {
  /** Every version that a release tag names, in no particular order. */
  readonly released: ReadonlySet<string>;
  /** The newest release that is not a prerelease, else the newest prerelease; null without release tags. */
  readonly latest: string | null;
  /** Every version that a tag such as `chart-1.2.3` names, of something beside the repository and its packages. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Reads the release tags; without git the history is empty. */
export function historyOf(git: GitFacts | null): History {
  const tags = (git?.tags ?? []).flatMap((tag) => tagName(tag) ?? []);
  const ofRepository = tagsOfRepository(tags);
  const [released, counted] = [versionsIn(ofRepository), new Set(ofRepository)];
  const others = tags
    .filter((tag) => /[-_]$/u.test(tag.prefix) && !counted.has(tag))
    .map(({ version }) => version);
  return { released, latest: latestOf(released), elsewhere: new Set(others) };
}

/** Whether tags name releases of the whole repository, and not only of its parts. */
export function hasTagsOfRepository(git: GitFacts | null): boolean {
  return git !== null && hasOwnTags(git);
}

const hasOwnTags = oncePer(({ tags }: GitFacts): boolean => {
  const names = tags.flatMap((tag) => tagName(tag) ?? []);
  return tagsOfRepository(names).some(({ prefix }) => prefix === "");
});

/** What stands before the version in the newest tag that names a release of the whole repository. */
export function markOfTags(git: GitFacts | null): "" | "v" {
  const names = (git?.tags ?? []).flatMap((tag) => tagName(tag) ?? []);
  const { name, prefix = "" } = tagsOfRepository(names).at(-1) ?? {};
  return name?.charAt(prefix.length).toLowerCase() === "v" ? "v" : "";
}

/** The newest release of versions, else the newest prerelease; null for none. */
export function latestOf(released: ReadonlySet<string>): string | null {
  const sorted = [...released].sort((a, b) => compareVersions(b, a));
  const stable = sorted.find(isRelease);
  return stable ?? sorted[0] ?? null;
}

/** So many times fewer tags than others are leftovers of an older custom. */
const dwarfed = 10;

/**
 * The tags that release the whole repository: `1.2.3` and `v1.2.3`. Where there are none, or where those of another form
 * have been made in their place for long, `name@1.2.3` and `name/v1.2.3` of single packages count, and else those that
 * most often begin in one way, such as `release-1.2.3`, which also count where there are hardly any others, or where they
 * came after all of the others. Plain tags that `name@1.2.3` took over from count together with those.
 * @param tags the oldest first
 */
export function tagsOfRepository<T extends TagName>(tags: readonly T[]): readonly T[] {
  const plain = tags.filter(({ prefix }) => prefix === "");
  const named = tags.filter(({ prefix }) => /[@/]$/u.test(prefix));
  const others = groupBy(
    tags.filter(({ prefix }) => /[-_]$/u.test(prefix)),
    ({ prefix }) => prefix,
  );
  const largestFirst = withoutCharts([...others.values()].sort((a, b) => b.length - a.length));
  const [largest = []] = largestFirst;
  const follower = largestFirst.find(
    (later) => later.length * dwarfed >= largest.length && isFollowedBy(plain, later, tags),
  );
  const ofPlain = versionsIn(plain);
  if (ofPlain.size > 0 && follower !== undefined) return follower;
  const isLeftOver = ofPlain.size * dwarfed < versionsIn(largest).size || isGivenUp(plain, tags);
  if (ofPlain.size > 0 && !isLeftOver) return [...plain, ...continuedBy(plain, named, tags)];
  return versionsIn(named).size > 0 ? named : largest;
}

/** Whether there are tags of something beside charts of Helm, of which those of charts are told apart by their names. */
export function hasTagsBesideCharts(git: GitFacts | null): boolean {
  const names = (git?.tags ?? []).flatMap((tag) => tagName(tag) ?? []);
  const isOfChart = ({ prefix }: TagName): boolean => ofChart.test(prefix);
  return names.some(isOfChart) && !tagsOfRepository(names).some(isOfChart);
}

/** What a chart of Helm is tagged by, beside the application that it installs: `helm-chart-4.15.1`. */
const ofChart = /(?:^|[-_/])(?:helm|charts?)(?:[-_/@]|$)/iu;

/** The lines of tags without those of charts, where others are made that are no leftovers. */
function withoutCharts<T extends TagName>(
  largestFirst: readonly (readonly T[])[],
): readonly (readonly T[])[] {
  const others = largestFirst.filter(([first]) => !ofChart.test(first?.prefix ?? ""));
  const [most = 0, left = 0] = [largestFirst[0]?.length, others[0]?.length];
  return left * dwarfed >= most ? others : largestFirst;
}

/**
 * The tags of the package that goes on where plain ones ended, `lumen@4.8.0` after `4.7.5`, with those of the shortest name
 * where several packages do; none as long as plain tags are made.
 */
function continuedBy<T extends TagName>(
  plain: readonly T[],
  named: readonly T[],
  tags: readonly T[],
): readonly T[] {
  const newest = plain.reduce((a, b) => (compareVersions(a.version, b.version) < 0 ? b : a));
  const families = [...groupBy(named, ({ prefix }) => prefix).values()].filter((family) => {
    const [first] = family;
    // A module of Go, `api/v1.2.3`, is a part that is tagged beside the whole.
    if (first?.prefix.endsWith("@") !== true) return false;
    const versions = family.map(({ version }) => compareVersions(version, newest.version));
    return (
      tags.indexOf(first) > tags.indexOf(newest) &&
      majorOf(first.version) <= majorOf(newest.version) + 1 &&
      versions.every((order) => order >= 0) &&
      versions.some((order) => order > 0)
    );
  });
  const [shortest = []] = families.sort(([a], [b]) => (a?.prefix.length ?? 0) - (b?.prefix.length ?? 0));
  return shortest;
}

/** So many tags of another form that came last are a custom, and no busy year of one package. */
const lasting = 10;

/**
 * True where, after the last of these tags, one other form has had as many as there are of these in all, or several have
 * had twice as many together.
 */
function isGivenUp(plain: readonly TagName[], tags: readonly TagName[]): boolean {
  const last = plain.at(-1);
  if (last === undefined) return false;
  const since = groupBy(tags.slice(tags.indexOf(last) + 1), ({ prefix }) => prefix);
  const [most, all] = [
    Math.max(0, ...[...since.values()].map(({ length }) => length)),
    tags.length - tags.indexOf(last) - 1,
  ];
  return most >= lasting && (most >= plain.length || all >= 2 * plain.length);
}

/**
 * True where one custom took over from the other: all of its tags are newer versions, and there are more of them, or all
 * of them were made later.
 */
function isFollowedBy(
  former: readonly TagName[],
  later: readonly TagName[],
  tags: readonly TagName[],
): boolean {
  const [ofFormer, ofLater] = [versionsIn(former), [...versionsIn(later)]];
  const last = [...ofFormer].reduce((a, b) => (compareVersions(a, b) < 0 ? b : a), "");
  const [newest, first] = [former.at(-1), later[0]];
  const came = newest !== undefined && first !== undefined && tags.indexOf(newest) < tags.indexOf(first);
  const isMore = ofLater.length > ofFormer.size || (came && ofLater.length > 1);
  // What is still made has no follower, such as the tags of a product from which the repository was once taken.
  const latest = later.at(-1);
  if (newest !== undefined && latest !== undefined && tags.indexOf(latest) < tags.indexOf(newest))
    return false;
  return isMore && ofLater.every((version) => compareVersions(version, last) > 0);
}

/**
 * Versions of three numbers, or of as many as the repository counts with. Where it counts with three, a tag of two is a
 * release as long as it does not follow those that begin with it, as `v1.2` follows `v1.2.3` of an action.
 */
function versionsIn(tags: readonly TagName[]): Set<string> {
  // A number with a leading zero is a part of something else than a version.
  const versions = tags.map(({ version }) => version).filter((version) => !/^0\d/u.test(version));
  const three = versions.filter((version) => /^\d+\.\d+\.\d+(?!\.?\d)/u.test(version));
  const lines = new Set(
    three.map((version) => version.slice(0, version.indexOf(".", version.indexOf(".") + 1))),
  );
  const others = versions.filter((version) => {
    const isShort = /^\d+\.\d+(?!\.?\d)/u.test(version);
    return three.length === 0 || counted.test(version) || (isShort && !lines.has(version));
  });
  return new Set([...three, ...others]);
}
