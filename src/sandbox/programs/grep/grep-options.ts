import { Refused } from "../../host/desk/program.ts";
import { type Options, readOptions } from "../options.ts";

/** What a command line of grep asks for. */
export interface GrepOptions {
  readonly patterns: readonly string[];
  readonly syntax: "basic" | "extended" | "fixed" | "perl";
  readonly files: readonly string[];
  readonly has: Options["has"];
  /** The number of matching lines after which a file is left; Infinity for no bound. */
  readonly most: number;
  readonly before: number;
  readonly after: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly excludeFolders: readonly string[];
}

const long = {
  "extended-regexp": "E",
  "fixed-strings": "F",
  "basic-regexp": "G",
  "perl-regexp": "P",
  regexp: "e",
  file: "f",
  "ignore-case": "i",
  "no-ignore-case": "1",
  "invert-match": "v",
  "word-regexp": "w",
  "line-regexp": "x",
  count: "c",
  "files-with-matches": "l",
  "files-without-match": "L",
  "max-count": "m",
  "only-matching": "o",
  quiet: "q",
  silent: "q",
  "no-messages": "s",
  "line-number": "n",
  "with-filename": "H",
  "no-filename": "h",
  null: "Z",
  "after-context": "A",
  "before-context": "B",
  context: "C",
  recursive: "r",
  "dereference-recursive": "R",
  include: "2",
  exclude: "3",
  "exclude-dir": "4",
  color: "5",
  colour: "5",
  text: "a",
  "line-buffered": "6",
} as const;

/**
 * Reads the arguments of grep. Throws a Refused for an option that is not known.
 * @param read gives the byte text of a file of patterns; null for one that is not there
 */
export function readGrepOptions(
  given: readonly string[],
  program: string,
  read: (name: string) => string | null,
): GrepOptions {
  const args = given.map((arg) => (/^-\d+$/.test(arg) ? `-C${arg.slice(1)}` : arg));
  const options = readOptions(program, args, {
    flags: "EFGPivwxclLoqsnHhZrRaIy16",
    values: "efmABC234",
    optional: "5",
    long,
  });
  if (options.value("5") === "always") throw new Refused(program, "--color=always", "it is not known");
  const operands = [...options.operands];
  const patterns = options.given.flatMap(({ letter, value }) => {
    if (letter === "e") return (value ?? "").split("\n");
    return letter === "f" ? patternsIn(read(value ?? ""), program, value ?? "") : [];
  });
  if (!options.has("e") && !options.has("f")) {
    const pattern = operands.shift();
    if (pattern === undefined) throw new Refused(program, "no pattern", "it only shows how it is called");
    patterns.push(...pattern.split("\n"));
  }
  const syntaxes = { E: "extended", F: "fixed", P: "perl", G: "basic" } as const;
  const kinds = Object.entries(syntaxes).filter(([letter]) => options.has(letter));
  if (kinds.length > 1)
    throw new Refused(program, "two kinds of patterns", "versions of grep differ about it");
  const context = numberOf(program, options.value("C"), 0);
  return {
    patterns,
    syntax: kinds[0]?.[1] ?? (program === "egrep" ? "extended" : program === "fgrep" ? "fixed" : "basic"),
    files: operands,
    has: options.has,
    most: numberOf(program, options.value("m"), Number.POSITIVE_INFINITY),
    before: numberOf(program, options.value("B"), context),
    after: numberOf(program, options.value("A"), context),
    include: options.values("2"),
    exclude: options.values("3"),
    excludeFolders: options.values("4"),
  };
}

function patternsIn(text: string | null, program: string, name: string): string[] {
  if (text === null) throw new Refused(program, `-f ${name}`, "the file is not there");
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function numberOf(program: string, value: string | null, otherwise: number): number {
  if (value === null) return otherwise;
  if (!/^\d{1,9}$/.test(value)) throw new Refused(program, value, "it is no number");
  return Number(value);
}
