import { type Node, type Program, parse } from "acorn";

/** A node of an acorn tree whose further fields are looked at by name. */
export type SyntaxNode = Node & { readonly [field: string]: unknown };

/**
 * Parses JavaScript, as a module or else as a CommonJS script. Gives null when it is neither, in which case the engine
 * says what is wrong with it.
 */
export function parseScript(text: string, sourceType: "module" | "commonjs"): Program | null {
  try {
    return parse(text, {
      ecmaVersion: "latest",
      sourceType,
      allowHashBang: true,
      ...(sourceType === "module" && { allowAwaitOutsideFunction: true }),
    });
  } catch (error) {
    // A RangeError is that of a source that is nested deeper than the parser can follow.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Visits every node, parents before children, in the order of the source. `parent` is null for the program. */
export function visit(
  program: Program,
  visitor: (node: SyntaxNode, parent: SyntaxNode | null) => void,
): void {
  const pending: [SyntaxNode, SyntaxNode | null][] = [[asNode(program), null]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, parent] = next;
    visitor(node, parent);
    for (const child of childrenOf(node).reverse()) pending.push([child, node]);
  }
}

/** The child in a field; null when there is none. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  const child = node[field];
  return isNode(child) ? child : null;
}

/** The children in a field that holds a list, without its holes. */
export function listOf(node: SyntaxNode, field: string): SyntaxNode[] {
  const list = node[field];
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/** The name of an identifier or private name, or the text of a string literal; null for anything else. */
export function nameOf(node: SyntaxNode | null): string | null {
  if (node?.type === "Identifier" && typeof node["name"] === "string") return node["name"];
  if (node?.type === "PrivateIdentifier" && typeof node["name"] === "string") return `#${node["name"]}`;
  return node?.type === "Literal" && typeof node["value"] === "string" ? node["value"] : null;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function asNode(node: Node): SyntaxNode {
  return node as SyntaxNode;
}
