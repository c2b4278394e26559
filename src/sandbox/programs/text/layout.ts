import { type Program, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";
import { joinedText, linesOf, readInputs, said, textOf } from "./input.ts";

/** `fold`, with `-w` and `-s`, of texts in ASCII. */
export const fold: Program = (call) => {
  const options = readOptions("fold", call.args, {
    flags: "s",
    values: "w",
    long: { width: "w", spaces: "s" },
  });
  const width = Number(options.value("w") ?? 80);
  if (!(width > 0)) throw new Refused("fold", `-w ${options.value("w")}`, "it is no number");
  const inputs = readInputs(call, "fold", options.operands);
  const text = joinedText(inputs);
  if (/[^\n\x20-\x7e]/.test(text))
    throw new Refused("fold", "a text", "not every character is as wide as another");
  const lines = text.split("\n").map((line) => folded(line, width, options.has("s")));
  return said(lines.join("\n"), inputs.errors);
};

function folded(line: string, width: number, atBlanks: boolean): string {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const blank = atBlanks ? rest.lastIndexOf(" ", width - 1) : -1;
    const size = blank === -1 ? width : blank + 1;
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...parts, rest].join("\n");
}

/** `column -t`, with `-s` and `-o`; without `-t` it depends on the width of a terminal. */
export const column: Program = (call) => {
  const options = readOptions("column", call.args, {
    flags: "t",
    values: "so",
    long: { table: "t", separator: "s", "output-separator": "o" },
  });
  const separators = options.value("s") ?? " \t";
  const between = options.value("o") ?? "  ";
  if (!options.has("t")) throw new Refused("column", call.args.join(" "), "only -t is known");
  const inputs = readInputs(call, "column", options.operands);
  const text = joinedText(inputs);
  if (/[^\t\n\x20-\x7e]/.test(text))
    throw new Refused("column", "a text", "not every character is as wide as another");
  const rows = linesOf(text)
    .filter((line) => line.trim() !== "")
    .map((line) => cells(line, separators, options.has("s")));
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  if (rows.some((row) => row.length !== widths.length))
    throw new Refused("column", "rows of different lengths", "versions fill them in different ways");
  const shown = rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join(between),
  );
  return said(textOf(shown), inputs.errors);
};

/** With separators of its own a cell may be empty. */
function cells(line: string, separators: string, isGreedy: boolean): string[] {
  const parts: string[] = [""];
  for (const character of line) {
    if (separators.includes(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return isGreedy ? parts : parts.filter((part) => part !== "");
}
