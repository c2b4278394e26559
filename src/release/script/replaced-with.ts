import type { AnyNode } from "acorn";
import type { Repository } from "../../repository/repository.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { literalOf } from "./literals.ts";
import { nodesIn } from "./nodes.ts";
import { scriptAt } from "./read-script.ts";
import type { SoughtLiteral } from "./sought-literal.ts";

/** True when a module of the rehearsal gives the pattern a name and replaces what is found under that name. */
export function isReplacedWith(sought: SoughtLiteral, rehearsal: Rehearsal, repository: Repository): boolean {
  return rehearsal.modules.some((path) => {
    const script = scriptAt(repository, path);
    if (script === null) return false;
    const names = new Set<string>();
    const replaced = new Set<string>();
    for (const node of nodesIn(script.program)) {
      const name = nameGiven(node, sought);
      if (name !== null) names.add(name);
      const used = nameReplaced(node);
      if (used !== null) replaced.add(used);
    }
    return [...names].some((name) => replaced.has(name));
  });
}

/** The name that a variable or a property gives to the sought literal. */
function nameGiven(node: AnyNode, sought: SoughtLiteral): string | null {
  const [key, value] =
    node.type === "VariableDeclarator"
      ? [node.id, node.init]
      : node.type === "Property"
        ? [node.key, node.value]
        : [];
  if (key === undefined || value === undefined || value === null || key.type !== "Identifier") return null;
  const literal = literalOf(value);
  return literal?.text === sought.text && literal.flags === sought.flags ? key.name : null;
}

/** The name in `text.replace(name, …)` or `text.replace(rule.name, …)`. */
function nameReplaced(node: AnyNode): string | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const { property } = node.callee;
  if (property.type !== "Identifier" || !/^replace(?:All)?$/u.test(property.name)) return null;
  const [sought] = node.arguments;
  if (sought?.type === "Identifier") return sought.name;
  return sought?.type === "MemberExpression" && sought.property.type === "Identifier"
    ? sought.property.name
    : null;
}
