import type { AnyNode, Pattern } from "acorn";
import type { Span } from "../../repository/text/span.ts";
import type { Script } from "./read-script.ts";

/** A function at the top level of a module, declared or given to a variable. */
export interface TopLevelFunction {
  readonly name: string;
  /** Where its name stands. */
  readonly span: Span;
  /** True when it is exported under this name. */
  readonly exported: boolean;
  readonly parameters: readonly Pattern[];
  /** The whole function, with its name. */
  readonly node: AnyNode;
}

/** The functions at the top level of a module, in the order of the text. */
export function topLevelFunctions({ program }: Script): TopLevelFunction[] {
  const exportedLater = new Set<string>();
  const functions: TopLevelFunction[] = [];
  for (const statement of program.body) {
    if (statement.type === "ExportNamedDeclaration") {
      for (const { local, exported } of statement.specifiers)
        if (local.type === "Identifier" && exported.type === "Identifier" && local.name === exported.name)
          exportedLater.add(local.name);
      if (statement.declaration) functions.push(...declared(statement.declaration, true));
    } else if (statement.type === "ExportDefaultDeclaration")
      functions.push(...declared(statement.declaration, false));
    else functions.push(...declared(statement, false));
  }
  return functions.map((each) => (exportedLater.has(each.name) ? { ...each, exported: true } : each));
}

function declared(node: AnyNode, exported: boolean): TopLevelFunction[] {
  if (node.type === "FunctionDeclaration" && node.id) {
    const { name, start, end } = node.id;
    return [{ name, span: { start, end }, exported, parameters: node.params, node }];
  }
  if (node.type !== "VariableDeclaration") return [];
  return node.declarations.flatMap((declarator) => {
    const { id, init } = declarator;
    const isFunction = init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
    if (id.type !== "Identifier" || !isFunction) return [];
    const span = { start: id.start, end: id.end };
    return [{ name: id.name, span, exported, parameters: init.params, node: declarator }];
  });
}
