import { type Program, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";

/** GNU's `xargs`, with `-0 -I -n -L1 -r -d -P -t`; what it starts runs one after the other. */
export const xargs: Program = (call) => {
  const options = readOptions("xargs", call.args, {
    flags: "0rt",
    values: "InLdP",
    long: {
      null: "0",
      "no-run-if-empty": "r",
      "max-args": "n",
      "max-procs": "P",
      delimiter: "d",
      verbose: "t",
      replace: "I",
    },
    endsAtOperand: true,
  });
  const command = options.operands.length === 0 ? ["echo"] : options.operands;
  const mark = options.value("I");
  const delimiter = options.has("0") ? "\0" : delimiterOf(options.value("d"));
  if (options.has("L")) throw new Refused("xargs", "-L", "it is not known");
  const items =
    delimiter !== null
      ? itemsBetween(call.stdin, delimiter)
      : mark !== null
        ? call.stdin
            .split("\n")
            .map((line) => wordOf(line))
            .filter((line) => line !== "")
        : wordsOf(call.stdin);
  const size = Number(options.value("n") ?? Number.POSITIVE_INFINITY);
  if (!(size > 0)) throw new Refused("xargs", "-n", "it is no number");
  const results: ProgramResult[] = [];
  const start = (argv: readonly string[]) => {
    const result = call.run(argv, {});
    results.push(result);
    return result.exitCode !== 255;
  };
  if (mark !== null) {
    for (const item of items) if (!start(command.map((word) => word.replaceAll(mark, () => item)))) break;
  } else if (items.length === 0) {
    if (!options.has("r")) start(command);
  } else
    for (let at = 0; at < items.length; at += size)
      if (!start([...command, ...items.slice(at, at + size)])) break;
  const codes = results.map(({ exitCode }) => exitCode);
  const exitCode = codes.includes(255)
    ? 124
    : codes.includes(127)
      ? 127
      : codes.some((code) => code > 0)
        ? 123
        : 0;
  return {
    stdout: results.map(({ stdout }) => stdout).join(""),
    stderr: results.map(({ stderr }) => stderr).join(""),
    exitCode,
  };
};

function delimiterOf(written: string | null): string | null {
  if (written === null) return null;
  if (written === "\\n") return "\n";
  if (written === "\\0") return "\0";
  if (written === "\\t") return "\t";
  if (written.length !== 1) throw new Refused("xargs", `-d ${written}`, "it is not known");
  return written;
}

function itemsBetween(text: string, delimiter: string): string[] {
  const items = text.split(delimiter);
  if (items.at(-1) === "") items.pop();
  return items;
}

/** Words as `xargs` splits them: at blanks, with both kinds of quotes and a backslash for one character. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (/[ \t\n]/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "'" || character === '"') {
      const end = text.indexOf(character, at + 1);
      if (end === -1 || text.slice(at, end).includes("\n"))
        throw new Refused("xargs", "a quote", "it is not closed, which is an error");
      word = (word ?? "") + text.slice(at + 1, end);
      at = end;
    } else if (character === "\\") {
      word = (word ?? "") + (text[at + 1] ?? "");
      at += 1;
    } else word = (word ?? "") + character;
  }
  if (word !== null) words.push(word);
  return words;
}

/** With `-I` a line is one word, without the blanks before it. */
function wordOf(line: string): string {
  if (/['"\\]/.test(line)) throw new Refused("xargs", "-I with quotes", "it is not known");
  return line.replace(/^[ \t]+/, "");
}
