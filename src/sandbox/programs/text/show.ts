import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { readOptions } from "../options.ts";
import { joinedText, linesOf, readInputs, said, textOf } from "./input.ts";

/** `cat`, with `-n`, `-s` and `-u`. */
export const cat: Program = (call) => {
  const options = readOptions("cat", call.args, {
    flags: "nsu",
    long: { number: "n", "squeeze-blank": "s" },
  });
  const inputs = readInputs(call, "cat", options.operands);
  let text = joinedText(inputs);
  if (options.has("s")) text = text.replace(/(?<!\n)\n{3,}/g, "\n\n").replace(/^\n{2,}/, "\n");
  if (options.has("n")) {
    const isEnded = text.endsWith("\n");
    const numbered = linesOf(text).map((line, index) => `${String(index + 1).padStart(6)}\t${line}`);
    text = numbered.join("\n") + (isEnded ? "\n" : "");
  }
  return said(text, inputs.errors);
};

export const head: Program = (call) =>
  part("head", call, (text, count, isBytes) => {
    const fromEnd = count.startsWith("-");
    const size = Number(count.replace(/^[-+]/, ""));
    if (isBytes) return slice(text, 0, fromEnd ? -size || 0 : size);
    const lines = endedLines(text);
    return lines.slice(0, fromEnd ? Math.max(lines.length - size, 0) : size).join("");
  });

export const tail: Program = (call) =>
  part("tail", call, (text, count, isBytes) => {
    const fromStart = count.startsWith("+");
    const size = Number(count.replace(/^[-+]/, ""));
    const skipped = Math.max(size - 1, 0);
    if (isBytes) {
      const { length } = bytesOf(text);
      return slice(text, fromStart ? skipped : Math.max(length - size, 0), length);
    }
    const lines = endedLines(text);
    return lines.slice(fromStart ? skipped : Math.max(lines.length - size, 0)).join("");
  });

/** `head` and `tail` with `-n`, `-c`, `-q`, `-v` and a number alone. Following a file is refused. */
function part(
  program: "head" | "tail",
  call: ProgramCall,
  pick: (text: string, count: string, isBytes: boolean) => string,
): ProgramResult {
  const args = call.args.map((arg, index) => (index === 0 && /^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg));
  const options = readOptions(program, args, {
    flags: "qvz",
    values: "nc",
    long: { lines: "n", bytes: "c", quiet: "q", silent: "q", verbose: "v" },
  });
  if (options.has("z")) throw new Refused(program, "-z", "it is not known");
  const [last] = options.given.filter(({ letter }) => letter === "n" || letter === "c").slice(-1);
  const count = last?.value ?? "10";
  if (!/^[-+]?\d{1,9}$/.test(count)) throw new Refused(program, count, "it is no number");
  const inputs = readInputs(call, program, options.operands);
  const names = options.has("v") || (options.operands.length > 1 && !options.has("q"));
  const texts = inputs.all.map(({ name, text }, index) => {
    const shown = name === null || name === "-" ? "standard input" : name;
    const title = names ? `${index > 0 ? "\n" : ""}==> ${shown} <==\n` : "";
    return title + pick(text, count, last?.letter === "c");
  });
  return said(texts.join(""), inputs.errors);
}

/** Lines with their ends; only the last may lack one. */
function endedLines(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return [...lines.map((line) => `${line}\n`), ...(last === "" ? [] : [last])];
}

function slice(text: string, from: number, to: number): string {
  return byteText(bytesOf(text).slice(from, to));
}

/** The lines in the opposite order. */
export const tac: Program = (call) => {
  const { operands } = readOptions("tac", call.args, { flags: "" });
  const inputs = readInputs(call, "tac", operands);
  return said(inputs.all.map(({ text }) => endedLines(text).toReversed().join("")).join(""), inputs.errors);
};

/** The characters of each line in the opposite order. */
export const rev: Program = (call) => {
  const { operands } = readOptions("rev", call.args, { flags: "" });
  const inputs = readInputs(call, "rev", operands);
  const lines = joinedText(inputs).split("\n");
  return said(lines.map((line) => [...line].toReversed().join("")).join("\n"), inputs.errors);
};

/** Numbers the lines: those that are not empty, or with `-ba` all; sections are refused. */
export const nl: Program = (call) => {
  const options = readOptions("nl", call.args, { flags: "", values: "bws" });
  const inputs = readInputs(call, "nl", options.operands);
  const style = options.value("b") ?? "t";
  const width = Number(options.value("w") ?? "6");
  const separator = options.value("s") ?? "\t";
  if (!/^[at]$/.test(style) || !Number.isInteger(width))
    throw new Refused("nl", "-b", "its style is not known");
  let number = 0;
  const lines = linesOf(joinedText(inputs)).map((line) => {
    if (/^(?:\\:){1,3}$/.test(line)) throw new Refused("nl", line, "sections are not known");
    if (line === "" && style === "t") return " ".repeat(width + separator.length);
    number += 1;
    return String(number).padStart(width) + separator + line;
  });
  return said(textOf(lines), inputs.errors);
};

/** `tee`, with `-a`. */
export const tee: Program = (call) => {
  const options = readOptions("tee", call.args, { flags: "ai", long: { append: "a" } });
  return { ...said(call.stdin, []), ...writeAll(call, options.operands, options.has("a")) };
};

import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

function writeAll(call: ProgramCall, names: readonly string[], appends: boolean) {
  const errors: string[] = [];
  for (const name of names) {
    if (name === "/dev/null") continue;
    if (name.startsWith("/dev/")) throw new Refused("tee", name, "it is not known");
    try {
      call.overlay.writeFile(
        resolveVirtual(call.cwd, name),
        bytesOf(call.stdin),
        appends ? "append" : "replace",
      );
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      errors.push(`tee: ${name}: ${error.message}\n`);
    }
  }
  return { stderr: errors.join(""), exitCode: errors.length > 0 ? 1 : 0 };
}
