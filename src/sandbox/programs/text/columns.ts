import { type Program, type ProgramCall, Refused } from "../../host/desk/program.ts";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { readOptions } from "../options.ts";
import { joinedText, linesOf, readInputs, said, textOf } from "./input.ts";

/** `uniq`, with `-c -d -u -i`. */
export const uniq: Program = (call) => {
  const options = readOptions("uniq", call.args, {
    flags: "cdui",
    long: { count: "c", repeated: "d", unique: "u", "ignore-case": "i" },
  });
  if (options.operands.length > 1) throw new Refused("uniq", "an output file", "it is not known");
  const inputs = readInputs(call, "uniq", options.operands);
  const groups: { line: string; count: number }[] = [];
  const key = (line: string) => (options.has("i") ? line.toLowerCase() : line);
  for (const line of linesOf(joinedText(inputs))) {
    const last = groups.at(-1);
    if (last !== undefined && key(last.line) === key(line)) last.count += 1;
    else groups.push({ line, count: 1 });
  }
  const wanted = groups.filter(
    ({ count }) => !(options.has("d") && count === 1) && !(options.has("u") && count > 1),
  );
  const shown = wanted.map(({ line, count }) =>
    options.has("c") ? `${String(count).padStart(7)} ${line}` : line,
  );
  return said(textOf(shown), inputs.errors);
};

/** `cut`, with `-d -f -c -b -s` and `--output-delimiter`. Characters are bytes to GNU, so others are refused. */
export const cut: Program = (call) => {
  const options = readOptions("cut", call.args, {
    flags: "s",
    values: "dfcb1",
    long: {
      delimiter: "d",
      fields: "f",
      characters: "c",
      bytes: "b",
      "output-delimiter": "1",
      "only-delimited": "s",
    },
  });
  const fields = options.value("f");
  const characters = options.value("c") ?? options.value("b");
  if ((fields === null) === (characters === null))
    throw new Refused("cut", "no list", "it only shows an error");
  const isIn = readList(fields ?? characters ?? "");
  const delimiter = options.value("d") ?? "\t";
  if ([...delimiter].length !== 1) throw new Refused("cut", `-d ${delimiter}`, "it is no character");
  const inputs = readInputs(call, "cut", options.operands);
  const lines = linesOf(joinedText(inputs)).flatMap((line): string[] => {
    if (fields === null) {
      if (/[^\0-\x7f]/.test(line))
        throw new Refused("cut", "-c", "it would cut characters beyond ASCII into bytes");
      return [[...line].filter((_, index) => isIn(index + 1)).join("")];
    }
    if (!line.includes(delimiter)) return options.has("s") ? [] : [line];
    const parts = line.split(delimiter).filter((_, index) => isIn(index + 1));
    return [parts.join(options.value("1") ?? delimiter)];
  });
  return said(textOf(lines), inputs.errors);
};

function readList(source: string): (index: number) => boolean {
  const ranges = source.split(",").map((item): [number, number] => {
    const read = /^(\d{1,6})?(-)?(\d{1,6})?$/.exec(item);
    const [, first, dash, last] = read ?? [];
    if (read === null || (first === undefined && last === undefined) || first === "0" || last === "0")
      throw new Refused("cut", source, "it is no list");
    const from = Number(first ?? 1);
    return [from, dash === undefined ? from : Number(last ?? Number.POSITIVE_INFINITY)];
  });
  return (index) => ranges.some(([from, to]) => index >= from && index <= to);
}

/** `paste`, with `-s` and `-d`. */
export const paste: Program = (call) => {
  const options = readOptions("paste", call.args, {
    flags: "s",
    values: "d",
    long: { serial: "s", delimiters: "d" },
  });
  const written = (options.value("d") ?? "\t").replace(/\\([\\nt0])/g, (_, letter: string) =>
    letter === "n" ? "\n" : letter === "t" ? "\t" : letter === "0" ? "\0" : "\\",
  );
  const delimiters = [...written].map((one) => (one === "\0" ? "" : one));
  const delimiter = (index: number) => delimiters[index % delimiters.length] ?? "";
  const columns = pasted(call, options.operands);
  if (columns === null) return { stdout: "", stderr: "paste: No such file or directory\n", exitCode: 1 };
  if (options.has("s")) return said(textOf(columns.map((lines) => withDelimiters(lines, delimiter))), []);
  const height = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) =>
    withDelimiters(
      columns.map((lines) => lines[row] ?? ""),
      delimiter,
    ),
  );
  return said(textOf(rows), []);
};

function withDelimiters(parts: readonly string[], delimiter: (index: number) => string): string {
  return parts.map((part, index) => (index === 0 ? part : delimiter(index - 1) + part)).join("");
}

/** Each file as a column; standard input that is named several times gives its lines in turn. */
function pasted(call: ProgramCall, operands: readonly string[]): string[][] | null {
  const names = operands.length === 0 ? ["-"] : operands;
  const dashes = names.filter((name) => name === "-").length;
  const stdin = dashes === 0 ? [] : linesOf(call.stdin);
  let seen = 0;
  const columns = names.map((name) => {
    if (name !== "-") {
      const { all, errors } = readInputs(call, "paste", [name]);
      return errors.length > 0 ? null : linesOf(all[0]?.text ?? "");
    }
    const own = seen++;
    return stdin.filter((_, index) => index % dashes === own);
  });
  return columns.every((column) => column !== null) ? columns : null;
}

/** `wc`, with `-l -w -c -m`. Several counts of standard input are refused: their width depends on what it is. */
export const wc: Program = (call) => {
  const options = readOptions("wc", call.args, {
    flags: "lwcm",
    long: { lines: "l", words: "w", bytes: "c", chars: "m" },
  });
  const kinds = "lwmc".split("").filter((letter) => options.has(letter));
  const wanted = kinds.length === 0 ? ["l", "w", "c"] : kinds;
  const inputs = readInputs(call, "wc", options.operands);
  if (wanted.length > 1 && inputs.all.some(({ name }) => name === null || name === "-"))
    throw new Refused("wc", "several counts of standard input", "how wide they are depends on what it is");
  const rows = inputs.all.map(({ name, text }) => ({
    name,
    counts: wanted.map((kind) => count(text, kind)),
  }));
  const size = inputs.all.reduce((total, { text }) => total + bytesOf(text).length, 0);
  const isAlone = rows.length === 1 && wanted.length === 1 && options.operands.length < 2;
  const isStdin = inputs.all.some(({ name }) => name === "-");
  const width = isAlone ? 1 : isStdin ? 7 : String(size).length;
  const all =
    options.operands.length > 1
      ? [
          ...rows,
          {
            name: "total",
            counts: wanted.map((_, index) =>
              rows.reduce((total, { counts }) => total + (counts[index] ?? 0), 0),
            ),
          },
        ]
      : rows;
  const lines = all.map(({ name, counts }) => {
    const numbers = counts.map((number) => String(number).padStart(width)).join(" ");
    return name === null ? numbers : `${numbers} ${name}`;
  });
  return said(textOf(lines), inputs.errors);
};

function count(text: string, kind: string): number {
  if (kind === "l") return text.split("\n").length - 1;
  if (kind === "w") return text.split(/[ \t\n\r\f\v]+/).filter((word) => word !== "").length;
  if (kind === "m") return charactersIn(byteText(bytesOf(text)));
  return bytesOf(text).length;
}

/** A byte that belongs to no character is none. */
function charactersIn(text: string): number {
  return [...text].filter((character) => !/^[\udc80-\udcff]$/.test(character)).length;
}
