import { type Program, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";
import { readInputs } from "../text/input.ts";
import { shownDifferences } from "./shown-differences.ts";

/** `cmp`, with `-s`; where files differ is shown for text and no more. */
export const cmp: Program = (call) => {
  const options = readOptions("cmp", call.args, { flags: "s", long: { silent: "s", quiet: "s" } });
  const { all, errors } = readInputs(call, "cmp", options.operands);
  const [first, second] = all;
  if (errors.length > 0) return { stdout: "", stderr: errors.join(""), exitCode: 2 };
  if (first === undefined || second === undefined || all.length > 2)
    throw new Refused("cmp", options.operands.join(" "), "two files are compared");
  if (first.text === second.text) return { stdout: "", stderr: "", exitCode: 0 };
  if (options.has("s")) return { stdout: "", stderr: "", exitCode: 1 };
  const [a, b] = [Buffer.from(first.text), Buffer.from(second.text)];
  const at = a.findIndex((byte, index) => byte !== b[index]);
  if (at === -1 || at >= b.length)
    return {
      stdout: "",
      stderr: `cmp: EOF on ${a.length < b.length ? first.name : second.name}\n`,
      exitCode: 1,
    };
  const line = a.subarray(0, at).toString("latin1").split("\n").length;
  return {
    stdout: `${first.name} ${second.name} differ: byte ${at + 1}, line ${line}\n`,
    stderr: "",
    exitCode: 1,
  };
};

/** `diff` of two files, with `-q`. Where the shortest way from one to the other is not unique, versions may show others. */
export const diff: Program = (call) => {
  const options = readOptions("diff", call.args, {
    flags: "qsuwbB",
    long: { brief: "q", unified: "u" },
  });
  if (["s", "w", "b", "B"].some((flag) => options.has(flag)))
    throw new Refused("diff", call.args.join(" "), "it is not known");
  const { all, errors } = readInputs(call, "diff", options.operands);
  if (errors.length > 0) return { stdout: "", stderr: errors.join(""), exitCode: 2 };
  const [first, second] = all;
  if (first === undefined || second === undefined || all.length > 2)
    throw new Refused("diff", options.operands.join(" "), "two files are compared");
  if (first.text === second.text) return { stdout: "", stderr: "", exitCode: 0 };
  if (options.has("q"))
    return { stdout: `Files ${first.name} and ${second.name} differ\n`, stderr: "", exitCode: 1 };
  const [left, right] = [first, second].map(({ name, text }) => ({ name: name ?? "-", text }));
  if (left === undefined || right === undefined) throw new Error("two files are compared");
  return { stdout: shownDifferences(left, right, options.has("u") ? 3 : null), stderr: "", exitCode: 1 };
};
