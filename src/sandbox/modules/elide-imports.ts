import type { Program } from "acorn";
import type { Span } from "../../repository/text/span.ts";
import { childOf, listOf, nameOf, type SyntaxNode, visit } from "./syntax-tree.ts";

/**
 * The spans to blank so that imports of which nothing is used at run time are gone, as TypeScript drops them: most of
 * them name types, which the other module does not export once its types are stripped.
 * See https://www.typescriptlang.org/docs/handbook/modules/reference.html#import-elision.
 */
export function unusedImports(program: Program, text: string): Span[] {
  const declarations = (program.body as SyntaxNode[]).filter(({ type }) => type === "ImportDeclaration");
  if (declarations.length === 0) return [];
  const used = usedNames(program);
  return declarations.flatMap((declaration) => unusedIn(declaration, used, text));
}

function unusedIn(declaration: SyntaxNode, used: ReadonlySet<string>, text: string): Span[] {
  const specifiers = listOf(declaration, "specifiers");
  const unused = specifiers.filter((specifier) => !used.has(nameOf(childOf(specifier, "local")) ?? ""));
  if (specifiers.length === 0) {
    const source = childOf(declaration, "source");
    const isClause = source !== null && text.slice(declaration.start, source.start).includes("{");
    return isClause ? [declaration] : [];
  }
  if (unused.length === specifiers.length) return [declaration];
  return unused.map((specifier) => {
    const comma = /^\s*,/.exec(text.slice(specifier.end, declaration.end));
    return { start: specifier.start, end: specifier.end + (comma?.[0].length ?? 0) };
  });
}

/** Every identifier that is more than the name of a property, whatever its scope. */
function usedNames(program: Program): Set<string> {
  const used = new Set<string>();
  visit(program, (node, parent) => {
    if (node.type !== "Identifier" || parent === null || parent.type.startsWith("Import")) return;
    const isMember = parent.type === "MemberExpression" && parent["property"] === node;
    const isKey =
      (parent.type === "Property" || parent.type.endsWith("Definition")) && parent["key"] === node;
    const isName = (isMember || isKey) && parent["computed"] !== true && parent["shorthand"] !== true;
    const name = nameOf(node);
    if (!isName && name !== null) used.add(name);
  });
  return used;
}
