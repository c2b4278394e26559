import type { ParameterSliceOperation } from "unbash";
import type { Shell } from "../shell.ts";
import type { Value } from "./value.ts";

/** `${name:offset:length}` of a text, of the parameters and of an array. */
export function sliceValue(
  shell: Shell,
  name: string,
  value: Value,
  { offset, length }: ParameterSliceOperation,
): Value {
  const from = Number(shell.arithmetic(shell.text(offset)));
  const count = length === undefined ? null : Number(shell.arithmetic(shell.text(length)));
  if (value.kind === "one") return { kind: "one", text: sliceText(shell, value.text ?? "", from, count) };
  if (count !== null && count < 0) return shell.fail(`${count}: substring expression < 0`);
  const texts = listSlice(shell, name, value.texts, from);
  return { ...value, texts: count === null ? texts : texts.slice(0, count) };
}

function sliceText(shell: Shell, text: string, from: number, count: number | null): string {
  const characters = [...text];
  const start = from < 0 ? characters.length + from : from;
  if (start < 0 || start > characters.length) return "";
  if (count === null) return characters.slice(start).join("");
  const end = count < 0 ? characters.length + count : start + count;
  if (end < start) return shell.fail(`${count}: substring expression < 0`);
  return characters.slice(start, end).join("");
}

/** The parameters count from `$0`, and the offset of an array is an index of it, not a number of elements. */
function listSlice(shell: Shell, name: string, texts: readonly string[], from: number): readonly string[] {
  if (name === "@" || name === "*") {
    const all = [shell.scriptName, ...texts];
    return from < 0 ? (all.length + from < 0 ? [] : all.slice(all.length + from)) : all.slice(from);
  }
  const variable = shell.lookup(name);
  if (variable?.kind === "indexed") {
    const start = from < 0 ? variable.nextIndex + from : from;
    return start < 0 ? [] : texts.slice(variable.keys().filter((key) => Number(key) < start).length);
  }
  return from < 0 ? (texts.length + from < 0 ? [] : texts.slice(texts.length + from)) : texts.slice(from);
}
