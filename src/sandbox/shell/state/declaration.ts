import { quoteByDouble, quoteByQuotes } from "../expansion/quote.ts";
import type { Variable } from "./variable.ts";

/** The letters of the attributes of a variable, as `${name@a}` gives them. */
export function attributesOf(variable: Variable): string {
  return [
    variable.kind === "indexed" ? "a" : "",
    variable.kind === "associative" ? "A" : "",
    variable.isInteger ? "i" : "",
    variable.letterCase === "lower" ? "l" : "",
    variable.isReference ? "n" : "",
    variable.isReadonly ? "r" : "",
    variable.letterCase === "upper" ? "u" : "",
    variable.isExported ? "x" : "",
  ].join("");
}

/** The line that `declare -p` prints for a variable, without its end. */
export function shownDeclaration(name: string, variable: Variable): string {
  const flags = attributesOf(variable) || "-";
  const value = shownValue(variable);
  return `declare -${flags} ${name}${value === null ? "" : `=${value}`}`;
}

/** What `${name@A}` gives. */
export function declarationOf(name: string, variable: Variable): string {
  const flags = attributesOf(variable);
  const value = variable.kind === "scalar" ? quoteByQuotes(variable.value ?? "") : shownValue(variable);
  return flags === "" ? `${name}=${value}` : `declare -${flags} ${name}=${value}`;
}

function shownValue(variable: Variable): string | null {
  if (variable.kind === "scalar") return variable.value === null ? null : quoteByDouble(variable.value);
  if (!variable.isSet) return "()";
  const items = variable.keys().map((key) => {
    const shown = /^[\w./:@%+,-]+$/.test(key) ? key : quoteByDouble(key);
    return `[${shown}]=${quoteByDouble(variable.at(key) ?? "")}`;
  });
  return variable.kind === "associative" ? `(${items.join(" ")} )` : `(${items.join(" ")})`;
}
