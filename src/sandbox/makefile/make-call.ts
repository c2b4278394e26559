import type { MakeOptions } from "./make.ts";
import { assignmentOf } from "./variables/assignment-text.ts";

/** A call of make: where it works, and what it is asked for. */
export interface MakeCall extends MakeOptions {
  /** As `-C` gives them, one within the other. */
  readonly folders: readonly string[];
}

/** What is asked for that is not rehearsed, such as `--debug`. */
export interface UnknownMakeOption {
  readonly unknown: string;
}

const aliases: Readonly<Record<string, string>> = {
  silent: "s",
  quiet: "s",
  "just-print": "n",
  "dry-run": "n",
  recon: "n",
  "always-make": "B",
  "ignore-errors": "i",
  "environment-overrides": "e",
  "no-builtin-rules": "r",
  "no-builtin-variables": "R",
  "print-directory": "w",
  "warn-undefined-variables": "-",
  "no-print-directory": "-no-print-directory",
  file: "f",
  makefile: "f",
  directory: "C",
  jobs: "j",
  "output-sync": "O",
};

/** Reads the arguments of make, behind what the make around it hands on by MAKEFLAGS. */
export function makeCallOf(args: readonly string[], flags = ""): MakeCall | UnknownMakeOption {
  const letters = new Set<string>();
  const [goals, assignments, folders]: [string[], string[], string[]] = [[], [], []];
  let makefile: string | null = null;
  const words = [...handedOn(flags), ...args];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") {
      (assignmentOf(word) === null ? goals : assignments).push(word);
      continue;
    }
    if (word === "--") continue;
    const [, long, given] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const all = long === undefined ? word.slice(1) : aliases[long];
    if (all === undefined) return { unknown: word };
    if (all.startsWith("-")) {
      letters.add(all);
      continue;
    }
    for (let place = 0; place < all.length; place++) {
      const letter = all[place] ?? "";
      if (letter === "f" || letter === "C") {
        const rest = all.slice(place + 1);
        const value = given ?? (rest === "" ? words[++at] : rest);
        if (value === undefined) return { unknown: word };
        if (letter === "f") makefile = value;
        else folders.push(value);
        break;
      }
      if (letter === "j" || letter === "O") {
        // The number of jobs changes nothing here: targets are made one after the other.
        if (place === all.length - 1 && letter === "j" && /^\d+$/.test(words[at + 1] ?? "")) at += 1;
        break;
      }
      if (!"snBierRw".includes(letter)) return { unknown: word };
      letters.add(letter);
    }
  }
  return {
    goals,
    assignments,
    folders,
    makefile,
    isSilent: letters.has("s"),
    isDry: letters.has("n"),
    remakesAll: letters.has("B"),
    ignoresErrors: letters.has("i"),
    environmentWins: letters.has("e"),
    printsFolder: letters.has("w") ? true : !letters.has("-no-print-directory") && !letters.has("s"),
  };
}

/** `s -- V=1` as the words of a command line. */
function handedOn(flags: string): string[] {
  const [before = "", behind = ""] = flags.split(/(?:^| )-- /, 2);
  const options = before
    .trim()
    .split(/ +/)
    .filter((word) => word !== "" && !/^-?-?j/.test(word));
  const words = options.map((word, index) => (index === 0 && !word.startsWith("-") ? `-${word}` : word));
  const assignments = behind.match(/(?:\\.|[^\\ ])+/gs) ?? [];
  return [
    ...words.filter((word) => !/^-w?$/.test(word)),
    ...assignments.map((word) => word.replace(/\\(.)/gs, "$1")),
  ];
}

/** What MAKEFLAGS hands on to the makes that a recipe starts. */
export function flagsFor({
  isSilent,
  isDry,
  remakesAll,
  ignoresErrors,
  environmentWins,
  printsFolder,
  assignments,
}: MakeOptions): string {
  const letters = [
    isDry && "n",
    isSilent && "s",
    ignoresErrors && "i",
    remakesAll && "B",
    environmentWins && "e",
  ];
  const short = letters.filter((letter) => letter !== false).join("");
  const folder = printsFolder || isSilent ? "" : " --no-print-directory";
  const values = assignments.map((word) => word.replace(/([\\ $])/g, "\\$1").replaceAll("\\$", "$$$$"));
  return `${short}${folder}${values.length === 0 ? "" : ` -- ${values.join(" ")}`}`;
}
