import type { Shell } from "../shell.ts";
import { attributesOf, declarationOf } from "../state/declaration.ts";
import { parseWord } from "../syntax.ts";
import { quoteByDouble, quoteByQuotes } from "./quote.ts";
import { each, type Value } from "./value.ts";

/** `${name@Q}` and its kin. */
export function transformValue(shell: Shell, name: string, value: Value, operator: string): Value {
  const isUnset = value.kind === "one" && value.text === null;
  const variable = shell.lookup(name);
  switch (operator) {
    case "Q":
      return isUnset ? value : each(value, quoteByQuotes);
    case "U":
      return each(value, (text) => text.toUpperCase());
    case "L":
      return each(value, (text) => text.toLowerCase());
    case "u":
      return each(value, (text) => text.replace(/^./u, (first) => first.toUpperCase()));
    case "E":
      return each(value, (text) => ansiText(text) ?? shell.stop(`\${${name}@E} of this text is not known`));
    case "a":
      return { kind: "one", text: variable === null ? "" : attributesOf(variable) };
    case "A":
      if (variable === null || value.kind === "list") break;
      return { kind: "one", text: declarationOf(name, variable) };
    case "K":
    case "k":
      if (value.kind === "one" || variable === null) break;
      return {
        ...value,
        texts:
          operator === "K"
            ? [
                variable
                  .keys()
                  .map((key) => `${key} ${quoteByDouble(variable.at(key) ?? "")}`)
                  .join(" "),
              ]
            : variable.keys().flatMap((key) => [key, variable.at(key) ?? ""]),
      };
  }
  return shell.stop(`\${${name}@${operator}} is not known`);
}

function ansiText(text: string): string | null {
  const word = parseWord(`$'${text.replaceAll("'", "\\'")}'`);
  const part = word?.parts?.[0];
  return part?.type === "AnsiCQuoted" ? part.value : null;
}
