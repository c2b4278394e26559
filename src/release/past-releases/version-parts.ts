import { kindsOf } from "../../inventory/catalogue/catalogue.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import type { Field } from "../../repository/documents/fields/field.ts";
import { readFields } from "../../repository/documents/fields/read-fields.ts";
import { parseDocument } from "../../repository/documents/parse-document.ts";
import { decodeText } from "../../repository/files/decode.ts";
import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { contentsAt } from "./file-history.ts";
import type { PastRelease } from "./past-release.ts";

/** A version that the tree holds in numbers that stand apart, and what the last releases did with it, newest first. */
export interface LearnedParts {
  readonly path: string;
  /** The places of its numbers, in their order. */
  readonly parts: readonly Span[];
  readonly writers: readonly PastRelease[];
  /** The releases that left it at the version before. */
  readonly leavers: readonly PastRelease[];
}

/** The files nearest to the root are asked; what lies deeper in a large tree is of something else. */
const mostFiles = 400;
/** In UTF-16 code units. */
const longestFile = 500_000;

/** What the given releases did with the versions in parts (`MAJOR`, `MINOR`, `PATCH`, or a tuple) at which the tree holds current. */
export function learnParts(
  repository: Repository,
  releases: readonly PastRelease[],
  current: string,
): LearnedParts[] {
  if (releases.length === 0) return [];
  const held = numbersOf(current);
  return partFiles(repository).flatMap((path) => {
    const now = partsIn(path, repository.read(path) ?? "");
    const ours = [...now].filter(([, { value }]) => value === held);
    if (ours.length === 0) return [];
    const asked = releases.flatMap(({ base, commit }) => [
      { commit: base, path },
      { commit, path },
    ]);
    const states = contentsAt(repository, asked).map((content) =>
      partsIn(path, content === null ? "" : (decodeText(content)?.text ?? "")),
    );
    return ours.map(([name, { parts = [] }]) => {
      const at = (state: number): string | null => states[state]?.get(name)?.value ?? null;
      // A release that brought the file with it has not shown that the next one writes it.
      const isWritten = ({ to }: PastRelease, index: number): boolean =>
        at(index * 2 + 1) === numbersOf(to) && ![null, numbersOf(to)].includes(at(index * 2));
      const isLeft = ({ from }: PastRelease, index: number): boolean =>
        at(index * 2 + 1) === numbersOf(from) && at(index * 2) === numbersOf(from);
      return { path, parts, writers: releases.filter(isWritten), leavers: releases.filter(isLeft) };
    });
  });
}

function partFiles({ paths }: Repository): string[] {
  return paths
    .filter((path) => placesOfParts(path).length > 0 && !isTestOrExample(path))
    .toSorted((a, b) => a.split("/").length - b.split("/").length)
    .slice(0, mostFiles);
}

function placesOfParts(path: string) {
  const places = kindsOf(path).flatMap(({ own }) => own);
  return places.filter(({ by }) => by === "components" || by === "tuple");
}

/** The versions in parts of a text, by what their names have in common; the first of those that are called alike. */
function partsIn(path: string, text: string): ReadonlyMap<string, Field> {
  if (text.length > longestFile || !/version/iu.test(text)) return new Map();
  const source = { path, text, document: () => parseDocument(path, text) };
  const fields = placesOfParts(path).flatMap((place) => readFields(source, place));
  const byName = groupBy(fields, ({ scope }) => scope.join("."));
  return new Map([...byName].flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])));
}

function numbersOf(version: string): string {
  return /^\d+(?:\.\d+)*/u.exec(version)?.[0] ?? version;
}
