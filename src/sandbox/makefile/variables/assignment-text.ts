import { referenceEnd } from "../reading/references.ts";

/** How a variable is set. */
type Operator = "=" | ":=" | "?=" | "+=" | "!=";

export interface Assignment {
  /** Not expanded yet. */
  readonly name: string;
  readonly operator: Operator;
  /** As it stands there, without the blanks in front. */
  readonly value: string;
}

const operators: ReadonlyMap<string, Operator> = new Map([
  ["", "="],
  [":", ":="],
  ["::", ":="],
  ["?", "?="],
  ["+", "+="],
  ["!", "!="],
]);
const sign = /^(::?|[?+!]|)=[ \t]*/;

/** Reads a line that sets a variable; null for every other. */
export function assignmentOf(line: string): Assignment | null {
  for (let at = 0; at < line.length; at = referenceEnd(line, at)) {
    if (!/[\s:=?+!#]/.test(line[at] ?? "")) continue;
    const behind = line.slice(at).trimStart();
    const found = sign.exec(behind);
    const operator = operators.get(found?.[1] ?? "none");
    if (found !== null && operator !== undefined) {
      const name = line.slice(0, at).trim();
      return name === "" ? null : { name, operator, value: behind.slice(found[0].length) };
    }
    // A sign that is no operator is a part of the name; a colon and a blank are not.
    if (/[\s:#]/.test(line[at] ?? "")) return null;
  }
  return null;
}

/** How the value of `define` is set: `define NAME :=`. */
export function defineOf(text: string): Pick<Assignment, "name" | "operator"> {
  const found = assignmentOf(text.trim());
  return found ?? { name: text.trim(), operator: "=" };
}
