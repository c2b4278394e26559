import type { AnyNode, BinaryExpression, CallExpression } from "acorn";
import { literalOf, type ScriptLiteral } from "../../release/script/literals.ts";
import { nodesIn } from "../../release/script/nodes.ts";
import type { Script } from "../../release/script/read-script.ts";

/** A comparison of some name with a literal, and the chain of conditions that it is a part of. */
export interface NameTest {
  /** What is compared, as it is written: `pkg.name`. */
  readonly tested: string;
  readonly literal: ScriptLiteral;
  /** True for `startsWith`, where the literal is only the beginning of the name. */
  readonly isPrefix: boolean;
  /** How the chain goes on: `&&` for tests that refuse (`!==`), `||` for tests that admit (`===`). */
  readonly operator: "&&" | "||";
  /** `===`, `!==`, `==` or `!=`; the strict one where the script does not show it. */
  readonly comparison: string;
  /** Offset at which the next condition of the chain can be written. */
  readonly end: number;
  /** What stands between two conditions of the chain: the operator with its white space. */
  readonly gap: string;
  /** The start of a condition that must be put into brackets before another can follow; null when it need not. */
  readonly bracketFrom: number | null;
}

/** The tests of names in a script, of each chain of conditions only the last one. */
export function nameTests(script: Script, isKnown: (test: NameTest) => boolean): NameTest[] {
  const tests: NameTest[] = [];
  const parents = new Map<AnyNode, AnyNode>();
  const nodes = [...nodesIn(script.program)];
  for (const node of nodes)
    if (node.type === "LogicalExpression")
      for (const side of [node.left, node.right]) parents.set(side, node);
    else if (node.type === "UnaryExpression") parents.set(node.argument, node);
  const chains = new Map<AnyNode, NameTest>();
  for (const node of nodes) {
    const test = testAt(node, parents, script);
    if (test === null || !isKnown(test)) continue;
    const chain = chainOf(node, test.operator, parents);
    if (chain === null) tests.push(test);
    else chains.set(chain, test);
  }
  return [...tests, ...chains.values()].sort((a, b) => a.end - b.end);
}

function testAt(node: AnyNode, parents: ReadonlyMap<AnyNode, AnyNode>, script: Script): NameTest | null {
  const { text } = script;
  const comparison = node.type === "BinaryExpression" ? comparisonAt(node) : null;
  const prefix = node.type === "CallExpression" ? prefixAt(node) : null;
  const read = comparison ?? prefix;
  if (read === null) return null;
  const parent = parents.get(node);
  const isNegated = prefix !== null && parent?.type === "UnaryExpression" && parent.operator === "!";
  const condition = isNegated ? parent : node;
  const refuses = comparison === null ? isNegated : comparison.operator.startsWith("!");
  const operator = refuses ? "&&" : "||";
  const outer = parents.get(condition);
  const isInChain = outer?.type === "LogicalExpression" && outer.operator === operator;
  return {
    tested: text.slice(read.tested.start, read.tested.end),
    literal: read.literal,
    isPrefix: prefix !== null,
    operator,
    comparison: comparison?.operator ?? (refuses ? "!==" : "==="),
    end: condition.end,
    gap: isInChain ? gapIn(outer.left, outer.right, text, operator) : ` ${operator} `,
    bracketFrom: outer === undefined || isInChain ? null : condition.start,
  };
}

interface Compared {
  readonly tested: AnyNode;
  readonly literal: ScriptLiteral;
}

function comparisonAt({ operator, left, right }: BinaryExpression): (Compared & { operator: string }) | null {
  if (!/^[!=]==?$/u.test(operator)) return null;
  const [a, b] = [literalOf(left), literalOf(right)];
  if (b !== null && a === null) return { tested: left, literal: b, operator };
  return a !== null && b === null ? { tested: right, literal: a, operator } : null;
}

function prefixAt({ callee, arguments: [argument] }: CallExpression): Compared | null {
  const isPrefixTest =
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "startsWith";
  const literal = argument === undefined ? null : literalOf(argument);
  return isPrefixTest && literal !== null && literal.flags === null
    ? { tested: callee.object, literal }
    : null;
}

/** The outermost expression that joins a condition to others by the operator; null for one that stands alone. */
function chainOf(node: AnyNode, operator: string, parents: ReadonlyMap<AnyNode, AnyNode>): AnyNode | null {
  const parent = parents.get(node);
  let outer = parent?.type === "UnaryExpression" ? parents.get(parent) : parent;
  let chain: AnyNode | null = null;
  while (outer?.type === "LogicalExpression" && outer.operator === operator) {
    chain = outer;
    outer = parents.get(outer);
  }
  return chain;
}

/** Brackets and comments between two conditions belong to them and not to what joins them. */
function gapIn(left: AnyNode, right: AnyNode, text: string, operator: string): string {
  const between = text.slice(left.end, right.start);
  return between.trim() === operator ? between : ` ${operator} `;
}
