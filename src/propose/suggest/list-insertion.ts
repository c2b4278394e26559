import type { ArrayExpression } from "acorn";
import { literalOf } from "../../release/script/literals.ts";
import type { Script } from "../../release/script/read-script.ts";
import { quoted, quoteOf } from "./quoting.ts";
import type { Replacement } from "./repair.ts";

/** A list of strings in a script: `["a", "b"]`, alone or within `new Set(...)`. */
export interface StringList {
  readonly script: Script;
  readonly node: ArrayExpression;
  readonly values: readonly string[];
}

/** Reads a list that holds strings and nothing else; null for any other list and for an empty one. */
export function stringList(script: Script, node: ArrayExpression): StringList | null {
  const values: string[] = [];
  for (const element of node.elements) {
    const literal = element === null ? null : literalOf(element);
    if (literal === null || literal.flags !== null) return null;
    values.push(literal.text);
  }
  return values.length === 0 ? null : { script, node, values };
}

/** One more element for a list, in its own style: at its place in a sorted list, else at the end. */
export function insertion({ script, node, values }: StringList, value: string): Replacement {
  const elements = node.elements.filter((element) => element !== null);
  const [first] = elements;
  const last = elements.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a list without elements has no style");
  const written = quoted(value, quoteOf(script.text.slice(first.start, first.end)));
  const isSorted =
    values.length > 2 && values.every((each, index) => index === 0 || before(values[index - 1], each));
  const next = isSorted ? elements[values.findIndex((each) => before(value, each))] : undefined;
  const gap = gapBefore(script.text, last === first ? first.start : last.start);
  if (next === undefined) return at(script, last.end, `,${gap}${written}`);
  return at(script, next.start, `${written},${gap}`);
}

function before(a: string | undefined, b: string): boolean {
  return a === undefined || a < b;
}

/** The white space with which an element is set off: a new line with its indentation, or a blank. */
export function gapBefore(text: string, element: number): string {
  const lineStart = text.lastIndexOf("\n", element - 1) + 1;
  const indentation = text.slice(lineStart, element);
  if (lineStart === 0 || /\S/u.test(indentation)) return " ";
  return (text.charAt(lineStart - 2) === "\r" ? "\r\n" : "\n") + indentation;
}

function at({ path }: Script, offset: number, text: string): Replacement {
  return { path, span: { start: offset, end: offset }, text };
}
