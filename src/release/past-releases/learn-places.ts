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

/** A release that changes more files in lines with its version is a reformatting, and teaches nothing. */
const mostFiles = 3_000;

/** What the given releases did with the places that held the version of the train. */
export function learnPlaces(repository: Repository, releases: readonly PastRelease[]): LearnedPlace[] {
  const touched = releases.map((release) => filesOf(repository, release));
  // A file that one of the releases wrote is looked at in all of them, for what the others left.
  const paths = [...new Set(touched.flat())].sort();
  const places = new Map<string, { key: PlaceKey; writers: PastRelease[]; leavers: PastRelease[] }>();
  for (const release of releases) {
    const { base, commit, from, to } = release;
    const asked = paths.flatMap((path) => [
      { commit: base, path },
      { commit, path },
    ]);
    const contents = contentsAt(repository, asked);
    for (const [index, path] of paths.entries()) {
      const [before, after] = [textOf(contents[index * 2]), textOf(contents[index * 2 + 1])];
      if (before === null || after === null) continue;
      for (const { key, moved } of fatesOf({ path, before, after, from, to })) {
        const name = `${path}\n${key.ordinal}\n${key.surroundings}`;
        const known = places.get(name) ?? { key, writers: [], leavers: [] };
        places.set(name, known);
        (moved ? known.writers : known.leavers).push(release);
      }
    }
  }
  return [...places.values()].filter(({ writers }) => writers.length > 0);
}

function filesOf(repository: Repository, { base, commit, from }: PastRelease): string[] {
  const line = [...new Set(formsOf(from).values())].map(posixEscaped).join("|");
  const files = filesWithChangedLines(repository, base, commit, line);
  return files.length > mostFiles ? [] : files;
}

function textOf(content: Buffer | null | undefined): string | null {
  return content === null || content === undefined ? null : (decodeText(content)?.text ?? null);
}
