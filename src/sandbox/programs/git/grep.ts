import { posix } from "node:path";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { Refused } from "../../host/desk/program.ts";
import { searchFiles } from "../grep/grep.ts";
import { type GrepOptions, readGrepOptions } from "../grep/grep-options.ts";
import { isPlace, quotePath, readPathspecs } from "./pathspec.ts";

/** The options that git and grep have in common, by what they do; git's own form of one is said in words of grep. */
const shared = /^-(?:[EFGPivwlLoqnhHIrze]+|e.*)$/;
const inWordsOfGrep = new Map([
  ["--name-only", "-l"],
  ["--files-with-matches", "-l"],
  ["--files-without-match", "-L"],
  ["--extended-regexp", "-E"],
  ["--fixed-strings", "-F"],
  ["--basic-regexp", "-G"],
  ["--perl-regexp", "-P"],
  ["--ignore-case", "-i"],
  ["--invert-match", "-v"],
  ["--word-regexp", "-w"],
  ["--line-number", "-n"],
  ["--only-matching", "-o"],
  ["--quiet", "-q"],
  ["--null", "-Z"],
]);
const saysNothing = new Set(["--no-color", "--color=never", "--color=auto", "--full-name"]);

/**
 * Answers `git grep [<options>] <pattern> [--] [<pathspec>...]` over the tracked files as the rehearsal has left them. Null
 * for a revision, for the index, and for what git counts or shows in a way of its own. What is no text is passed by.
 */
export function answerGrep(args: readonly string[], question: Question): Answer | null {
  const asked = readArguments(args, question);
  const filter = asked === null ? null : readPathspecs(asked.specs, question);
  if (asked === null || filter === null) return null;
  const { options, isFromTop } = asked;
  const { repository, view } = question;
  const base = isFromTop ? "" : question.cwd;
  const files = repository.paths
    .filter(filter)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((path) => {
      const text = view.read(path);
      const name = posix.relative(base, path);
      return text === null ? [] : [{ name, shown: options.has("Z") ? name : quotePath(name), text }];
    });
  const found = knownForm(() => searchFiles("git grep", options, files, !options.has("h")));
  if (found === null) return null;
  const named = files.map(({ name }) => posix.join(base, name));
  const isShown = options.has("L") ? found.stdout !== "" : found.hasMatch;
  return { stdout: found.stdout, stderr: "", exitCode: isShown ? 0 : 1, named };
}

interface Asked {
  readonly options: GrepOptions;
  readonly specs: readonly string[];
  readonly isFromTop: boolean;
}

function readArguments(args: readonly string[], question: Question): Asked | null {
  const end = args.indexOf("--");
  const given = (end === -1 ? args : args.slice(0, end)).filter((arg) => !saysNothing.has(arg));
  const words = given.map((arg) => (arg === "-z" ? "-Z" : inWordOfGrep(arg)));
  if (words.some((word) => /^-./.test(word) && word !== "-Z" && !shared.test(word))) return null;
  const options = knownForm(() => readGrepOptions(words, "git grep", () => null));
  if (options === null) return null;
  if (options.files.some((spec) => end !== -1 || !isPlace(spec, question))) return null;
  const specs = [...options.files, ...(end === -1 ? [] : args.slice(end + 1))];
  return { options, specs, isFromTop: args.includes("--full-name") };
}

/** Long options may be cut as far as they stay the only one that begins so. */
function inWordOfGrep(arg: string): string {
  const whole = inWordsOfGrep.get(arg);
  if (whole !== undefined || !/^--\w/.test(arg)) return whole ?? arg;
  const [found, ...others] = [...inWordsOfGrep].filter(([name]) => name.startsWith(arg));
  return found !== undefined && others.length === 0 ? found[1] : arg;
}

/** What comes of a form that grep knows; null for any other. */
function knownForm<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
