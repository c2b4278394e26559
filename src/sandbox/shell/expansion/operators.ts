import type { ParameterOperation, Word } from "unbash";
import type { Shell } from "../shell.ts";
import { Pattern } from "./pattern.ts";
import { patternOf } from "./pieces.ts";
import { replaceMatches, replacementOf } from "./replace.ts";
import { sliceValue } from "./slice.ts";
import { asText } from "./standing.ts";
import { transformValue } from "./transform.ts";
import { each, type Value } from "./value.ts";

/** What an operation makes of a value; of a list, of each of its elements. */
export function applyOperation(
  shell: Shell,
  name: string,
  value: Value,
  operation: ParameterOperation | undefined,
): Value {
  if (operation === undefined) return value;
  switch (operation.type) {
    case "Remove": {
      const pattern = patternFor(shell, operation.operand);
      return each(value, (text) => shell.bounded(() => remove(text, operation.operator, pattern)));
    }
    case "Replace": {
      const pattern = patternFor(shell, operation.pattern);
      const replacement = replacementOf(shell, operation.replacement);
      return each(value, (text) =>
        shell.bounded(() => replaceMatches(text, operation.operator, pattern, replacement)),
      );
    }
    case "CaseModification": {
      const { operand, operator } = operation;
      const pattern = operand === undefined || operand.text === "" ? null : patternFor(shell, operand);
      return each(value, (text) => changeCase(text, operator, pattern));
    }
    case "Slice":
      return sliceValue(shell, name, value, operation);
    case "Transform":
      return transformValue(shell, name, value, operation.operand.text);
    default:
      return shell.stop(`the expansion \${${name}…} is not known`);
  }
}

function patternFor(shell: Shell, word: Word): Pattern {
  const options = { extended: shell.shopt.has("extglob"), ignoreCase: false };
  return new Pattern(patternOf(shell.pieces(word, asText)), options);
}

/** Takes the shortest or the longest match away from the start or the end. */
function remove(text: string, operator: "#" | "##" | "%" | "%%", pattern: Pattern): string {
  if (operator.startsWith("#")) {
    const ends = pattern.endsFrom(text, 0);
    const end = operator === "#" ? ends[0] : ends.at(-1);
    return text.slice(end ?? 0);
  }
  if (pattern.literal !== null) {
    return text.endsWith(pattern.literal) ? text.slice(0, text.length - pattern.literal.length) : text;
  }
  const places = Array.from({ length: text.length + 1 }, (_, index) => index);
  for (const start of operator === "%" ? places.toReversed() : places) {
    if (pattern.matches(text.slice(start))) return text.slice(0, start);
  }
  return text;
}

function changeCase(text: string, operator: string, pattern: Pattern | null): string {
  const change = (character: string) => {
    if (pattern !== null && !pattern.matches(character)) return character;
    const changed = operator.startsWith("^") ? character.toUpperCase() : character.toLowerCase();
    return [...changed].length === 1 ? changed : character;
  };
  const characters = [...text];
  return operator.length === 2
    ? characters.map(change).join("")
    : characters.map((character, index) => (index === 0 ? change(character) : character)).join("");
}
