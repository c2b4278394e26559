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
 * The other ways to call a script, as far as its text speaks of them: the calls that its comments and its help show, and
 * where its first argument looks like a version, the step of the release, or nothing where a channel can be left out.
 * The version is then what the script itself arrives at.
 */
export function otherCalls({ value, source }: Sourced<Release>, repository: Repository): Sourced<Release>[] {
  const { entry, args } = value;
  if (entry === undefined) return [];
  const text = repository.read(entry) ?? "";
  const at = args.indexOf(version);
  // What follows an option is what the option says it is.
  const isFirst = at !== -1 && !(args[at - 1] ?? "").startsWith("-");
  const instead = isFirst
    ? wordsInstead(text).map((words) => [...args.slice(0, at), ...words, ...args.slice(at + 1)])
    : [];
  const distinct = new Map([...documentedCalls(text), ...instead].map((call) => [call.join("\n"), call]));
  distinct.delete(args.join("\n"));
  return [...distinct.values()].map((call) => ({ value: { ...value, args: call }, source }));
}

/** What a script may take in the place of a version as its first argument, by its text. */
export function wordsInstead(text: string): string[][] {
  return [...(namesStep.test(text) ? [[smallestStep]] : []), ...(goesWithout.test(text) ? [[]] : [])];
}

/** A call in a comment or help text that names a version: `yarn release --tag=latest --version=1.2.3`. */
const documentedCall =
  /(?:^|[\s`"'$])(?:npm run|yarn|pnpm|bun run|node|tsx)[ \t]+(?:run[ \t]+)?[\w@./:-]+((?:[ \t]+(?:--[ \t]+)?[\w@.=:/-]+){0,6}[ \t=]v?\d+\.\d+\.\d+[\w.-]*(?:[ \t]+--?[\w=-]+){0,6})/g;

/** The arguments of the calls that a text shows, with `{version}` where they name one; at most three. */
export function documentedCalls(text: string): string[][] {
  return [...text.matchAll(documentedCall)].slice(0, 3).map(([, words = ""]) =>
    words
      .replace(/(?<!\d)\d+\.\d+\.\d+[\w.-]*/, "{version}")
      .split(/\s+/)
      .filter((word) => word !== "" && word !== "--" && !/^-+>?$/.test(word)),
  );
}
