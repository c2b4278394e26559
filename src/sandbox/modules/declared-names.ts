import type { Program } from "acorn";
import { childOf, listOf, nameOf, type SyntaxNode } from "./syntax-tree.ts";

/** The names that a source declares or imports at its top level. */
export function declaredNames(program: Program): Set<string> {
  const names = (program.body as SyntaxNode[]).flatMap((statement) => {
    const declaration = statement.type.startsWith("Export") ? childOf(statement, "declaration") : statement;
    if (declaration === null) return [];
    const bound = [
      ...listOf(declaration, "specifiers").map((specifier) => childOf(specifier, "local")),
      ...listOf(declaration, "declarations").map((declarator) => childOf(declarator, "id")),
      childOf(declaration, "id"),
    ];
    return bound.flatMap(boundNames);
  });
  return new Set(names);
}

function boundNames(pattern: SyntaxNode | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [nameOf(pattern) ?? ""];
    case "ObjectPattern":
      return listOf(pattern, "properties").flatMap((property) =>
        boundNames(childOf(property, property.type === "Property" ? "value" : "argument")),
      );
    case "ArrayPattern":
      return listOf(pattern, "elements").flatMap(boundNames);
    case "AssignmentPattern":
      return boundNames(childOf(pattern, "left"));
    case "RestElement":
      return boundNames(childOf(pattern, "argument"));
    default:
      return [];
  }
}
