import { type Program, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";
import { linesOf, readInputs, textOf } from "./input.ts";

/** `comm` of two sorted files, with `-1 -2 -3`. Files that are not sorted are refused. */
export const comm: Program = (call) => {
  const options = readOptions("comm", call.args, { flags: "123", long: {} });
  const { all, errors } = readInputs(call, "comm", options.operands);
  if (errors.length > 0) return { stdout: "", stderr: errors.join(""), exitCode: 1 };
  const [first, second] = all;
  if (first === undefined || second === undefined || all.length > 2 || options.operands.length < 2)
    throw new Refused("comm", options.operands.join(" "), "two files are compared");
  const [left, right] = [linesOf(first.text), linesOf(second.text)];
  for (const lines of [left, right])
    if (lines.some((line, index) => index > 0 && (lines[index - 1] ?? "") > line))
      throw new Refused("comm", options.operands.join(" "), "a file is not sorted by its bytes");
  const before = (column: number) =>
    "\t".repeat(["1", "2"].filter((one) => Number(one) < column && !options.has(one)).length);
  const found: string[] = [];
  const add = (column: number, line: string) => {
    if (!options.has(String(column))) found.push(before(column) + line);
  };
  let [a, b] = [0, 0];
  while (a < left.length || b < right.length) {
    const [one, other] = [left[a], right[b]];
    if (other === undefined || (one !== undefined && one < other)) {
      add(1, one ?? "");
      a += 1;
    } else if (one === undefined || other < one) {
      add(2, other);
      b += 1;
    } else {
      add(3, one);
      a += 1;
      b += 1;
    }
  }
  return { stdout: textOf(found), stderr: "", exitCode: 0 };
};
