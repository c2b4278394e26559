import {
  compareVersions,
  isOfLine,
  isRelease,
  isUnderDevelopment,
  isVersion,
} from "../inventory/versions/compare.ts";
import { askAbout } from "../repository/git/git-tree.ts";
import type { Repository } from "../repository/repository.ts";
import { isAwaited } from "./awaited-version.ts";
import { changelistVersion } from "./counted-changelist.ts";
import { customaryPreview, releaseOfDay, releaseOfDays } from "./customary-step.ts";
import { isNextOf } from "./next-version.ts";
import { newestSeen } from "./past-releases/newest-seen.ts";
import { allReleaseTags } from "./past-releases/release-tags.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { History } from "./released-versions.ts";
import { isMarkedAfter, nextTarget } from "./target.ts";
import { countedVersion } from "./tools/nbgv/counted-version.ts";

/** What is known of the train whose next version is asked for. */
interface Known {
  readonly current: string;
  readonly history: History;
  readonly rehearsals: readonly Rehearsal[];
}

/**
 * The version that the next release gives the repository: what the tree holds already where it was prepared for it, as
 * `Start v1.76.0 development` does after 1.75.0; what comes next where commits are counted; the release to which a first
 * preview or a build of a day leads; what the changelog says is under way; what the tags of days or the custom of the last
 * steps lead to; the next minor where the patches of current are released from a branch of their own; what follows the
 * release behind which a mark of development was put; else the next one of its grammar.
 * Throws a RangeError when current is no version.
 */
export function comingTarget(known: Known, repository: Repository): string {
  const { current, history } = known;
  if (isPrepared(known, repository)) return asLongAs(history.latest ?? current, current);
  const isCounted = known.rehearsals.some(({ learned }) => learned?.reader?.counts === true);
  const counted = isCounted ? (countedVersion(current, repository) ?? changelistVersion(repository)) : null;
  if (counted !== null && counted !== current) return counted;
  if (isRaisedToPreview(known)) return /^v?(\d{1,9}(?:\.\d{1,9}){0,9})/u.exec(current)?.[1] ?? current;
  const built = releaseOfDay(current);
  if (built !== null) return built;
  const seen = newestSeen(repository);
  const isMarked = seen !== null && isMarkedAfter(current, seen);
  const next = nextTarget(isMarked ? seen : current);
  const announced = isRelease(current) ? announcedRelease(history, current, repository) : null;
  if (announced !== null) return announced;
  const led = isRelease(current) ? ledTo(known, repository) : null;
  if (led !== null) return led;
  return history.released.has(next) ? (freeMinor(current, history, repository) ?? next) : next;
}

/** The release to which the tags of days lead, or the preview to which each of the last steps led that began as the next one does. */
function ledTo({ current, history, rehearsals }: Known, repository: Repository): string | null {
  const coming = releaseOfDays(history, repository);
  if (coming !== null && isNextOf(coming, current)) return coming;
  const releases = rehearsals.flatMap(({ learned }) => learned?.releases ?? []);
  const preview = customaryPreview(current, releases);
  return preview === null || history.released.has(preview) ? null : preview;
}

/** A version with as many numbers as another one: a tree that was raised to `13.4` after 13.3.1 is released as 13.4.0. */
function asLongAs(other: string, version: string): string {
  const isShort = /^\d{1,9}\.\d{1,9}$/u.test(version) && /^\d{1,9}(?:\.\d{1,9}){2}$/u.test(other);
  return isShort ? `${version}.0` : version;
}

/** What the commits that begin the work on a version, and the changelogs of it, say of it. */
const onTheWay =
  /\b(?:in|under|for|start\w{0,3}|begin\w{0,4}|open\w{0,3}|back to|next|new) (?:v?\d[\w.+-]{0,30} )?(?:dev\b|development)|-dev(?:el(?:opment)?)?\b|\bunreleased\b|\bnot (?:yet )?released\b|\bpost[- ]release\b/iu;

/**
 * True for a version that no tag names, after all that do, which the repository has yet to release by its own custom, or
 * calls unfinished itself.
 */
function isPrepared({ current, history, rehearsals }: Known, repository: Repository): boolean {
  const { latest, released, elsewhere } = history;
  if (latest === null || isUnderDevelopment(current)) return false;
  if (released.has(current) || elsewhere.has(current) || !isNextOf(current, latest)) return false;
  const raised = rehearsals.flatMap(({ learned }) => learned?.releases ?? []);
  if (isAwaited(current, raised, repository)) return true;
  return (
    isRelease(current) && (isBegun(current, rehearsals, repository) || isInChangelog(current, repository))
  );
}

