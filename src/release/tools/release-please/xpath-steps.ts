import { UnknownPath } from "./json-path-steps.ts";

/** One step of a location path. */
export interface XPathStep {
  readonly axis: "child" | "descendant-or-self" | "self" | "parent" | "attribute" | "following-sibling";
  /** A name, `*`, `text()` or `node()`. */
  readonly name: string;
  /** The expressions between brackets. */
  readonly predicates: readonly string[];
}

const anything: XPathStep = { axis: "descendant-or-self", name: "node()", predicates: [] };
const axes = ["following-sibling", "attribute", "child", "parent", "self"] as const;

/** Throws an UnknownPath for what is no location path of these axes. */
export function parseXPath(path: string): readonly XPathStep[] {
  const steps: XPathStep[] = [];
  let at = 0;
  while (at < path.length) {
    if (path.startsWith("//", at)) {
      steps.push(anything);
      at += 2;
    } else if (path.charAt(at) === "/") at += 1;
    else if (at > 0) throw new UnknownPath(path);
    const end = stepEnd(path, at);
    if (end === at) throw new UnknownPath(path);
    steps.push(stepOf(path.slice(at, end), path));
    at = end;
  }
  return steps;
}

/** The slash behind a step; slashes within brackets and quotes belong to it. */
function stepEnd(path: string, start: number): number {
  let depth = 0;
  let quote = "";
  for (let at = start; at < path.length; at++) {
    const character = path.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === "/" && depth === 0) return at;
  }
  return path.length;
}

const nodeTest = /^(?:\*|(?:text|node)\(\)|[\w.-]+(?::[\w.-]+)?)$/;

function stepOf(source: string, path: string): XPathStep {
  const bracket = source.indexOf("[");
  const test = (bracket === -1 ? source : source.slice(0, bracket)).trim();
  const predicates = bracket === -1 ? [] : predicatesOf(source.slice(bracket), path);
  if (test === ".") return { axis: "self", name: "node()", predicates };
  if (test === "..") return { axis: "parent", name: "node()", predicates };
  const axis = axes.find((each) => test.startsWith(`${each}::`));
  const name = test.startsWith("@") ? test.slice(1) : axis === undefined ? test : test.slice(axis.length + 2);
  if (!nodeTest.test(name)) throw new UnknownPath(path);
  return { axis: test.startsWith("@") ? "attribute" : (axis ?? "child"), name, predicates };
}

function predicatesOf(source: string, path: string): string[] {
  const predicates: string[] = [];
  let rest = source.trim();
  while (rest !== "") {
    const end = closingBracket(rest);
    if (!rest.startsWith("[") || end === -1) throw new UnknownPath(path);
    predicates.push(rest.slice(1, end).trim());
    rest = rest.slice(end + 1).trim();
  }
  return predicates;
}

function closingBracket(text: string): number {
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
