import { basename } from "node:path/posix";
import { compareVersions, isOfLine, isRelease } from "../../inventory/versions/compare.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import { decodeText } from "../../repository/files/decode.ts";
import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { Repository } from "../../repository/repository.ts";
import { historyOf, tagsOfRepository } from "../released-versions.ts";
import { isMarkedAfter } from "../target.ts";
import { composedVersions, partNames, type ReleasedState } from "./composed-versions.ts";
import { contentsAt, filesWithChangedLines } from "./file-history.ts";
import { type Anchor, posixEscaped } from "./find-past-releases.ts";
import { allReleaseTags, type ReleaseTag, releaseTags } from "./release-tags.ts";

/** So many of the newest releases are asked what they held at a place, and so many of them have to have held their version. */
const asked = 4;
const agreeing = 2;
/** A tree that differs from its release in more files is told by its manifests. */
const mostFiles = 200;
/** Files of more are no place where somebody declares a version. In UTF-16 code units. */
const longestFile = 2_000_000;

/** What only repeats a version, or tells of it. */
const repeating =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|lock|sum|po|svg|map)$|lock\.\w+$|-lock\.|\.min\./iu;
const telling = /^(?:change-?log|changes|news|history|release-?notes|readme|authors|todo)\b/iu;

/** A version as a line has it, to its end. */
const versionAt =
  /^\d{1,9}(?:\.\d{1,9}){1,3}(?:[-.+]?[A-Za-z][0-9A-Za-z.+-]{0,40}|-\d[0-9A-Za-z.+-]{0,40})?/u;

/**
 * The versions above the newest release that stand where the last releases have held their own, one for each place: a tree
 * that was raised for the next release, as `VERSION="7.6.0-dev"` or `VERSION="7.5.0-dev"` after 7.5.0, whatever the
 * language and the name of the file.
 */
export function raisedVersions(repository: Repository): string[] {
  return raisedFilesOf(repository).flatMap(({ states, now }) => [
    ...raisedLines(states, now).map(({ version }) => version),
    ...composedVersions(states, now),
  ]);
}

/** The lines on which these versions stand, those of one line each. */
export function raisedAnchors(repository: Repository, current: string): Anchor[] {
  return raisedFilesOf(repository).flatMap(({ path, states, now }) =>
    raisedLines(states, now)
      .filter(({ version }) => version === current)
      .map(({ before, after }) => ({ path, before, after: after.trimEnd() })),
  );
}

/** A file of the tree, and what the last releases had of it, newest first. */
interface RaisedFile {
  readonly path: string;
  readonly states: readonly ReleasedState[];
  readonly now: string;
}

/**
 * The files that were raised since the tags that the checked-out commit can see. Where each release is made on a branch of
 * its own, it sees none of the last ones, and all tags count.
 */
const raisedFilesOf = oncePer((repository: Repository): readonly RaisedFile[] => {
  const seen = tagsOfRepository(releaseTags(repository));
  const { latest } = historyOf(repository.git);
  const files = raisedSince(seen, repository);
  const isNear = latest !== null && seen.some(({ version }) => isOfLine(version, latest, 2));
  const isKnown = files.some(
    ({ states, now }) => raisedLines(states, now).length > 0 || composedVersions(states, now).length > 0,
  );
  return isNear || isKnown ? files : raisedSince(tagsOfRepository(allReleaseTags(repository)), repository);
});

function raisedSince(tags: readonly ReleaseTag[], repository: Repository): RaisedFile[] {
  const newestFirst = tags.toSorted((a, b) => compareVersions(b.version, a.version));
  const at = newestFirst.findIndex(({ version }) => isRelease(version));
  const releases = newestFirst.slice(at, at + asked);
  const [newest] = releases;
  if (at === -1 || newest === undefined || releases.length < agreeing) return [];
  const paths = raisedFiles(newest, repository);
  const wanted = releases.flatMap(({ commit }) => paths.map((path) => ({ commit, path })));
  const contents = contentsAt(repository, wanted).map((content) =>
    content === null ? "" : (decodeText(content)?.text ?? ""),
  );
  return paths.flatMap((path, index) => {
    const states = releases.map(({ version }, release) => ({
      version,
      text: contents[release * paths.length + index] ?? "",
    }));
    const now = repository.read(path) ?? "";
    return now.length > longestFile ? [] : [{ path, states, now }];
  });
}

/** The files that were changed since a release where they held its version, or a part of it. */
function raisedFiles({ version, commit }: ReleaseTag, repository: Repository): string[] {
  const line = `${posixEscaped(version)}|${partNames}`;
  return filesWithChangedLines(repository, commit, "HEAD", line)
    .filter((path) => repository.has(path) && !isTestOrExample(path))
    .filter((path) => !repeating.test(path) && !telling.test(basename(path)))
    .slice(0, mostFiles);
}

/** The lines on which releases had their own versions, with those that stand there now. */
function raisedLines(states: readonly ReleasedState[], now: string): (Around & { version: string })[] {
  const [newest] = states;
  if (newest === undefined) return [];
  const lines = now.split(/\r?\n/u);
  return aroundVersion(newest.text, newest.version).flatMap((around) => {
    const held = states.filter(({ version, text }) => heldBetween(around, text.split(/\r?\n/u)) === version);
    const version = held.length < agreeing ? null : heldBetween(around, lines);
    return version !== null && isRaised(version, newest.version) ? [{ ...around, version }] : [];
  });
}

/** True for what comes after a release, and for the release itself with a mark of development behind it. */
function isRaised(version: string, released: string): boolean {
  return compareVersions(version, released) > 0 || isMarkedAfter(version, released);
}

/** What a line reads before and behind a version. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/** What stands around a version on the lines of a text that have it, those that no other line reads alike. */
function aroundVersion(text: string, version: string): Around[] {
  if (text.length > longestFile) return [];
  const found = text.split(/\r?\n/u).flatMap((line) => {
    const at = line.indexOf(version);
    if (at === -1) return [];
    const around = { before: line.slice(0, at), after: line.slice(at + version.length) };
    return /[0-9A-Za-z.]$/u.test(around.before.replace(/(?<![0-9A-Za-z])v$/iu, "")) ||
      /^(?:[0-9A-Za-z+-]|\.\w)/u.test(around.after)
      ? []
      : [around];
  });
  const alike = groupBy(found, ({ before, after }) => `${before}\0${after}`);
  return [...alike.values()].flatMap((group) => (group.length === 1 ? group : []));
}

/** The version on the one line that reads as another one did around its version; null where there is no such line, or several. */
function heldBetween({ before, after }: Around, lines: readonly string[]): string | null {
  const held = lines.flatMap((line) => {
    if (!line.startsWith(before) || !line.endsWith(after)) return [];
    const written = line.slice(before.length, line.length - after.length);
    return versionAt.exec(written)?.[0] === written ? [written] : [];
  });
  const [only, second] = held;
  return only === undefined || second !== undefined ? null : only;
}
