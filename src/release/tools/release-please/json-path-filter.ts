import { isTable } from "../shared/configuration/table.ts";
import { UnknownPath } from "./json-path-steps.ts";
import { splitOutsideQuotes } from "./outside-quotes.ts";

/**
 * Whether a value passes a filter of comparisons that are joined by `&&` and `||`. Throws an UnknownPath for more than
 * that: the package itself evaluates any JavaScript there.
 * @param key the name or index of the value in what holds it, `@property` of the filter
 */
export function satisfies(filter: string, value: unknown, key: string): boolean {
  return splitOutsideQuotes(filter, "||").some((part) =>
    splitOutsideQuotes(part, "&&").every((term) => holds(term.trim(), value, key)),
  );
}

const operatorPattern = /===?|!==?/;
const literal = /^(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false|null))$/;

function holds(term: string, value: unknown, key: string): boolean {
  const operator = operatorPattern.exec(term);
  if (operator === null) {
    const [, negation, operand] = /^(!?)(@[\w.$@[\]'"-]*)$/.exec(term) ?? [];
    if (operand === undefined) throw new UnknownPath(`filter ${term}`);
    return Boolean(operandOf(operand, value, key)) !== (negation === "!");
  }
  const left = term.slice(0, operator.index).trim();
  const found = left.startsWith("@")
    ? literal.exec(term.slice(operator.index + operator[0].length).trim())
    : null;
  if (found === null) throw new UnknownPath(`filter ${term}`);
  const isEqual = String(operandOf(left, value, key)) === literalOf(found);
  return isEqual === operator[0].startsWith("=");
}

function literalOf([, single, double, number, word]: RegExpExecArray): string {
  return single ?? double ?? (number === undefined ? (word ?? "") : String(Number(number)));
}

function operandOf(operand: string, value: unknown, key: string): unknown {
  if (operand === "@property") return key;
  const names = [...operand.slice(1).matchAll(/\.([\w$-]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+)\]/g)];
  if (names.map(([text]) => text).join("") !== operand.slice(1)) throw new UnknownPath(`filter ${operand}`);
  return names.reduce<unknown>((found, [, ...names]) => {
    const name = names.find((each) => each !== undefined) ?? "";
    return (isTable(found) || Array.isArray(found)) && Object.hasOwn(found, name)
      ? Reflect.get(found, name)
      : undefined;
  }, value);
}
