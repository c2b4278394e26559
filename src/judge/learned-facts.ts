import type { Occurrence } from "../inventory/occurrence.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import { folderOf } from "../repository/packages/path.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { counted } from "../repository/text/counted.ts";
import { composedByLast, raisedLater, textAt } from "./past/around-releases.ts";
import { placeIn } from "./past/place-in.ts";

/** What past releases did with places, in words. */
export interface LearnedFacts {
  /** Why the next release is expected to write a place; null where past releases say nothing. */
  written(place: Pick<Occurrence, "path" | "span">): string | null;
  /** That former releases wrote a place and the last one left it; null for every other place. */
  left(place: Pick<Occurrence, "path" | "span">): string | null;
  /** True for a file that past releases wrote. */
  wroteFile(path: string): boolean;
  /**
   * How many places of its file, or of its subject, the last releases wrote, where the place itself came after them; 0 for
   * a place that they saw.
   */
  writtenBesideNew(place: Pick<Occurrence, "path" | "span" | "subject">): number;
  /**
   * How many public packages in folders beside that of a manifest there are where the last release wrote all of them, and
   * the manifest came after it; else 0. Whoever writes them all finds the new one as well, and whoever lists them may not.
   */
  manifestsBesideNew(place: Pick<Occurrence, "path">, workspace: Workspace): number;
  /**
   * True where the last release gave its components to a place that writes a version in parts, of which one that stays as it
   * was, `PATCH 0`, shows no write.
   */
  composedByLast(place: Pick<Occurrence, "path" | "parts">): boolean;
  /**
   * True for a place that after each of the last two releases held the one before, and was raised since: it is written in a
   * commit of its own, when the tree has the next version already.
   */
  raisedLater(place: Pick<Occurrence, "path" | "span" | "version">): boolean;
  /** In how many other files past releases wrote the very line of a place, as whoever replaces a text everywhere does. */
  writtenAlike(place: Pick<Occurrence, "path" | "span">): number;
}

/** Gathers what the rehearsals of past releases tell. */
export function learnedFrom(rehearsals: readonly Rehearsal[], repository: Repository): LearnedFacts {
  const written = new Map<string, string>();
  const left = new Map<string, string>();
  for (const { learned } of rehearsals) {
    for (const { path, span, writers, of, lastWriter } of learned?.places ?? [])
      written.set(
        `${span.start} ${path}`,
        `${writers} of the last ${counted(of, "release")} wrote it, the last one in ${lastWriter.commit} (${lastWriter.version})`,
      );
    for (const { path, span, writers, lastWriter } of learned?.left ?? [])
      left.set(
        `${span.start} ${path}`,
        `${counted(writers, "former release")} wrote it, the last one in ${lastWriter.commit} (${lastWriter.version}), and the release after that left it`,
      );
  }
  const releases = rehearsals.flatMap(({ learned }) => learned?.releases ?? []);
  const files = new Set(rehearsals.flatMap(({ learned }) => learned?.places ?? []).map(({ path }) => path));
  const lineOf = ({ path, span }: Pick<Occurrence, "path" | "span">): string =>
    wholeLine(repository.read(path) ?? "", span.start);
  const placesOfLine = oncePer((of: readonly Rehearsal[]) =>
    groupBy(
      of.flatMap(({ learned }) => learned?.places ?? []),
      lineOf,
    ),
  );
  const at = ({ path, span }: Pick<Occurrence, "path" | "span">): string => `${span.start} ${path}`;
  return {
    written: (place) => written.get(at(place)) ?? null,
    wroteFile: (path) => files.has(path),
    left: (place) => left.get(at(place)) ?? null,
    writtenBesideNew: ({ path, span, subject }) => {
      const beside = rehearsals
        .flatMap(({ learned }) => learned?.places ?? [])
        .filter((place) => place.path === path || (subject !== null && lineOf(place).includes(subject.name)));
      const [newest] = releases;
      if (beside.length === 0 || newest === undefined) return 0;
      const then = textAt(newest.commit, path, repository);
      // In a file that came after them everything did.
      if (then === null) return beside.length;
      return placeIn(then, repository.read(path) ?? "", span) !== null ? 0 : beside.length;
    },
    manifestsBesideNew: ({ path }, workspace) => {
      const [newest] = releases;
      const folder = folderOf(folderOf(path));
      const beside = workspace.npm
        .filter(({ member, private: isPrivate }) => member && !isPrivate)
        .map(({ manifest }) => manifest)
        .filter((manifest) => manifest !== path && folderOf(folderOf(manifest)) === folder);
      if (newest === undefined || !beside.every((manifest) => files.has(manifest))) return 0;
      return textAt(newest.commit, path, repository) === null ? beside.length : 0;
    },
    composedByLast: (place) => composedByLast(place, releases, repository),
    raisedLater: (place) => raisedLater(place, releases, repository),
    writtenAlike: (place) => {
      const others = placesOfLine(rehearsals).get(lineOf(place)) ?? [];
      return new Set(others.map(({ path }) => path).filter((path) => path !== place.path)).size;
    },
  };
}

function wholeLine(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end === -1 ? text.length : end).trim();
}
