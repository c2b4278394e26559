import { resolveVirtual } from "../../host/files/virtual-path.ts";
import type { Shell } from "../shell.ts";

const unary = new Set([..."abcdefghknoprstuvwxzGLNORS"].map((letter) => `-${letter}`));

/** Whether an operator asks something of one operand. */
export function isUnaryTest(operator: string): boolean {
  return unary.has(operator);
}

/** What `-f path` and its kin say of a file or a text. */
export function unaryTest(shell: Shell, operator: string, operand: string): boolean {
  switch (operator) {
    case "-n":
      return operand !== "";
    case "-z":
      return operand === "";
    case "-v":
      return isVariableSet(shell, operand);
    case "-o":
      return shell.options.has(operand);
    case "-R":
      return shell.vars.declared(operand)?.isReference === true;
    case "-t":
      return false;
    default:
      return fileTest(shell, operator, operand);
  }
}

function fileTest(shell: Shell, operator: string, operand: string): boolean {
  if (operand === "") return false;
  const path = resolveVirtual(shell.cwd, operand);
  shell.flush();
  const { overlay } = shell.host;
  const kind = overlay.kindOf(path, operator !== "-L" && operator !== "-h");
  const isThere = kind !== null && !(operand.endsWith("/") && kind !== "folder");
  shell.host.looked(path, isThere);
  if (path === "/dev/null" || /^\/dev\/(?:tty|std(?:in|out|err))$/.test(path)) {
    return ["-e", "-a", "-r", "-w", "-c"].includes(operator);
  }
  if (!isThere) return false;
  switch (operator) {
    case "-f":
      return kind === "file";
    case "-d":
      return kind === "folder";
    case "-h":
    case "-L":
      return kind === "link";
    case "-s":
      return kind !== "file" || overlay.read(path).length > 0;
    case "-x":
      return kind === "folder" || shell.host.isExecutable(path);
    case "-a":
    case "-e":
    case "-r":
    case "-w":
    case "-O":
    case "-G":
      return true;
    case "-N":
      return shell.stop(`the test ${operator} of a file is not known`);
    default:
      return false;
  }
}

function isVariableSet(shell: Shell, operand: string): boolean {
  const [, name = operand, subscript] = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(operand) ?? [];
  const variable = shell.lookup(name);
  if (variable === null) return shell.special(name) !== undefined && shell.special(name) !== null;
  if (subscript === "@" || subscript === "*") return variable.isSet;
  const key = subscript === undefined ? "0" : shell.subscriptText(name, subscript);
  return variable.at(key) !== null;
}

/** What `a = b`, `1 -lt 2` and `a -nt b` say; null for no such operator. */
export function binaryTest(shell: Shell, left: string, operator: string, right: string): boolean | null {
  switch (operator) {
    case "=":
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "-nt":
    case "-ot":
      return newerTest(shell, left, operator, right);
    case "-ef": {
      return isSameFile(shell, left, right);
    }
    default:
      return null;
  }
}

/** All files of a rehearsal are of one age, so that only what is there or not can be told. */
function newerTest(shell: Shell, left: string, operator: string, right: string): boolean {
  const [isLeft, isRight] = [left, right].map(
    (path) => shell.host.overlay.kindOf(resolveVirtual(shell.cwd, path)) !== null,
  );
  if (isLeft && isRight)
    return shell.stop(`the test ${operator} asks which of two files is newer, which is not known`);
  return operator === "-nt" ? isLeft === true && !isRight : isRight === true && !isLeft;
}

const comparisons: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  "-eq": (a, b) => a === b,
  "-ne": (a, b) => a !== b,
  "-lt": (a, b) => a < b,
  "-le": (a, b) => a <= b,
  "-gt": (a, b) => a > b,
  "-ge": (a, b) => a >= b,
};

export function isNumberTest(operator: string): boolean {
  return Object.hasOwn(comparisons, operator);
}

export function numberTest(operator: string, left: bigint, right: bigint): boolean {
  return comparisons[operator]?.(left, right) === true;
}

export const binaryOperators = ["=", "==", "!=", "<", ">", "-nt", "-ot", "-ef", ...Object.keys(comparisons)];

function isSameFile(shell: Shell, left: string, right: string): boolean {
  const { overlay } = shell.host;
  const [a = "", b = ""] = [left, right].map((path) => resolveVirtual(shell.cwd, path));
  return (
    overlay.kindOf(a) !== null && overlay.kindOf(b) !== null && overlay.realPath(a) === overlay.realPath(b)
  );
}
