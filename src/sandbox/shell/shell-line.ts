import { withoutBraces } from "./shell-braces.ts";
import { isFollowed, plainText } from "./shell-builtins.ts";
import { ShellText, type Word } from "./shell-text.ts";

/** The target is a file, or the stream whose place is taken over, as in `2>&1`. */
interface Redirection {
  readonly stream: "stdin" | "stdout" | "stderr" | "both";
  readonly append: boolean;
  readonly target: Word | "stdout" | "stderr";
}

/** The assignments in front of its words, or those of `export` and `readonly`. */
export interface SimpleCommand {
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

/** One pipeline, and when it runs: always, or depending on how the one before it ended. */
export interface Pipeline {
  readonly after: ";" | "&&" | "||";
  readonly commands: readonly SimpleCommand[];
}

const operators = ["&&", "||", ";", "\n", "|", "&"];
const redirections = ["&>>", "&>", "2>>", "2>", "1>>", "1>", ">>", ">", "<"];
const blanks = [" ", "\t", "<", ">"];
const declaring = new Set(["export", "readonly"]);
const keywords = new Set([
  "if",
  "for",
  "while",
  "until",
  "case",
  "select",
  "function",
  "{",
  "}",
  "!",
  "[[",
  "time",
]);

/**
 * Reads a shell line, line breaks included: commands with `&&`, `||`, `;` and `|`, quotes, variables by their names,
 * command substitution, assignments, `export`, `set` with its options for errors, redirections and comments. Gives null
 * for everything else, such as loops, groups, background jobs, `$1`, `${NAME:-default}`, arithmetic, here-documents,
 * `~user` and `eval`, for what bash and sh take for different things, unless bash is asked for, and for what is not
 * complete, because a line that is half understood would be half recorded.
 * Grammar: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html
 */
export function readShellLine(line: string, isBash = false): Pipeline[] | null {
  const text = new ShellText(line.trim());
  const pipelines: Pipeline[] = [];
  let after: Pipeline["after"] = ";";
  for (text.emptyLines(); !text.isAtEnd; text.emptyLines()) {
    const commands = readPipeline(text, isBash);
    if (commands === null) return null;
    pipelines.push({ after, commands });
    const operator = text.take(operators);
    if (operator === "&" || (operator === null && !text.isAtEnd)) return null;
    after = operator === "&&" || operator === "||" ? operator : ";";
  }
  return after === ";" ? pipelines : null;
}

function readPipeline(text: ShellText, isBash: boolean): SimpleCommand[] | null {
  const commands: SimpleCommand[] = [];
  do {
    text.emptyLines();
    const command = readCommand(text, isBash);
    if (command === null) return null;
    commands.push(command);
  } while (!text.isAt(["||"]) && text.take(["|"]) !== null);
  const hasTrap = commands.some(({ words }) => plainText(words[0] ?? []) === "trap");
  // A trap within a pipeline is one for the end of a shell of its own.
  return hasTrap && commands.length > 1 ? null : commands;
}

function readCommand(text: ShellText, isBash: boolean): SimpleCommand | null {
  const assignments: { name: string; value: Word }[] = [];
  const words: Word[] = [];
  const found: Redirection[] = [];
  let before = 0;
  let isDeclaring = false;
  for (;;) {
    text.blanks();
    const redirection = readRedirection(text);
    if (redirection === null) return null;
    if (redirection !== "none") {
      found.push(redirection);
      continue;
    }
    if (text.isAtEnd || text.isAt(operators)) break;
    const assigned = words.length === 0 || isDeclaring ? text.assignment() : null;
    const word = text.word();
    const read = word === null ? null : wordsRead(word, isBash);
    if (word === null || read === null || isDescriptor(word, text)) return null;
    if (assigned !== null) {
      // Words are split at other characters from then on, and braces behind `export` make several words.
      if (assigned === "IFS" || (isDeclaring && read[0] !== word)) return null;
      assignments.push({ name: assigned, value: word });
    } else if (words.length === 0 && isKeyword(word)) return null;
    else words.push(...read);
    if (words.length === 0) before = assignments.length;
    else if (words.length === 1) isDeclaring = declaring.has(plainText(words[0] ?? []) ?? "");
  }
  if (words.length + assignments.length + found.length === 0) return null;
  if (!isFollowed(words, before, assignments.length - before)) return null;
  return { assignments, words, redirections: found };
}

function readRedirection(text: ShellText): Redirection | null | "none" {
  if (text.isAt(["<<"])) return null;
  const operator = text.take(redirections);
  if (operator === null) return "none";
  const stream = operator.startsWith("&") ? "both" : operator.startsWith("2") ? "stderr" : "stdout";
  const append = operator.endsWith(">>");
  const taken = text.take(["&1", "&2"]);
  if (taken !== null) {
    const isWhole = text.isAtEnd || text.isAt([...operators, ...blanks]);
    return isWhole && operator !== "<"
      ? { stream, append, target: taken === "&1" ? "stdout" : "stderr" }
      : null;
  }
  text.blanks();
  const target = text.word();
  if (target === null || target.length === 0 || withoutBraces(target)?.[0] !== target) return null;
  return { stream: operator === "<" ? "stdin" : stream, append, target };
}

/** A word is several words to bash when it has braces. Sets of all but some characters are others to other shells. */
function wordsRead(word: Word, isBash: boolean): Word[] | null {
  const text = bareText(word);
  if (/\[[!^]?\[:/.test(text) || (!isBash && text.includes("[^"))) return null;
  const words = withoutBraces(word);
  return isBash || words?.[0] === word ? words : null;
}

/** Whether a word is the number of a stream that is redirected, other than those that are followed. */
function isDescriptor(word: Word, text: ShellText): boolean {
  return text.isAt(["<", ">"]) && /^(?:\d+|\{\w+\})$/.test(bareText(word));
}

function isKeyword(word: Word): boolean {
  return keywords.has(bareText(word));
}

/** A word with a null character for whatever is quoted or expanded. */
function bareText(word: Word): string {
  return word.map((part) => (part.kind === "text" && !part.quoted ? part.text : "\0")).join("");
}
