import type { Program } from "acorn";
import { childOf, listOf, nameOf, type SyntaxNode, visit } from "./syntax-tree.ts";

/** A piece of text that is put in before an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The names under which `guest/module-scope.js` offers its watching functions to every module. */
export const watchName = "__rehearsal_watch";
export const watchCallbackName = "__rehearsal_watch_callback";

export const caughtName = "__rehearsal_caught";

/** Methods that give no promise, so that the calls which a script makes most often are not slowed down. */
const synchronous = new Set([
  "push",
  "set",
  "add",
  "delete",
  "log",
  "info",
  "warn",
  "error",
  "writeFileSync",
]);

/**
 * Where a module lets go of a promise: a call whose value nobody takes, or that is put into a variable. The engine
 * does not tell of rejections that nobody handles, so these values are watched; natively they end the process.
 * Also where a module catches an error, which then is given the stack that Node would give it.
 */
export function watchPoints(program: Program): Insertion[] {
  const points: Insertion[] = [];
  const around = (node: SyntaxNode, name: string) =>
    points.push({ at: node.start, text: `${name}(` }, { at: node.end, text: ")" });
  visit(program, (node) => {
    const value = abandonedValue(node);
    if (value !== null && mayGivePromise(value)) around(value, watchName);
    const thrown = node.type === "CatchClause" ? nameOf(childOf(node, "param")) : null;
    const body = thrown === null ? null : childOf(node, "body");
    if (body !== null) points.push({ at: body.start + 1, text: `${caughtName}(${thrown});` });
    const callback = abandonedCallback(node);
    if (callback !== null) around(callback, watchCallbackName);
  });
  return points.sort((a, b) => a.at - b.at);
}

/** Puts the points into the text. */
export function insert(text: string, insertions: readonly Insertion[]): string {
  let result = "";
  let at = 0;
  for (const insertion of insertions) {
    result += text.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return result + text.slice(at);
}

function abandonedValue(node: SyntaxNode): SyntaxNode | null {
  if (node.type === "ExpressionStatement") {
    const value = childOf(node, "expression");
    const isVoid = value?.type === "UnaryExpression" && value["operator"] === "void";
    return isVoid ? childOf(value, "argument") : value;
  }
  const init = node.type === "VariableDeclarator" ? childOf(node, "init") : null;
  return init?.type === "CallExpression" || init?.type === "NewExpression" ? init : null;
}

function mayGivePromise(node: SyntaxNode): boolean {
  const may = (field: string) => {
    const part = childOf(node, field);
    return part !== null && mayGivePromise(part);
  };
  switch (node.type) {
    case "CallExpression":
      return !isSynchronous(childOf(node, "callee"));
    case "LogicalExpression":
      return may("right");
    case "ConditionalExpression":
      return may("consequent") || may("alternate");
    case "AssignmentExpression":
      return childOf(node, "right")?.type === "CallExpression";
    case "NewExpression":
    case "ImportExpression":
    case "ChainExpression":
    case "TaggedTemplateExpression":
      return true;
    default:
      return false;
  }
}

function isSynchronous(callee: SyntaxNode | null): boolean {
  if (callee?.type === "Super") return true;
  const method = callee?.type === "MemberExpression" ? nameOf(childOf(callee, "property")) : null;
  return method !== null && synchronous.has(method);
}

/** An async function given to `forEach` or to `new Promise`, neither of which looks at what it returns. */
function abandonedCallback(node: SyntaxNode): SyntaxNode | null {
  const callee = childOf(node, "callee");
  const isForEach =
    node.type === "CallExpression" &&
    callee?.type === "MemberExpression" &&
    nameOf(childOf(callee, "property")) === "forEach";
  const isPromise = node.type === "NewExpression" && nameOf(callee) === "Promise";
  const callback = isForEach || isPromise ? listOf(node, "arguments")[0] : undefined;
  return callback !== undefined && callback["async"] === true ? callback : null;
}
