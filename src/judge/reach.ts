import type {
  Command,
  GlobQuestion,
  Look,
  Origin,
  PatternQuestion,
  Rehearsal,
  Write,
} from "../release/rehearsal.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import { folderOf } from "../repository/packages/path.ts";

/** How far the script got with a file, from nothing to everything. */
const reachSteps = [
  "never asked for",
  "listed but not read",
  "read but not matched",
  "written but not here",
  "written",
] as const;

type ReachStep = (typeof reachSteps)[number];

/** How far the script got with a file, and the script line that shows it. */
export interface Reach {
  readonly step: ReachStep;
  /** What happened there, as part of a sentence. */
  readonly detail: string;
  readonly origin: Origin | null;
}

/** Reads from the rehearsals how far a release got with a file; the farthest of several releases counts. */
export function reachOf(path: string, rehearsals: readonly Rehearsal[]): Reach {
  const reaches = rehearsals.map((rehearsal) => reachIn(path, rehearsal));
  const farthest = reaches.sort((a, b) => reachSteps.indexOf(b.step) - reachSteps.indexOf(a.step))[0];
  return farthest ?? { step: "never asked for", detail: "nothing was rehearsed", origin: null };
}

/** The first question, and the last write, of a rehearsal about each path. */
interface Questions {
  readonly written: ReadonlyMap<string, Write>;
  readonly unmatched: ReadonlyMap<string, PatternQuestion>;
  readonly read: ReadonlyMap<string, Look>;
  readonly named: ReadonlyMap<string, Command>;
  readonly globbed: ReadonlyMap<string, GlobQuestion>;
  /** Looks at the path itself, in whatever way, and their order. */
  readonly seen: ReadonlyMap<string, { readonly look: Look; readonly order: number }>;
}

/** A release that misses thousands of places has looked at thousands of files. */
const questionsIn = oncePer(({ writes, patterns, looks, commands, globs }: Rehearsal): Questions => {
  const found = looks.map((look, order) => ({ look, order })).filter(({ look }) => look.found);
  return {
    written: new Map(writes.map((write) => [write.path, write])),
    unmatched: first(patterns.filter(({ matched }) => !matched).map((asked) => [asked.path, asked])),
    read: first(found.filter(({ look }) => look.how === "read").map(({ look }) => [look.path, look])),
    named: first(commands.flatMap((asked) => asked.named.map((path) => [path, asked] as const))),
    globbed: first(globs.flatMap((asked) => asked.matches.map((path) => [path, asked] as const))),
    seen: first(found.map((each) => [each.look.path, each])),
  };
});

function first<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map(entries.toReversed());
}

function reachIn(path: string, rehearsal: Rehearsal): Reach {
  const questions = questionsIn(rehearsal);
  const write = questions.written.get(path);
  if (write !== undefined)
    return {
      step: "written but not here",
      detail: "the file is written, but this place is not",
      origin: write.origin,
    };
  const pattern = questions.unmatched.get(path);
  if (pattern !== undefined) {
    const shown =
      pattern.flags === null ? JSON.stringify(pattern.pattern) : `/${pattern.pattern}/${pattern.flags}`;
    return { step: "read but not matched", detail: `${shown} finds nothing in it`, origin: pattern.origin };
  }
  const read = questions.read.get(path);
  if (read !== undefined)
    return { step: "read but not matched", detail: "it is read and left as it is", origin: read.origin };
  return (
    listedIn(path, questions) ?? {
      step: "never asked for",
      detail: "no step of the release asks for it",
      origin: null,
    }
  );
}

function listedIn(path: string, questions: Questions): Reach | null {
  const command = questions.named.get(path);
  if (command !== undefined)
    return {
      step: "listed but not read",
      detail: `it was named by \`${command.command}\` and never opened`,
      origin: command.origin,
    };
  const glob = questions.globbed.get(path);
  if (glob !== undefined)
    return {
      step: "listed but not read",
      detail: `it was matched by the glob ${glob.patterns.join(", ")} and never opened`,
      origin: glob.origin,
    };
  const itself = questions.seen.get(path);
  const folder = questions.seen.get(folderOf(path));
  const isItself = itself !== undefined && (folder === undefined || itself.order < folder.order);
  const look = isItself ? itself.look : folder?.look;
  if (look === undefined) return null;
  const what = isItself ? "it was looked at" : "its folder was looked at";
  return { step: "listed but not read", detail: `${what} and it was never opened`, origin: look.origin };
}
