import { noOptions, withOptions } from "./shell-options.ts";
import type { Word } from "./shell-text.ts";

/** What the shell does itself, and what changes how it goes on in a way that is not followed here. */
const notFollowed = new Set([
  "alias",
  "declare",
  "eval",
  "getopts",
  "let",
  "local",
  "read",
  "return",
  "shift",
  "shopt",
  "typeset",
  "unalias",
]);

/** The text of a word without expansions; null when it has any. */
export function plainText(word: Word): string | null {
  let text = "";
  for (const part of word) {
    if (part.kind !== "text") return null;
    text += part.text;
  }
  return text;
}

/**
 * True unless a command is one of the shell's own that is not understood with these words. Without words there are only
 * assignments.
 * @param before how many assignments stand in front of the words
 * @param among how many stand among them, behind `export` and `readonly`
 */
export function isFollowed([first, ...rest]: readonly Word[], before: number, among: number): boolean {
  const name = first === undefined ? null : plainText(first);
  if (name === null) return true;
  const args = rest.map(plainText);
  switch (name) {
    case "set":
      return before === 0 && args.every((arg) => arg !== null) && withOptions(noOptions, args) !== null;
    case "export":
    case "readonly":
    case "unset":
      return before === 0 && args.length + among > 0 && args.every((arg) => /^[A-Za-z_]\w*$/.test(arg ?? ""));
    case "cd":
      return args.length === 1 && (args[0] === "-" || args[0]?.startsWith("-") !== true);
    case "exec":
      return args.length > 0 && args[0]?.startsWith("-") !== true;
    case "exit":
      return args.length <= 1;
    case ".":
    case "source":
      // A name without a slash is looked for in the folders of programs.
      return before === 0 && args.length === 1 && args[0]?.includes("/") === true;
    case "trap":
      return before === 0 && isForTheEnd(args);
    default:
      // `NAME+=value` and `NAME[0]=value` are assignments in some shells and commands in others.
      return !notFollowed.has(name) && !/^[A-Za-z_]\w*(?:\[|\+=)/.test(name);
  }
}

/** Nothing interrupts a rehearsal, so a trap for that is one for the end when it names the end too. */
function isForTheEnd([action, ...signals]: readonly (string | null)[]): boolean {
  const known = signals.every((signal) => /^(?:EXIT|0|HUP|INT|QUIT|TERM|1|2|3|15)$/.test(signal ?? ""));
  return action !== undefined && known && signals.some((signal) => signal === "EXIT" || signal === "0");
}
