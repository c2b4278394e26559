import { isUnderDevelopment } from "../../inventory/versions/compare.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { decodeText } from "../../repository/files/decode.ts";
import type { Repository } from "../../repository/repository.ts";
import { contentsAt, filesWithChangedLines } from "./file-history.ts";
import { posixEscaped } from "./find-past-releases.ts";
import { fatesOf, type PlaceKey } from "./moved-places.ts";
import type { PastRelease } from "./past-release.ts";
import { formsOf } from "./version-forms.ts";

/** A place and what the last releases did with it, newest first. */
export interface LearnedPlace {
  readonly key: PlaceKey;
  /** The releases that wrote it. */
  readonly writers: readonly PastRelease[];
  /** The releases that found the old version there and left it. */
  readonly leavers: readonly PastRelease[];
}

/** Of a release that changes more files in lines with its version, the folders of most of them are what a generator made. */
const mostFiles = 3_000;

/** What the given releases did with the places that held the version of the train. */
export function learnPlaces(repository: Repository, releases: readonly PastRelease[]): LearnedPlace[] {
  const touched = releases.map((release, index) =>
    filesOf(repository, release, heldBefore(release, releases[index + 1])),
  );
  // A file that one of the releases wrote is looked at in all of them, for what the others left.
  const paths = [...new Set(touched.flat())].sort();
  const places = new Map<string, { key: PlaceKey; writers: PastRelease[]; leavers: PastRelease[] }>();
  for (const [index, release] of releases.entries()) {
    const { base, commit, to } = release;
    const olds = heldBefore(release, releases[index + 1]);
    const asked = paths.flatMap((path) => [
      { commit: base, path },
      { commit, path },
    ]);
    const contents = contentsAt(repository, asked);
    for (const [at, path] of paths.entries()) {
      const [before, after] = [textOf(contents[at * 2]), textOf(contents[at * 2 + 1])];
      if (before === null || after === null) continue;
      const fates = olds.flatMap((from) => fatesOf({ path, before, after, from, to }));
      for (const { key, moved } of fates) {
        const name = `${path}\n${key.ordinal}\n${key.surroundings}`;
        const known = places.get(name) ?? { key, writers: [], leavers: [] };
        places.set(name, known);
        const those = moved ? known.writers : known.leavers;
        if (!those.includes(release)) those.push(release);
      }
    }
  }
  return withChangedNeighbours([...places.values()]).filter(({ writers }) => writers.length > 0);
}

/**
 * The same place has another neighbour after a package was renamed. Places with the same line that no release saw side
 * by side are one, known by what the newest release saw.
 */
function withChangedNeighbours(places: readonly LearnedPlace[]): LearnedPlace[] {
  const alike = groupBy(places, ({ key: { path, line, ordinal } }) => `${path}\n${ordinal}\n${line}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    const seen = group.flatMap(({ writers, leavers }) => [...new Set([...writers, ...leavers])]);
    if (first === undefined || group.length === 1 || new Set(seen).size !== seen.length) return group;
    const writers = group.flatMap((place) => place.writers);
    return [{ key: first.key, writers, leavers: group.flatMap((place) => place.leavers) }];
  });
}

/**
 * The versions that places held before a release: what the train stood at and, where that was only on the way, such as
 * `1.3.0-SNAPSHOT`, the release before.
 */
function heldBefore({ from }: PastRelease, previous: PastRelease | undefined): string[] {
  return previous === undefined || !isUnderDevelopment(from) ? [from] : [from, previous.to];
}

/** The files of which a release changed lines with one of its versions, or to which it added lines with the new one. */
function filesOf(
  repository: Repository,
  { base, commit, to }: PastRelease,
  olds: readonly string[],
): string[] {
  const forms = [...olds, to].flatMap((version) => [...formsOf(version).values()]);
  const line = [...new Set(forms)].map(posixEscaped).join("|");
  return withoutMasses(filesWithChangedLines(repository, base, commit, line));
}

/** Files without those of the largest folders of the root, until there are no more than can be looked at. */
function withoutMasses(files: readonly string[]): string[] {
  const folders = [...groupBy(files, (path) => path.slice(0, path.indexOf("/") + 1)).values()];
  const smallestFirst = folders.sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const folder of smallestFirst) if (kept.length + folder.length <= mostFiles) kept.push(...folder);
  return kept.sort();
}

function textOf(content: Buffer | null | undefined): string | null {
  return content === null || content === undefined ? null : (decodeText(content)?.text ?? null);
}
