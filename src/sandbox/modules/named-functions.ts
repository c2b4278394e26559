import type { Program } from "acorn";
import type { Span } from "../../repository/text/span.ts";
import { childOf, nameOf, type SyntaxNode, visit } from "./syntax-tree.ts";

/** A function with the name that the source gives it. */
export interface NamedFunction extends Span {
  readonly name: string;
}

/** The functions that have a name of their own, or that of what they are assigned to; parents before children. */
export function namedFunctions(program: Program): NamedFunction[] {
  const named: NamedFunction[] = [];
  visit(program, (node, parent) => {
    if (!/Function/.test(node.type)) return;
    const name = nameOf(childOf(node, "id")) ?? (parent === null ? null : nameFrom(node, parent));
    if (name !== null) named.push({ start: node.start, end: node.end, name });
  });
  return named;
}

/** The name of the innermost named function around an offset; null at module level. */
export function functionAt(functions: readonly NamedFunction[], offset: number): string | null {
  return functions.findLast(({ start, end }) => start <= offset && offset < end)?.name ?? null;
}

function nameFrom(node: SyntaxNode, parent: SyntaxNode): string | null {
  switch (parent.type) {
    case "VariableDeclarator":
      return nameOf(childOf(parent, "id"));
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent["value"] === node ? nameOf(childOf(parent, "key")) : null;
    case "AssignmentExpression":
      return parent["right"] === node ? nameOf(assigned(childOf(parent, "left"))) : null;
    default:
      return null;
  }
}

function assigned(left: SyntaxNode | null): SyntaxNode | null {
  return left?.type === "MemberExpression" ? childOf(left, "property") : left;
}
