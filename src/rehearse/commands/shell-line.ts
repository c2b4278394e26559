import { isFollowed, plainText } from "./shell-builtins.ts";
import { ShellText, type Word } from "./shell-text.ts";

/** `target` is null for a redirection to another stream, such as `2>&1`. */
export interface Redirection {
  readonly stream: "stdin" | "stdout" | "stderr" | "both";
  readonly append: boolean;
  readonly target: Word | null;
}

/** The assignments in front of its words, or those of `export`. */
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

/** A substitution can hold substitutions; nobody nests them this deeply. */
export const deepest = 10;

const operators = ["&&", "||", ";", "\n", "|", "&"];
const redirections = ["&>>", "&>", "2>>", "2>", "1>>", "1>", ">>", ">", "<"];
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
 * `~user` and `eval`, and for what is not complete, because a line that is half understood would be half recorded.
 * Grammar: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html
 */
export function readShellLine(line: string): Pipeline[] | null {
  const text = new ShellText(line.trim());
  const pipelines: Pipeline[] = [];
  let after: Pipeline["after"] = ";";
  for (text.emptyLines(); !text.isAtEnd; text.emptyLines()) {
    const commands = readPipeline(text);
    if (commands === null) return null;
    pipelines.push({ after, commands });
    const operator = text.take(operators);
    if (operator === "&" || (operator === null && !text.isAtEnd)) return null;
    after = operator === "&&" || operator === "||" ? operator : ";";
  }
  return after === ";" ? pipelines : null;
}

function readPipeline(text: ShellText): SimpleCommand[] | null {
  const commands: SimpleCommand[] = [];
  do {
    text.emptyLines();
    const command = readCommand(text);
    if (command === null) return null;
    commands.push(command);
  } while (!text.isAt(["||"]) && text.take(["|"]) !== null);
  return commands;
}

function readCommand(text: ShellText): SimpleCommand | null {
  const assignments: { name: string; value: Word }[] = [];
  const words: Word[] = [];
  const found: Redirection[] = [];
  let before = 0;
  let isExport = false;
  for (;;) {
    text.blanks();
    const redirection = readRedirection(text);
    if (redirection === null) return null;
    if (redirection !== "none") {
      found.push(redirection);
      continue;
    }
    if (text.isAtEnd || text.isAt(operators)) break;
    const assigned = words.length === 0 || isExport ? text.assignment() : null;
    const word = text.word();
    if (word === null) return null;
    if (assigned !== null) assignments.push({ name: assigned, value: word });
    else if (words.length === 0 && isKeyword(word)) return null;
    else words.push(word);
    if (words.length === 0) before = assignments.length;
    else if (words.length === 1) isExport = plainText(words[0] ?? []) === "export";
  }
  const isEmpty = words.length === 0 && assignments.length === 0;
  if (isEmpty || !isFollowed(words, before, assignments.length - before)) return null;
  return { assignments, words, redirections: found };
}

function readRedirection(text: ShellText): Redirection | null | "none" {
  if (text.isAt(["<<"])) return null;
  const operator = text.take(redirections);
  if (operator === null) return "none";
  const stream = operator.startsWith("&") ? "both" : operator.startsWith("2") ? "stderr" : "stdout";
  const append = operator.endsWith(">>");
  if (text.take(["&1", "&2"]) !== null) return { stream, append, target: null };
  text.blanks();
  const target = text.word();
  if (target === null || target.length === 0) return null;
  return { stream: operator === "<" ? "stdin" : stream, append, target };
}

function isKeyword(word: Word): boolean {
  return keywords.has(word.map((part) => (part.kind === "text" && !part.quoted ? part.text : "\0")).join(""));
}

/** True when a substitution of these pipelines holds several lists, however deep it stands. */
export function substitutesLists(pipelines: readonly Pipeline[], depth = 0): boolean {
  const words = pipelines.flatMap(({ commands }) =>
    commands.flatMap((command) => [
      ...command.words,
      ...command.assignments.map(({ value }) => value),
      ...command.redirections.map(({ target }) => target ?? []),
    ]),
  );
  return words.flat().some((part) => {
    if (part.kind !== "substitution") return false;
    if (depth === deepest) return true;
    const inner = readShellLine(part.line) ?? [];
    return inner.filter(({ after }) => after === ";").length > 1 || substitutesLists(inner, depth + 1);
  });
}
