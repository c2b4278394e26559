/** A token of an arithmetic expression. */
export interface Token {
  readonly kind: "number" | "name" | "operator" | "end";
  readonly text: string;
}

const operators = [
  "<<=",
  ">>=",
  "**",
  "++",
  "--",
  "<<",
  ">>",
  "<=",
  ">=",
  "==",
  "!=",
  "&&",
  "||",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "&=",
  "^=",
  "|=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "<",
  ">",
  "=",
  "!",
  "~",
  "&",
  "^",
  "|",
  "?",
  ":",
  ",",
  "(",
  ")",
];

/** The tokens of an expression; a name takes the subscript behind it along. Null when something is no token. */
export function tokensOf(expression: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < expression.length; ) {
    const rest = expression.slice(at, at + 4096);
    const blank = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (blank > 0) {
      at += blank;
      continue;
    }
    const number = /^[0-9][0-9A-Za-z_@#]*/.exec(rest)?.[0];
    const name = number === undefined ? /^[A-Za-z_]\w*/.exec(rest)?.[0] : undefined;
    const operator = operators.find((one) => rest.startsWith(one));
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) {
      const subscript = subscriptAt(expression, at + name.length);
      if (subscript === null) return null;
      tokens.push({ kind: "name", text: name + subscript });
      at += subscript.length;
    } else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else return null;
    at += (number ?? name ?? operator ?? "").length;
  }
  return [...tokens, { kind: "end", text: "" }];
}

/** The `[...]` at a place, or nothing; null when it is not closed. */
function subscriptAt(expression: string, start: number): string | null {
  if (expression[start] !== "[") return "";
  let depth = 0;
  for (let at = start; at < expression.length; at++) {
    if (expression[at] === "[") depth += 1;
    else if (expression[at] === "]" && --depth === 0) return expression.slice(start, at + 1);
  }
  return null;
}
