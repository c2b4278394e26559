import type { AnyNode } from "acorn";
import { escaped, quoteOf } from "../quoting.ts";

/** A text in pieces, with null where the new version stands. */
export type Pieces = readonly (string | null)[];

/** Writes what a row replaces with, in the style of another row. `$1` and its kin stand in the pieces as they are. */
export type NewText = (pieces: Pieces) => string;

/**
 * The style in which a row says what it replaces with: a template, a sum of strings, or a function of the version that
 * gives one of these. Null for anything else, and for a value into which nothing or more than one thing is filled.
 */
export function newText(value: AnyNode, text: string): NewText | null {
  if (value.type === "TemplateLiteral") {
    const expressions = new Set(value.expressions.map(({ start, end }) => text.slice(start, end)));
    const [version, second] = expressions;
    if (version === undefined || second !== undefined) return null;
    return (pieces) =>
      `\`${pieces.map((piece) => (piece === null ? `\${${version}}` : escaped(piece, "`"))).join("")}\``;
  }
  if (value.type === "BinaryExpression" && value.operator === "+") return sum(value, text);
  if (value.type === "ArrowFunctionExpression" && value.params.length === 1 && value.expression) {
    const body = newText(value.body, text);
    const head = text.slice(value.start, value.body.start);
    return body === null ? null : (pieces) => head + body(pieces);
  }
  return null;
}

function sum(value: AnyNode, text: string): NewText | null {
  const terms = termsOf(value);
  const strings = terms.filter((term) => term.type === "Literal" && typeof term.value === "string");
  const others = new Set(
    terms.filter((term) => !strings.includes(term)).map(({ start, end }) => text.slice(start, end)),
  );
  const [version, second] = others;
  const [first] = strings;
  if (version === undefined || second !== undefined || first === undefined) return null;
  const quote = quoteOf(text.slice(first.start, first.end));
  return (pieces) =>
    pieces
      .filter((piece) => piece !== "")
      .map((piece) => (piece === null ? version : quote + escaped(piece, quote) + quote))
      .join(" + ");
}

function termsOf(node: AnyNode): AnyNode[] {
  if (node.type !== "BinaryExpression" || node.operator !== "+") return [node];
  return [...termsOf(node.left), ...termsOf(node.right)];
}
