import type { AnyNode, ObjectExpression, Property } from "acorn";
import { nodesIn } from "../../../release/script/nodes.ts";
import type { Script } from "../../../release/script/read-script.ts";
import { type RuleRow, type RuleTable, ruleTables } from "../../../release/script/rule-tables.ts";
import { gapBefore } from "../list-insertion.ts";
import { quoteOf } from "../quoting.ts";
import { type NewText, newText } from "./new-text.ts";

/** How a table of find and replace rules is written, as far as a new row has to look like the others. */
export interface RowStyle {
  readonly script: Script;
  /** The offset after the last row. */
  readonly end: number;
  /** The white space before a row. */
  readonly gap: string;
  /** What stands after the opening bracket of a row, between two of its properties and before the closing bracket. */
  readonly opening: string;
  readonly between: string;
  readonly closing: string;
  /** The properties in their order, each with its key as it is written. */
  readonly properties: readonly { readonly key: string; readonly role: "path" | "pattern" | "replacement" }[];
  readonly quote: string;
  /** True when the paths of a row stand in a list. */
  readonly listsPaths: boolean;
  readonly newText: NewText;
  /** The property that lets a row match nothing, as it is written; null when no row has it. */
  readonly optional: string | null;
  /** The row that a new one is written like: the last that has to match something, else the last. */
  readonly row: RuleRow;
}

/** The tables of a script to which rows can be added; of every table the last row that has a style to copy. */
export function rowStyles(script: Script): RowStyle[] {
  const nodes = [...nodesIn(script.program)];
  return ruleTables(script).flatMap((table) => {
    const spans = new Set(table.rows.map(({ span }) => span.start));
    const lists = nodes.flatMap((node) =>
      node.type === "ArrayExpression" && node.elements.some((row) => row !== null && spans.has(row.start))
        ? [node.elements.filter((row) => row !== null)]
        : [],
    );
    const last = lists[0]?.at(-1);
    if (last === undefined) return [];
    const optional = optionalProperty(table, nodes, script.text);
    const styles = table.rows.flatMap((row) => {
      const node = nodes.find((each) => each.type === "ObjectExpression" && each.start === row.span.start);
      return node?.type === "ObjectExpression" ? (styleOf(node, row, script) ?? []) : [];
    });
    const style = styles.findLast(({ row }) => !row.optional) ?? styles.at(-1);
    return style === undefined ? [] : [{ ...style, end: last.end, optional }];
  });
}

function styleOf(
  node: ObjectExpression,
  row: RuleRow,
  script: Script,
): Omit<RowStyle, "end" | "optional"> | null {
  const { text } = script;
  const [path] = row.paths;
  const [pattern] = row.patterns;
  if (path === undefined || pattern === undefined || pattern.flags === null) return null;
  const properties: Property[] = [];
  let replacement: NewText | null = null;
  const roles: RowStyle["properties"][number][] = [];
  for (const property of node.properties) {
    if (property.type !== "Property" || property.shorthand || property.method || property.computed)
      return null;
    const { start, end } = property.value;
    const key = text.slice(property.key.start, property.key.end);
    const holds = (span: { start: number; end: number }) => start <= span.start && span.end <= end;
    const isPath = holds(path.span);
    const isPattern = holds(pattern.span);
    const made = isPath || isPattern ? null : newText(property.value, text);
    if (made !== null) replacement ??= made;
    if (isPath || isPattern || made !== null)
      roles.push({ key, role: isPath ? "path" : isPattern ? "pattern" : "replacement" });
    properties.push(property);
  }
  const gaps = gapsOf(node, properties, text);
  if (replacement === null || gaps === null || roles.length !== 3) return null;
  const quote = quoteOf(text.slice(path.span.start, path.span.end));
  const gap = gapBefore(text, node.start);
  const listsPaths = properties.some(
    ({ value }) =>
      value.type === "ArrayExpression" && value.start <= path.span.start && path.span.end <= value.end,
  );
  return { script, gap, ...gaps, properties: roles, quote, listsPaths, newText: replacement, row };
}

/** The white space of a row; null where comments stand in between. */
function gapsOf(
  node: ObjectExpression,
  properties: readonly Property[],
  text: string,
): Pick<RowStyle, "opening" | "between" | "closing"> | null {
  const [first, second] = properties;
  const last = properties.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  const opening = text.slice(node.start + 1, first.start);
  const between = text.slice(first.end, second.start);
  const closing = text.slice(last.end, node.end - 1);
  return [opening, between, closing].every((gap) => /^[\s,]*$/u.test(gap))
    ? { opening, between, closing }
    : null;
}

function optionalProperty({ rows }: RuleTable, nodes: readonly AnyNode[], text: string): string | null {
  const starts = new Set(rows.filter(({ optional }) => optional).map(({ span }) => span.start));
  for (const node of nodes) {
    if (node.type !== "ObjectExpression" || !starts.has(node.start)) continue;
    for (const property of node.properties) {
      const written = text.slice(property.start, property.end);
      if (/^["']?(?:required|optional)["']?\s*:\s*(?:true|false)$/u.test(written)) return written;
    }
  }
  return null;
}
