import type { Program } from "acorn";
import { childOf, listOf, nameOf, type SyntaxNode, visit } from "./syntax-tree.ts";

/** One module that a source asks for. */
export interface ImportRequest {
  readonly specifier: string;
  /** The UTF-16 offset of the specifier's opening quote. */
  readonly start: number;
  /** The names that are wanted of it, as the other module exports them; of a namespace the members that are used. */
  readonly names: readonly string[];
  /** True for `import()` and `require()`, of which nobody can say beforehand which names are wanted. */
  readonly isDynamic: boolean;
  /** True when it says that it wants JSON, and for `require()` and whatever says more than can be read here. */
  readonly isJson: boolean;
}

/** Every import, re-export, `import()` and `require()` with a literal specifier, in the order of the source. */
export function importsOf(program: Program): ImportRequest[] {
  const requests: (Omit<ImportRequest, "names"> & { names: Set<string> })[] = [];
  const namespaces = new Map<string, Set<string>>();
  visit(program, (node) => {
    const literal = specifierOf(node);
    const specifier = nameOf(literal);
    if (literal !== null && specifier !== null) {
      const isDynamic = node.type === "ImportExpression" || node.type === "CallExpression";
      requests.push({
        specifier,
        start: literal.start,
        names: wantedNames(node, namespaces),
        isDynamic,
        isJson: wantsJson(node),
      });
    }
  });
  if (namespaces.size > 0) collectMembers(program, namespaces);
  return requests.map((request) => ({ ...request, names: [...request.names] }));
}

function specifierOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
      return childOf(node, "source");
    case "CallExpression":
      return nameOf(childOf(node, "callee")) === "require" ? (listOf(node, "arguments")[0] ?? null) : null;
    default:
      return null;
  }
}

/** `with { type: "json" }`, and the second argument of `import()`, whatever it holds. */
function wantsJson(node: SyntaxNode): boolean {
  if (node.type === "CallExpression") return true;
  if (node.type === "ImportExpression") return childOf(node, "options") !== null;
  return listOf(node, "attributes").some((attribute) => nameOf(childOf(attribute, "value")) === "json");
}

function wantedNames(node: SyntaxNode, namespaces: Map<string, Set<string>>): Set<string> {
  const names = new Set<string>();
  for (const specifier of listOf(node, "specifiers")) {
    if (specifier.type === "ImportDefaultSpecifier") names.add("default");
    const wanted = nameOf(childOf(specifier, node.type === "ImportDeclaration" ? "imported" : "local"));
    if (specifier.type === "ImportSpecifier" || specifier.type === "ExportSpecifier")
      names.add(wanted ?? "default");
    const local = nameOf(childOf(specifier, "local"));
    if (specifier.type === "ImportNamespaceSpecifier" && local !== null) namespaces.set(local, names);
  }
  return names;
}

function collectMembers(program: Program, namespaces: ReadonlyMap<string, Set<string>>): void {
  visit(program, (node) => {
    if (node.type !== "MemberExpression") return;
    const members = namespaces.get(nameOf(childOf(node, "object")) ?? "");
    const member = nameOf(childOf(node, "property"));
    const isComputed = node["computed"] === true && childOf(node, "property")?.type !== "Literal";
    if (member !== null && !isComputed) members?.add(member);
  });
}
