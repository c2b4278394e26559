import type { AnyNode } from "acorn";
import type { Span } from "../../repository/text/span.ts";
import { nodesIn } from "./nodes.ts";
import type { Script } from "./read-script.ts";

/** A string or a regular expression as it is written in a script. */
export interface ScriptLiteral {
  /** The string, or the source of the regular expression. */
  readonly text: string;
  /** Null for a string. */
  readonly flags: string | null;
  /** With its quotes or slashes. */
  readonly span: Span;
}

/** The literals of a script in the order of the text. */
export function literalsOf(script: Script): ScriptLiteral[] {
  return [...nodesIn(script.program)].map(literalOf).filter((literal) => literal !== null);
}

/** Reads a node as a string or a regular expression; a template counts when nothing is filled into it. */
export function literalOf(node: AnyNode): ScriptLiteral | null {
  const span = { start: node.start, end: node.end };
  if (node.type === "TemplateLiteral") {
    const text = node.expressions.length === 0 ? node.quasis[0]?.value.cooked : null;
    return typeof text === "string" ? { text, flags: null, span } : null;
  }
  if (node.type !== "Literal") return null;
  if (node.regex !== undefined) return { text: node.regex.pattern, flags: node.regex.flags, span };
  return typeof node.value === "string" ? { text: node.value, flags: null, span } : null;
}
