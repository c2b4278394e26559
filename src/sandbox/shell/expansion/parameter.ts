import type { ParameterOperation, Word } from "unbash";
import { bytesOf } from "../../host/files/byte-text.ts";
import type { Shell } from "../shell.ts";
import { applyOperation } from "./operators.ts";
import { expanded, type Piece, quoted } from "./pieces.ts";
import { asQuotedOperand, type Standing } from "./standing.ts";
import type { Value } from "./value.ts";

/** An expansion of a parameter, as the parser gives it; `$name` has no more than its name. */
export interface ParameterNode {
  readonly parameter: string;
  readonly pos: number;
  readonly prefix?: "!" | "#" | undefined;
  readonly index?: Word | undefined;
  readonly operation?: ParameterOperation | undefined;
}

/** The pieces that an expansion of a parameter becomes. */
export function expandParameter(shell: Shell, node: ParameterNode, standing: Standing): Piece[] {
  shell.touch(node.pos);
  const { parameter, prefix, operation } = node;
  const isOfAny = operation === undefined || operation.type === "Default" || operation.type === "Remove";
  if (!shell.isBash && (!isOfAny || prefix === "!" || node.index !== undefined))
    shell.fail("Bad substitution");
  if (prefix === "#") return [expanded(String(lengthOf(shell, node)), standing.isQuoted)];
  if (prefix === "!") return expandIndirect(shell, node, standing);
  const index = node.index === undefined ? null : shell.subscript(parameter, node.index);
  return expandNamed(shell, { name: parameter, index }, operation, standing);
}

/** A parameter or one place of an array. */
interface Named {
  readonly name: string;
  readonly index: string | null;
}

function expandNamed(
  shell: Shell,
  { name, index }: Named,
  operation: ParameterOperation | undefined,
  standing: Standing,
): Piece[] {
  const value = parameterValue(shell, name, index);
  const shown = index === null ? name : `${name}[${index}]`;
  if (operation?.type === "Default") return withDefault(shell, { shown, value }, operation, standing);
  if (value.kind === "one" && value.text === null) checkUnset(shell, shown);
  return piecesOfValue(shell, applyOperation(shell, name, value, operation), standing);
}

/** The value of a parameter or of one place of an array. */
function parameterValue(shell: Shell, name: string, index: string | null): Value {
  if (name === "@" || name === "*") return { kind: "list", texts: shell.params, isStar: name === "*" };
  if (index === "@" || index === "*") {
    return { kind: "list", texts: shell.lookup(name)?.values() ?? [], isStar: index === "*" };
  }
  const special = shell.special(name);
  if (special !== undefined) return { kind: "one", text: special };
  const variable = shell.lookup(name);
  return { kind: "one", text: (index === null ? variable?.text : variable?.at(index)) ?? null };
}

function checkUnset(shell: Shell, shown: string): void {
  if (!shell.options.has("nounset")) return;
  shell.fail(`${shown}: ${shell.isBash ? "unbound variable" : "parameter not set"}`);
}

function lengthOf(shell: Shell, { parameter, index, operation }: ParameterNode): number {
  if (operation !== undefined) shell.stop(`\${#${parameter}…} with an operator is not known`);
  const value = parameterValue(
    shell,
    parameter,
    index === undefined ? null : shell.subscript(parameter, index),
  );
  if (value.kind === "list") return value.texts.length;
  if (value.text === null) checkUnset(shell, parameter);
  // Dash counts bytes, whatever the locale.
  return shell.isBash ? [...(value.text ?? "")].length : bytesOf(value.text ?? "").length;
}

/** `${!name}`, the keys of an array, and the names of variables that begin in the same way. */
function expandIndirect(shell: Shell, node: ParameterNode, standing: Standing): Piece[] {
  const { parameter, index, operation } = node;
  if (operation?.type === "Names") {
    const texts = shell.vars.names().filter((name) => name.startsWith(parameter));
    return piecesOfValue(shell, { kind: "list", texts, isStar: operation.operator === "*" }, standing);
  }
  if (index?.text === "@" || index?.text === "*") {
    const texts = shell.lookup(parameter)?.keys() ?? [];
    return piecesOfValue(shell, { kind: "list", texts, isStar: index.text === "*" }, standing);
  }
  const declared = shell.vars.declared(parameter);
  if (declared?.isReference && operation === undefined)
    return [expanded(declared.value ?? "", standing.isQuoted)];
  const pointer = parameterValue(
    shell,
    parameter,
    index === undefined ? null : shell.subscript(parameter, index),
  );
  const target = pointer.kind === "one" ? pointer.text : pointer.texts[0];
  if (target === null || target === undefined || target === "") {
    return shell.fail(`${parameter}: invalid indirect expansion`);
  }
  const [, name = target, subscript] = /^(\w+)\[(.*)\]$/s.exec(target) ?? [];
  if (!/^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])$/.test(name)) shell.fail(`${target}: invalid variable name`);
  const key = subscript === undefined ? null : shell.subscriptText(name, subscript);
  return expandNamed(shell, { name, index: key }, operation, standing);
}

/** `${name-word}` and its kin. */
function withDefault(
  shell: Shell,
  { shown, value }: { readonly shown: string; readonly value: Value },
  { operator, operand }: Extract<ParameterOperation, { type: "Default" }>,
  standing: Standing,
): Piece[] {
  const isSet = value.kind === "one" ? value.text !== null : value.texts.length > 0;
  const text = value.kind === "one" ? (value.text ?? "") : value.texts.join(" ");
  const isThere = isSet && (!operator.startsWith(":") || text !== "");
  const kind = operator.slice(-1);
  if (kind === "+") return isThere ? operandPieces(shell, operand, standing) : nothingOf(value);
  if (isThere) return piecesOfValue(shell, value, standing);
  if (kind === "-") return operandPieces(shell, operand, standing);
  const given = operandPieces(shell, operand, standing).map((piece) =>
    piece === "border" ? " " : piece.text,
  );
  if (kind === "?") {
    const reason = operator === ":?" ? "parameter null or not set" : "parameter not set";
    return shell.fail(`${shown}: ${given.join("") || reason}`);
  }
  if (!/^[A-Za-z_]/.test(shown)) return shell.fail(`$${shown}: cannot assign in this way`);
  shell.assignPlace(shown, given.join(""));
  return [expanded(given.join(""), standing.isQuoted)];
}

/** Between quotes an expansion that gives nothing is still an empty text, unless it is a list. */
function nothingOf(value: Value): Piece[] {
  return value.kind === "list" ? [] : [expanded("", false)];
}

/** What is written bare in an operand is split like the value that it stands in for. */
function operandPieces(shell: Shell, operand: Word, standing: Standing): Piece[] {
  if (standing.isQuoted) {
    const pieces = shell.pieces(operand, { ...asQuotedOperand, isSingle: standing.isSingle });
    return pieces.map((piece) => (piece === "border" ? piece : quoted(piece.text)));
  }
  return shell
    .pieces(operand, standing)
    .map((piece) => (piece === "border" || piece.isQuoted ? piece : { ...piece, isSplit: true }));
}

function piecesOfValue(shell: Shell, value: Value, { isQuoted, isSingle }: Standing): Piece[] {
  if (value.kind === "one") return [expanded(value.text ?? "", isQuoted)];
  if (value.isStar && (isQuoted || isSingle)) {
    const separator = (shell.vars.text("IFS") ?? " ").slice(0, 1);
    return [expanded(value.texts.join(separator), isQuoted)];
  }
  return value.texts.flatMap((text, index) => [
    ...(index === 0 ? [] : ["border" as const]),
    expanded(text, isQuoted),
  ]);
}
