import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

/** `test` and `[` as POSIX describes them, by the number of arguments. */
export const test: Program = (call) => ended(call, call.args);

export const bracket: Program = (call) => {
  if (call.args.at(-1) !== "]") return { stdout: "", stderr: "[: missing ']'\n", exitCode: 2 };
  return ended(call, call.args.slice(0, -1));
};

function ended(call: ProgramCall, args: readonly string[]): ProgramResult {
  return { stdout: "", stderr: "", exitCode: isTrue(call, args) ? 0 : 1 };
}

function isTrue(call: ProgramCall, args: readonly string[]): boolean {
  const [first = "", second = "", third = ""] = args;
  if (args.length <= 1) return first !== "";
  if (args.length === 2) return first === "!" ? second === "" : unary(call, first, second);
  const joined = args.findIndex((arg, index) => index > 0 && (arg === "-a" || arg === "-o"));
  if (args.length === 3 && joined !== 1) {
    const answer = binary(first, second, third);
    if (answer !== null) return answer;
  }
  if (first === "!") return !isTrue(call, args.slice(1));
  if (first === "(" || joined <= 0) throw new Refused("test", args.join(" "), "it is not known");
  // The one binds tighter than the other.
  const either = args.indexOf("-o", 1);
  const at = either === -1 ? joined : either;
  const [left, right] = [isTrue(call, args.slice(0, at)), isTrue(call, args.slice(at + 1))];
  return args[at] === "-o" ? left || right : left && right;
}

function unary({ cwd, overlay }: ProgramCall, sign: string, operand: string): boolean {
  const kind = (follow = true) =>
    operand === "" ? null : overlay.kindOf(resolveVirtual(cwd, operand), follow);
  const mode = () => (kind() === "file" ? overlay.status(resolveVirtual(cwd, operand), true).mode : 0o755);
  switch (sign) {
    case "-n":
      return operand !== "";
    case "-z":
      return operand === "";
    case "-e":
      return kind() !== null;
    case "-f":
      return kind() === "file";
    case "-d":
      return kind() === "folder";
    case "-h":
    case "-L":
      return kind(false) === "link";
    case "-s":
      return kind() !== null && overlay.status(resolveVirtual(cwd, operand), true).size > 0;
    case "-r":
    case "-w":
      return kind() !== null;
    case "-x":
      return kind() !== null && (mode() & 0o111) !== 0;
    case "-t":
      return false;
    default:
      throw new Refused("test", sign, "it is not known");
  }
}

/** Null for a sign that is none. */
function binary(left: string, sign: string, right: string): boolean | null {
  if (sign === "=" || sign === "==") return left === right;
  if (sign === "!=") return left !== right;
  if (!/^-(?:eq|ne|lt|le|gt|ge)$/.test(sign)) {
    if (/^-(?:nt|ot|ef)$|^[<>]$/.test(sign)) throw new Refused("test", sign, "it is not known");
    return null;
  }
  if (![left, right].every((one) => /^\s?[-+]?\d{1,15}\s?$/.test(one)))
    throw new Refused("test", `${left} ${sign} ${right}`, "a number is none");
  const [a, b] = [Number(left), Number(right)];
  if (sign === "-eq") return a === b;
  if (sign === "-ne") return a !== b;
  if (sign === "-lt") return a < b;
  if (sign === "-le") return a <= b;
  return sign === "-gt" ? a > b : a >= b;
}
