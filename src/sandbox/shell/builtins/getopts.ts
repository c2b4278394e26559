import type { Shell } from "../shell.ts";

/** Reads one option of the parameters, or of the words behind the name, into a variable. */
export function getopts(shell: Shell, args: readonly string[]): number {
  const [letters = "", name = "", ...given] = args;
  const words = given.length > 0 ? given : shell.params;
  const isSilent = letters.startsWith(":");
  const index = Number(shell.vars.text("OPTIND") ?? 1);
  const word = words[index - 1];
  const place = shell.optionPlace;
  const isOption = word !== undefined && (place > 1 || (word.startsWith("-") && word !== "-"));
  if (!isOption || word === "--") {
    if (word === "--") setIndex(shell, index + 1);
    shell.vars.set(name, "?");
    if (shell.isBash) shell.vars.unset("OPTARG");
    return 1;
  }
  const letter = word[place] ?? "";
  const isLast = place >= word.length - 1;
  const found = letter === ":" ? -1 : letters.indexOf(letter, isSilent ? 1 : 0);
  const next = (count: number) => {
    setIndex(shell, index + count);
    shell.optionPlace = 1;
  };
  const advance = () => {
    if (isLast) next(1);
    else shell.optionPlace = place + 1;
  };
  if (found === -1) {
    advance();
    return report(shell, name, { letter, isSilent, mark: "?", reason: "illegal option" });
  }
  if (letters[found + 1] !== ":") {
    advance();
    shell.vars.unset("OPTARG");
    shell.vars.set(name, letter);
    return 0;
  }
  const value = isLast ? words[index] : word.slice(place + 1);
  next(isLast ? 2 : 1);
  if (value === undefined) {
    setIndex(shell, index + 1);
    return report(shell, name, { letter, isSilent, mark: ":", reason: "option requires an argument" });
  }
  shell.vars.set("OPTARG", value);
  shell.vars.set(name, letter);
  return 0;
}

function setIndex(shell: Shell, index: number): void {
  shell.vars.set("OPTIND", String(index));
}

/** What is wrong with an option, and how a script learns of it: by a mark in silence, else by a message. */
interface WrongOption {
  readonly letter: string;
  readonly isSilent: boolean;
  readonly mark: string;
  readonly reason: string;
}

function report(shell: Shell, name: string, { letter, isSilent, mark, reason }: WrongOption): number {
  shell.vars.set(name, isSilent ? mark : "?");
  if (isSilent) shell.vars.set("OPTARG", letter);
  else {
    shell.vars.unset("OPTARG");
    if (shell.vars.text("OPTERR") !== "0") shell.print(`${shell.scriptName}: ${reason} -- ${letter}\n`, 2);
  }
  return 0;
}