/** The first of a row of previews, `4.2.2-Alpha1`; the others are counted up from one release to the next. */
const firstPreview = /^v?\d+(?:\.\d+)*[-.]?[A-Za-z]+(?:[-.]?[01])?$/u;

/**
 * True for the first preview of a version after the newest release, which neither a tag nor a past release names: the tree
 * was raised to it for the release that comes.
 */
function isRaisedToPreview({ current, history, rehearsals }: Known): boolean {
  const { latest, released, elsewhere } = history;
  if (latest === null || !isRelease(latest) || !isNextOf(current, latest)) return false;
  if (isRelease(current) || isUnderDevelopment(current) || !firstPreview.test(current)) return false;
  const made = rehearsals.flatMap(({ learned }) => learned?.releases ?? []).map(({ version }) => version);
  const known = [...released, ...elsewhere, ...made.filter((version) => version !== current)];
  return !known.some((version) => isOfLine(version, current, 3) && !isRelease(version));
}

/** Whether the commit that gave the places of the train this version says that it is only begun. */
function isBegun(current: string, rehearsals: readonly Rehearsal[], repository: Repository): boolean {
  const commits = rehearsals
    .flatMap(({ learned }) => learned?.releases ?? [])
    .filter(({ version }) => version === current);
  return commits.some(({ commit }) => {
    const answer = askAbout(repository, "log", ["-1", "--format=%s", commit]);
    return answer.ok && onTheWay.test(answer.stdout.toString());
  });
}

const changelog = /^(?:change-?log|changes|news|history|release-?notes)(?:\.(?:md|rst|txt|adoc))?$/iu;
/** The newest section stands at the top. In UTF-16 code units. */
const top = 4_000;

/** Whether the heading of the newest section names the version and says that it is not released. */
function isInChangelog(current: string, repository: Repository): boolean {
  return wordsUnderWay(repository).includes(current);
}

/** The words of the headings of newest sections that say of a version that it is not released. */
function wordsUnderWay(repository: Repository): string[] {
  const paths = repository.paths.filter((path) => changelog.test(path));
  return paths.flatMap((path) => {
    const lines = (repository.read(path) ?? "").slice(0, top).split("\n");
    const heading = lines.find((line) => /(?<![\d.])\d+\.\d+/u.test(line)) ?? "";
    const words = heading.split(/[^\w.+-]+/u).map((word) => word.replace(/^v|[.:]$/gu, ""));
    return onTheWay.test(heading) ? words : [];
  });
}

/**
 * The release that a changelog says is under way, `## v3.15.0-dev`, after all that there are: where the tree is raised with
 * its release alone, nothing else says so. Null where none says one.
 */
function announcedRelease(
  { latest, released, elsewhere }: History,
  current: string,
  repository: Repository,
): string | null {
  const length = current.split(".").length;
  for (const word of wordsUnderWay(repository)) {
    if (!isVersion(word) || word.split(".", length).length < length) continue;
    const coming = isUnderDevelopment(word) ? nextTarget(word) : word;
    const isAfter = isNextOf(coming, current) && (latest === null || isNextOf(coming, latest));
    if (isAfter && isRelease(coming) && !released.has(coming) && !elsewhere.has(coming)) return coming;
  }
  return null;
}

/**
 * The first minor above current of which nothing is released; null where its patches were not made on a branch of their own. A
 * checkout of before them leads to them, and a branch whose releases are never merged does not see current either.
 */
function freeMinor(current: string, { released }: History, repository: Repository): string | null {
  const [, major, last] = /^(\d+)\.(\d+)\.0$/u.exec(current) ?? [];
  if (major === undefined || newestSeen(repository) !== current) return null;
  const patches = allReleaseTags(repository).filter(
    ({ version }) => isOfLine(version, current, 2) && compareVersions(version, current) > 0,
  );
  if (patches.some(({ commit }) => isAfterHead(commit, repository))) return null;
  for (let minor = Number(last) + 1; ; minor++) {
    const next = `${major}.${minor}.0`;
    if (![...released].some((version) => isOfLine(version, next, 2))) return next;
  }
}

function isAfterHead(commit: string, repository: Repository): boolean {
  return askAbout(repository, "merge-base", ["--is-ancestor", "HEAD", commit]).ok;
}
