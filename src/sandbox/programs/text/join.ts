import { type Program, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";
import { linesOf, readInputs, textOf } from "./input.ts";

/** A line with the field by which it is joined. */
interface Row {
  readonly key: string;
  readonly fields: readonly string[];
}

/** `join` of two sorted files, with `-1 -2 -j -t -a -v`. Files that are not sorted by their bytes are refused. */
export const join: Program = (call) => {
  const options = readOptions("join", call.args, { flags: "", values: "12jtav" });
  const delimiter = options.value("t");
  if (delimiter !== null && delimiter.length !== 1)
    throw new Refused("join", `-t ${delimiter}`, "it is no character");
  const { all, errors } = readInputs(call, "join", options.operands);
  if (errors.length > 0) return { stdout: "", stderr: errors.join(""), exitCode: 1 };
  const [first, second] = all;
  if (first === undefined || second === undefined || all.length > 2)
    throw new Refused("join", options.operands.join(" "), "two files are joined");
  const common = options.value("j");
  const left = rowsOf(first.text, fieldOf(options.value("1") ?? common), delimiter);
  const right = rowsOf(second.text, fieldOf(options.value("2") ?? common), delimiter);
  const alone = [...options.values("a"), ...options.values("v")];
  if (alone.some((side) => side !== "1" && side !== "2"))
    throw new Refused("join", alone.join(" "), "it is no file");
  const lines: string[] = [];
  const add = (row: Row, others: readonly string[]) =>
    lines.push([row.key, ...row.fields, ...others].join(delimiter ?? " "));
  let [a, b] = [0, 0];
  while (a < left.length || b < right.length) {
    const [one, other] = [left[a], right[b]];
    if (one !== undefined && (other === undefined || one.key < other.key)) {
      if (alone.includes("1")) add(one, []);
      a += 1;
    } else if (other !== undefined && (one === undefined || other.key < one.key)) {
      if (alone.includes("2")) add(other, []);
      b += 1;
    } else {
      const key = one?.key ?? "";
      const pairs = right.filter((row) => row.key === key);
      for (; left[a]?.key === key; a++)
        for (const pair of pairs) if (options.values("v").length === 0) add(left[a] as Row, pair.fields);
      b += pairs.length;
    }
  }
  return { stdout: textOf(lines), stderr: "", exitCode: 0 };
};

function fieldOf(given: string | null): number {
  if (given !== null && !/^[1-9]\d?$/.test(given)) throw new Refused("join", given, "it is no field");
  return Number(given ?? 1) - 1;
}

function rowsOf(text: string, field: number, delimiter: string | null): Row[] {
  const rows = linesOf(text).map((line) => {
    const fields =
      delimiter === null ? line.split(/[ \t]+/).filter((one) => one !== "") : line.split(delimiter);
    return { key: fields[field] ?? "", fields: fields.filter((_, index) => index !== field) };
  });
  if (rows.some(({ key }, index) => (rows[index - 1]?.key ?? "") > key))
    throw new Refused("join", "a file", "it is not sorted by its bytes");
  return rows;
}
