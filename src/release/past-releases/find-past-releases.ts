import { isUnderDevelopment, isVersion } from "../../inventory/versions/compare.ts";
import type { Repository } from "../../repository/repository.ts";
import {
  commitsOfLines,
  commitsUpTo,
  contentsAt,
  filesWithChangedLines,
  hasChangedLine,
} from "./file-history.ts";
import type { PastRelease } from "./past-release.ts";
import type { ReleaseTag } from "./release-tags.ts";

/** A place of the work tree that says which version the train holds, such as the version field of a manifest. */
export interface Anchor {
  readonly path: string;
  /** What its line reads before and behind the version. */
  readonly before: string;
  readonly after: string;
}

/** How many releases are looked at; two of the last three have to agree, and one more tells what the last one left. */
export const mostReleases = 4;
/** How many changes of the line of an anchor are read: a release with prereleases between two others takes several. */
const mostChanges = 24;

/** The releases that moved an anchor, newest first: the commits that gave its line another version. */
export function releasesOfAnchor(repository: Repository, anchor: Anchor): PastRelease[] {
  const pattern = `^${posixEscaped(anchor.before)}`;
  const commits = commitsOfLines(repository, anchor.path, pattern, mostChanges);
  const asked = commits.flatMap(({ commit, parent }) => [commit, parent]);
  const contents = contentsAt(
    repository,
    asked.map((commit) => ({ commit, path: anchor.path })),
  );
  return commits.flatMap(({ commit, parent }, index) => {
    const to = versionAt(contents[index * 2], anchor);
    const from = versionAt(contents[index * 2 + 1], anchor);
    return to === null || from === null || to === from ? [] : [{ from, to, commit, base: parent }];
  });
}

/** A tool that commits a changelog, its documents and the manifests one after the other makes so many commits before the last one. */
const mostSteps = 3;

/**
 * A release together with the commits before it from the first one that wrote the same version: what is written by hand
 * and what a generator makes of that are often committed one after the other.
 * @param previous the release before, which ends where this one can begin
 */
export function withStepsBefore(
  repository: Repository,
  release: PastRelease,
  previous: PastRelease | undefined,
): PastRelease {
  const { base, to } = release;
  const line = `(^|[^0-9A-Za-z.+-])v?${posixEscaped(to)}($|[^0-9A-Za-z.+-])`;
  const wrote = (steps: number): boolean =>
    hasChangedLine(repository, `${base}~${steps}`, `${base}~${steps - 1}`, line);
  const commits = commitsUpTo(repository, base, mostSteps);
  const last = commits.indexOf(previous?.commit ?? "");
  const possible = last === -1 ? commits.length : last;
  const steps = Array.from({ length: possible }, (_, at) => possible - at).find(wrote) ?? 0;
  return steps === 0 ? release : { ...release, base: `${base}~${steps}` };
}

/** The version on the line of an anchor in a state of its file; null when it has no such line. */
function versionAt(content: Buffer | null | undefined, { before, after }: Anchor): string | null {
  if (content === null || content === undefined) return null;
  for (const line of content.toString("utf8").split("\n")) {
    if (!line.startsWith(before) || !line.trimEnd().endsWith(after)) continue;
    const version = line.slice(before.length, line.trimEnd().length - after.length);
    if (isVersion(version)) return version;
  }
  return null;
}

/**
 * The releases between tags of one train, newest first. The commit of a tag is the release where it wrote the new
 * version, over the one before or over its own with the mark of what is under development; else whatever was done since
 * the tag before belongs to it.
 * @param tags of one train, newest first
 * @param current what the tree holds now, `1.3.0-dev` where it is under development
 */
export function releasesOfTags(
  repository: Repository,
  tags: readonly ReleaseTag[],
  current: string,
): PastRelease[] {
  const behind = current.replace(/^[\d.]*\d/u, "");
  const mark = isUnderDevelopment(current) && behind !== "" ? behind : null;
  const releases: PastRelease[] = [];
  for (const [index, { version: to, commit }] of tags.slice(0, mostReleases).entries()) {
    const previous = tags[index + 1];
    if (previous === undefined || previous.version === to || previous.commit === commit) continue;
    const own = `${commit}^1`;
    const wrote = (from: string): boolean =>
      filesWithChangedLines(repository, own, commit, posixEscaped(from)).length > 0;
    const marked = mark === null ? null : `${to}${mark}`;
    if (marked !== null && wrote(marked)) releases.push({ from: marked, to, commit, base: own });
    else
      releases.push({
        from: previous.version,
        to,
        commit,
        base: wrote(previous.version) ? own : previous.commit,
      });
  }
  return releases;
}

/** A text as a POSIX extended regular expression that matches nothing else. */
export function posixEscaped(text: string): string {
  return text.replace(/[.[\]{}()*+?^$|\\]/gu, "\\$&");
}
