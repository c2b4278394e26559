import { contentsAt } from "../../release/past-releases/file-history.ts";
import type { TagName } from "../../release/tag-name.ts";
import { decodeText } from "../../repository/files/decode.ts";
import type { Repository } from "../../repository/repository.ts";

/** The texts of files on the days of releases, each read once. */
export interface PastTexts {
  /** The text of a file at each of the tags; null where it was not there, and nothing at all where too much is asked. */
  of(path: string, tags: readonly TagName[]): PastText[];
  /** See `PlaceHistory.together`. */
  together<T, R>(items: readonly T[], find: (item: T) => R): R[];
}

type PastText = string | null;

/** A file at the tags at which somebody wants to know it. */
interface Question {
  readonly key: string;
  readonly path: string;
  readonly tags: readonly TagName[];
}

/** A repository with more files that nothing else explains is told nothing by its history. */
const mostQuestions = 400;

/** Each reading is a process, and what it gives is in memory at once: several states of files that may be large. */
const questionsPerReading = 20;

/** Thrown where several items are worked on, at what has to be read first. */
class NotRead extends Error {}

/** Reads texts of the past when they are asked for: one by one, or together for who has many questions. */
export function pastTexts(repository: Repository): PastTexts {
  const known = new Map<string, PastText[]>();
  let asked = 0;
  let wanted: Map<string, Question> | null = null;
  const read = (questions: readonly Question[]): void => {
    const states = questions.flatMap(({ path, tags }) =>
      tags.map(({ name }) => ({ commit: `refs/tags/${name}`, path })),
    );
    const contents = contentsAt(repository, states).values();
    const next = (): PastText => {
      const content = contents.next().value ?? null;
      return content === null ? null : (decodeText(content)?.text ?? null);
    };
    for (const { key, tags } of questions) known.set(key, tags.map(next));
  };
  return {
    of(path, tags) {
      const key = `${tags.map(({ name }) => name).join(" ")}\n${path}`;
      const texts = known.get(key);
      if (texts !== undefined) return texts;
      if (wanted?.has(key) !== true) asked += 1;
      if (asked > mostQuestions) return [];
      const question = { key, path, tags };
      if (wanted !== null) {
        wanted.set(key, question);
        throw new NotRead(`${path} has to be read first`);
      }
      read([question]);
      return known.get(key) ?? [];
    },
    together<T, R>(items: readonly T[], find: (item: T) => R): R[] {
      const found: R[] = [];
      for (let open = [...items.keys()]; open.length > 0; ) {
        wanted = new Map();
        try {
          open = open.filter((index) => !isFound(index, items, find, found));
        } finally {
          const questions = [...wanted.values()];
          wanted = null;
          for (let from = 0; from < questions.length; from += questionsPerReading)
            read(questions.slice(from, from + questionsPerReading));
        }
      }
      return found;
    },
  };
}

/** Puts what is found for an item to its place; false when something has to be read first. */
function isFound<T, R>(index: number, items: readonly T[], find: (item: T) => R, found: R[]): boolean {
  try {
    found[index] = find(items[index] as T);
    return true;
  } catch (error) {
    if (error instanceof NotRead) return false;
    throw error;
  }
}
