import type { AnyNode, Pattern } from "acorn";
import type { Argument } from "../../config/schema.ts";
import { nodesIn } from "./nodes.ts";
import type { TopLevelFunction } from "./top-level-functions.ts";

/**
 * Arguments with which a bump function can be tried, from the names of its parameters: `{version}` where a version is
 * wanted and `{root}` where a folder is, in objects too. Null when no parameter asks for a version.
 */
export function likelyArguments({ parameters, node }: TopLevelFunction): Argument[] | null {
  const values = parameters.map((parameter) => {
    const isOptional = parameter.type === "AssignmentPattern" || parameter.type === "RestElement";
    const value = argumentFor(parameter.type === "AssignmentPattern" ? parameter.left : parameter, node);
    return { value, isNeeded: !isOptional || holdsVersion(value) };
  });
  const needed = values
    .slice(0, values.findLastIndex(({ isNeeded }) => isNeeded) + 1)
    .map(({ value }) => value);
  return holdsVersion(needed) ? needed : null;
}

function holdsVersion(value: unknown): boolean {
  return JSON.stringify(value).includes(version);
}

const version = "{version}";
const root = "{root}";

function argumentFor(parameter: Pattern, body: AnyNode): Argument {
  if (parameter.type === "ObjectPattern")
    return objectOf(
      parameter.properties.flatMap((property) =>
        property.type === "Property" && property.key.type === "Identifier" ? [property.key.name] : [],
      ),
    );
  if (parameter.type !== "Identifier") return null;
  const members = membersOf(parameter.name, body);
  return valueFor(parameter.name) ?? objectOf(members);
}

/** An object with the fields that a function reads and for which a value is known. */
function objectOf(names: readonly string[]): Record<string, string> {
  const fields = names.map((name) => [name, valueFor(name)] as const);
  return Object.fromEntries(fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function valueFor(name: string): string | null {
  if (/version|^tag$|^target$|^next$|^to$/iu.test(name)) return version;
  return /root|dir|cwd|folder|repo|base|path/iu.test(name) ? root : null;
}

/** The members of a parameter that a function reads: `root` and `version` for `opts.root` and `opts.version`. */
function membersOf(parameter: string, body: AnyNode): string[] {
  return [...nodesIn(body)].flatMap((node) => {
    if (
      node.type === "MemberExpression" &&
      node.object.type === "Identifier" &&
      node.object.name === parameter
    )
      return node.property.type === "Identifier" ? [node.property.name] : [];
    const isTakenApart =
      node.type === "VariableDeclarator" &&
      node.id.type === "ObjectPattern" &&
      node.init?.type === "Identifier" &&
      node.init.name === parameter;
    if (!isTakenApart || node.id.type !== "ObjectPattern") return [];
    return node.id.properties.flatMap((property) =>
      property.type === "Property" && property.key.type === "Identifier" ? [property.key.name] : [],
    );
  });
}
