import type { TestBinaryExpression, TestExpression, Word } from "unbash";
import { Pattern } from "../expansion/pattern.ts";
import { type Piece, patternOf } from "../expansion/pieces.ts";
import { asText } from "../expansion/standing.ts";
import type { Shell } from "../shell.ts";
import { Variable } from "../state/variable.ts";
import { binaryTest, isNumberTest, numberTest, unaryTest } from "./file-tests.ts";
import { matchExtended } from "./match-extended.ts";

/** Evaluates what stands between `[[` and `]]`. */
export function evaluateCondition(shell: Shell, expression: TestExpression): boolean {
  shell.touch(expression.pos);
  switch (expression.type) {
    case "TestLogical":
      return expression.operator === "&&"
        ? expression.operands.every((operand) => evaluateCondition(shell, operand))
        : expression.operands.some((operand) => evaluateCondition(shell, operand));
    case "TestNot":
      return evaluateCondition(shell, expression.operand) !== (expression.negations.length % 2 === 1);
    case "TestGroup":
      return evaluateCondition(shell, expression.expression);
    case "TestUnary":
      return unaryTest(shell, expression.operator, shell.text(expression.operand));
    case "TestBinary":
      return binary(shell, expression);
  }
}

function binary(shell: Shell, { left, operator, right }: TestBinaryExpression): boolean {
  const given = shell.text(left);
  if (operator === "=~") return matchesRegex(shell, given, right);
  if (["=", "==", "!="].includes(operator)) {
    const pattern = new Pattern(patternOf(shell.pieces(right, asText)), {
      extended: true,
      ignoreCase: shell.shopt.has("nocasematch"),
    });
    return pattern.matches(given) === (operator !== "!=");
  }
  const other = shell.text(right);
  if (isNumberTest(operator)) {
    return numberTest(operator, BigInt(shell.arithmetic(given)), BigInt(shell.arithmetic(other)));
  }
  return (
    binaryTest(shell, given, operator, other) ??
    shell.stop(`the operator ${operator} between [[ and ]] is not known`)
  );
}

/** What is quoted means itself. The matches of the groups go to `BASH_REMATCH`. */
function matchesRegex(shell: Shell, text: string, word: Word): boolean {
  const regex = regexPieces(shell, word)
    .map((piece) => (piece === "border" ? " " : piece.isQuoted ? escapeRegex(piece.text) : piece.text))
    .join("");
  const groups = matchExtended(shell, regex, text, shell.shopt.has("nocasematch"));
  const matched = new Variable();
  matched.kind = "indexed";
  for (const [index, group] of (groups ?? []).entries()) matched.items.set(String(index), group ?? "");
  const kept = shell.vars.ensureGlobal("BASH_REMATCH");
  [kept.kind, kept.items] = ["indexed", matched.items];
  return groups !== null;
}

/** Outside of quotes a backslash belongs to the expression. */
function regexPieces(shell: Shell, word: Word): Piece[] {
  const parts = word.parts ?? [];
  if (parts.length === 0) return [{ text: word.text, isQuoted: false, isSplit: false }];
  return parts.flatMap((part): Piece[] => {
    const isRaw = part.type === "Literal" || part.type === "Glob" || part.type === "ExtendedGlob";
    if (isRaw && !/[$`"']/.test(part.text)) return [{ text: part.text, isQuoted: false, isSplit: false }];
    return shell.pieces({ ...word, text: part.text, parts: [part] }, asText);
  });
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.[\]|()*+?{}]/g, "\\$&");
}
