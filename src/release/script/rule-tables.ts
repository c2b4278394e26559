import type { AnyNode, ArrayExpression, ObjectExpression } from "acorn";
import type { Span } from "../../repository/text/span.ts";
import { literalOf, type ScriptLiteral } from "./literals.ts";
import { nodesIn } from "./nodes.ts";
import type { Script } from "./read-script.ts";

/** One row of a table of find and replace rules: `{ path: "a/*.json", find: /x/, replace: y }`. */
export interface RuleRow {
  /** The object literal. */
  readonly span: Span;
  /** The paths or globs of the files that it is for; never empty. */
  readonly paths: readonly ScriptLiteral[];
  /** What it looks for; never empty. */
  readonly patterns: readonly ScriptLiteral[];
  /** True when the row says that it need not match: `required: false` or `optional: true`. */
  readonly optional: boolean;
}

/** A list literal that holds such rows, in the order in which they are written. */
export interface RuleTable {
  readonly rows: readonly RuleRow[];
}

/** The tables of rules in a script; a list counts when at least one of its elements reads as a rule. */
export function ruleTables(script: Script): RuleTable[] {
  const tables: RuleTable[] = [];
  for (const node of nodesIn(script.program)) {
    if (node.type !== "ArrayExpression") continue;
    const rows = rowsOf(node);
    if (rows.length > 0) tables.push({ rows });
  }
  return tables;
}

/** Spares the parsing of a script in which no key names files as the rows of a table do. */
export function mayHoldTables(text: string): boolean {
  return /\b(?:path|file|glob|target|include)\w*["']?\s{0,9}:/iu.test(text);
}

function rowsOf(list: ArrayExpression): RuleRow[] {
  return list.elements.flatMap((element) => {
    const row = element?.type === "ObjectExpression" ? rowOf(element) : null;
    return row === null ? [] : [row];
  });
}

function rowOf(row: ObjectExpression): RuleRow | null {
  const paths: ScriptLiteral[] = [];
  const patterns: ScriptLiteral[] = [];
  let optional = false;
  for (const property of row.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const name = keyOf(property.key);
    const literals = literalsIn(property.value);
    if (pathKey.test(name)) paths.push(...literals.filter(({ flags }) => flags === null));
    else if (patternKey.test(name) || literals.some(({ flags }) => flags !== null))
      patterns.push(...literals);
    if (isFlag(property.value, name)) optional = true;
  }
  const span = { start: row.start, end: row.end };
  return paths.length > 0 && patterns.length > 0 ? { span, paths, patterns, optional } : null;
}

/** How bump scripts name the files of a rule, and what they look for in them. */
const pathKey = /^(?:path|file|glob|filename|filepath|target|include)(?:s|name|path|pattern)?$/iu;
const patternKey = /^(?:find|from|search|pattern|match|matcher|regexp?|re|needle|old)$/iu;

function literalsIn(value: AnyNode): ScriptLiteral[] {
  const values = value.type === "ArrayExpression" ? value.elements : [value];
  return values.flatMap((each) => (each === null ? [] : (literalOf(each) ?? [])));
}

function keyOf(key: AnyNode): string {
  if (key.type === "Identifier") return key.name;
  return literalOf(key)?.text ?? "";
}

function isFlag(value: AnyNode, name: string): boolean {
  if (value.type !== "Literal") return false;
  return (name === "required" && value.value === false) || (name === "optional" && value.value === true);
}
