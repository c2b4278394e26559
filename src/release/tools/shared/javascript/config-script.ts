import type { AnyNode, Program, Property } from "acorn";
import type { KeyPath } from "../../../../repository/documents/document.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { scriptAt } from "../../../script/read-script.ts";
import type { ConfigFile } from "./config.ts";

/** A part of a configuration that a script computes, so that reading does not tell what it is. */
export class Computed {
  /** UTF-16, into the script. */
  readonly start: number;

  constructor(start: number) {
    this.start = start;
  }
}

/**
 * Reads a configuration in JavaScript or TypeScript whose export is a literal, also through constants of the same file
 * and within one call such as `defineConfig({ … })`. What is computed within it is a `Computed`; null when the script
 * does not parse or exports nothing by default.
 */
export function readScriptConfig(repository: Repository, path: string): ConfigFile | null {
  const script = scriptAt(repository, path);
  const exported = script === null ? null : exportOf(script.program);
  if (script === null || exported === null) return null;
  const reader = new Reader(script.program);
  const value = reader.read(exported);
  return {
    path,
    value,
    originOf: (...keys) => {
      const node = reader.nodeAt(exported, keys) ?? exported;
      const { line, column } = repository.locate(path, { start: node.start, end: node.end });
      return { path, line, column, function: null };
    },
  };
}

/** The node of `export default` or of `module.exports =`. */
function exportOf({ body }: Program): AnyNode | null {
  for (const statement of body) {
    if (statement.type === "ExportDefaultDeclaration") return statement.declaration;
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
      continue;
    const { left, right } = statement.expression;
    if (left.type !== "MemberExpression" || left.property.type !== "Identifier") continue;
    const holder = left.object.type === "Identifier" ? left.object.name : "";
    if (holder === "module" && left.property.name === "exports") return right;
  }
  return null;
}

/** No configuration that anybody wrote is nested deeper, and constants may name each other in a circle. */
const deepest = 40;

class Reader {
  readonly #constants = new Map<string, AnyNode>();

  constructor({ body }: Program) {
    for (const statement of body) {
      if (statement.type !== "VariableDeclaration" || statement.kind !== "const") continue;
      for (const { id, init } of statement.declarations)
        if (id.type === "Identifier" && init) this.#constants.set(id.name, init);
    }
  }

  read(node: AnyNode, depth = 0): unknown {
    const meant = this.#meant(node, depth);
    if (meant === null) return new Computed(node.start);
    if (meant.type === "Literal") return meant.regex === undefined ? meant.value : new Computed(meant.start);
    if (meant.type === "TemplateLiteral" && meant.expressions.length === 0)
      return meant.quasis[0]?.value.cooked ?? "";
    if (meant.type === "UnaryExpression") return this.#unary(meant.operator, meant.argument, depth);
    if (meant.type === "ArrayExpression")
      return meant.elements.map((element) =>
        element === null || element.type === "SpreadElement"
          ? new Computed(meant.start)
          : this.read(element, depth + 1),
      );
    if (meant.type === "ObjectExpression") return this.#object(meant.properties, meant.start, depth);
    return new Computed(meant.start);
  }

  /** The node of a value within a literal; null where a literal does not say. */
  nodeAt(node: AnyNode, keys: KeyPath): AnyNode | null {
    const meant = this.#meant(node, 0);
    const [key, ...rest] = keys;
    if (key === undefined) return node;
    if (meant?.type === "ArrayExpression" && typeof key === "number") {
      const element = meant.elements[key];
      return element ? this.nodeAt(element, rest) : null;
    }
    if (meant?.type !== "ObjectExpression") return null;
    for (const property of meant.properties)
      if (property.type === "Property" && keyOf(property) === key)
        return rest.length === 0 ? property : this.nodeAt(property.value, rest);
    return null;
  }

  /** Looks through constants and through the one call around a literal. */
  #meant(node: AnyNode, depth: number): AnyNode | null {
    if (depth > deepest) return null;
    if (node.type === "ParenthesizedExpression") return this.#meant(node.expression, depth + 1);
    if (node.type === "Identifier") {
      if (node.name === "undefined") return null;
      const held = this.#constants.get(node.name);
      return held === undefined ? null : this.#meant(held, depth + 1);
    }
    if (node.type !== "CallExpression") return node;
    const [only, ...others] = node.arguments;
    const isDefining = node.callee.type === "Identifier" && node.callee.name.startsWith("define");
    return isDefining && only !== undefined && others.length === 0 ? this.#meant(only, depth + 1) : null;
  }

  #unary(operator: string, argument: AnyNode, depth: number): unknown {
    const value = this.read(argument, depth + 1);
    if (operator === "-" && typeof value === "number") return -value;
    return operator === "!" && !(value instanceof Computed) ? !value : new Computed(argument.start);
  }

  #object(properties: readonly AnyNode[], start: number, depth: number): unknown {
    const entries: [string, unknown][] = [];
    for (const property of properties) {
      if (property.type === "SpreadElement") {
        const spread = this.read(property.argument, depth + 1);
        if (typeof spread !== "object" || spread === null || spread instanceof Computed)
          return new Computed(start);
        entries.push(...Object.entries(spread));
        continue;
      }
      const key = property.type === "Property" ? keyOf(property) : null;
      if (property.type !== "Property" || key === null) return new Computed(start);
      entries.push([
        key,
        property.kind === "init" ? this.read(property.value, depth + 1) : new Computed(start),
      ]);
    }
    return Object.fromEntries(entries);
  }
}

function keyOf({ computed, key }: Pick<Property, "computed" | "key">): string | null {
  if (computed) return null;
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : null;
}
