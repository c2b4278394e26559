import type { ProgramCall, ProgramResult } from "../../host/desk/program.ts";
import { fileText, isFolder } from "../files/file-text.ts";

/** What a program reads: the files that are named, or standard input. */
interface Input {
  /** Null for standard input where no file is named. */
  readonly name: string | null;
  readonly text: string;
}

export interface Inputs {
  readonly all: readonly Input[];
  /** One for each file that cannot be read. */
  readonly errors: readonly string[];
}

/** Reads what the operands name; a dash, or no operand at all, is standard input, which nothing else takes from its shell. */
export function readInputs(call: ProgramCall, program: string, operands: readonly string[]): Inputs {
  if (operands.length === 0) return { all: [{ name: null, text: call.stdin }], errors: [] };
  const errors: string[] = [];
  let stdin: string | null = null;
  const all = operands.flatMap((name): Input[] => {
    if (name === "-" || name === "/dev/stdin") {
      const text = stdin ?? call.stdin;
      stdin = "";
      return [{ name, text }];
    }
    const text = fileText(call, name);
    if (text !== null) return [{ name, text }];
    const why = isFolder(call, name) ? "Is a directory" : "No such file or directory";
    errors.push(`${program}: ${name}: ${why}\n`);
    return [];
  });
  return { all, errors };
}

/** What a program says that goes on after files which it cannot read. */
export function said(stdout: string, errors: readonly string[], exitCode = 0): ProgramResult {
  return { stdout, stderr: errors.join(""), exitCode: errors.length > 0 ? Math.max(exitCode, 1) : exitCode };
}

/** The lines of a text, without their ends. */
export function linesOf(text: string, delimiter = "\n"): string[] {
  const lines = text.split(delimiter);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Lines with their ends. */
export function textOf(lines: readonly string[], delimiter = "\n"): string {
  return lines.map((line) => line + delimiter).join("");
}

/** The texts of all inputs as one, as `cat` puts them together. */
export function joinedText({ all }: Inputs): string {
  return all.map(({ text }) => text).join("");
}
