import type { Sourced } from "../../config/config.ts";
import type { Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";

const version = "{version}";
/** The smallest step that a release can make, in the word that `npm version`, cargo-release and their kind have for it. */
const smallestStep = "patch";
/** As a text, as one of the choices of a usage line, or as a case of a shell; variables are often called the same. */
const namesStep = /["'`|]patch["'`|)]|\bpatch\|minor\b|^[ \t]*patch[|)]/m;
/** `process.argv[2] ?? x`, `sys.argv[1] if`, `${1:-x}`, `[ -z "$1" ]`: the first argument may be left out. */
const goesWithout =
  /\bargv(?:\[[12]\]|\.slice\(2\)\[0\])\s*(?:\?\?|\|\|)|\$\{1:?[-=]|-z\s+"?\$\{?1\b|\$#\s*-eq\s*0/;

/**
 * The other ways to call a script whose first argument looks like a version, as far as its text speaks of them: it may be
 * the step of the release, or a channel that can be left out. The version is then what the script itself arrives at.
 */
export function otherCalls({ value, source }: Sourced<Release>, repository: Repository): Sourced<Release>[] {
  const { entry, args } = value;
  const at = args.indexOf(version);
  // What follows an option is what the option says it is.
  if (entry === undefined || at === -1 || (args[at - 1] ?? "").startsWith("-")) return [];
  return wordsInstead(repository.read(entry) ?? "").map((words) => ({
    value: { ...value, args: [...args.slice(0, at), ...words, ...args.slice(at + 1)] },
    source,
  }));
}

/** What a script may take in the place of a version as its first argument, by its text. */
export function wordsInstead(text: string): string[][] {
  return [...(namesStep.test(text) ? [[smallestStep]] : []), ...(goesWithout.test(text) ? [[]] : [])];
}
