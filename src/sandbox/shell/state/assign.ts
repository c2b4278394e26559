import type { Assignment, Word } from "unbash";
import { splitFields } from "../expansion/fields.ts";
import { expandAssigned, expandWord } from "../expansion/words.ts";
import type { Shell } from "../shell.ts";
import { parseScript } from "../syntax.ts";
import type { Variable } from "./variable.ts";

/** `name` and the text between its brackets, null when there are none. */
export function placeOf(place: string): { name: string; subscript: string | null } {
  const [, name = place, subscript = null] = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(place) ?? [];
  return { name, subscript };
}

/** The variable that an assignment is for, and the kind that it is given beforehand. */
export interface Target {
  readonly choose: (name: string) => Variable;
  readonly kind: Variable["kind"] | null;
}

/** Carries out an assignment of the source, by default on the variable of that name. */
export function assign(shell: Shell, node: Assignment, target: Target | null = null): void {
  shell.touch(node.pos);
  const { name, value, index } = node;
  const append = node.append === true;
  const choose = target?.choose ?? ((one: string) => shell.vars.ensure(one));
  if (value.type === "ArrayValue") {
    if (!shell.isBash) shell.stop("dash has no arrays", "name bash in the first line of the script");
    const kind = target?.kind ?? shell.vars.find(name)?.kind ?? "scalar";
    const elements = elementsOf(shell, value.elements, kind === "associative");
    const variable = choose(name);
    checkWritable(shell, name, variable);
    assignArray(shell, name, variable, { elements, append });
    return;
  }
  const text = expandAssigned(shell, value);
  const variable = choose(name);
  checkWritable(shell, name, variable);
  const key = index === undefined ? null : keyOf(shell, name, variable, index);
  assignToVariable(shell, name, variable, { key, text, append });
}

/** Sets a variable or one of its elements. */
export function assignTo(shell: Shell, name: string, element: Element): void {
  const variable = shell.vars.ensure(name);
  checkWritable(shell, name, variable);
  assignToVariable(shell, name, variable, element);
}

export function checkWritable(shell: Shell, name: string, variable: Variable): void {
  if (variable.isReadonly) shell.fail(`${name}: ${shell.isBash ? "readonly variable" : "is read only"}`);
}

function keyOf(shell: Shell, name: string, variable: Variable, index: Word): string {
  if (variable.kind === "associative") return shell.text(index);
  const value = Number(shell.arithmetic(shell.text(index)));
  const real = value < 0 ? variable.nextIndex + value : value;
  return real < 0 ? shell.fail(`${name}[${index.text}]: bad array subscript`) : String(real);
}

function assignToVariable(
  shell: Shell,
  name: string,
  variable: Variable,
  { key, text, append }: Element,
): void {
  const before = key === null ? variable.text : variable.at(key);
  const value = valueFor(shell, variable, text, append ? before : null);
  if (key !== null) variable.toArray("indexed");
  if (variable.kind === "scalar") variable.value = value;
  else variable.items.set(key ?? "0", value);
  if (shell.options.has("allexport")) variable.isExported = true;
  if (name === "OPTIND") shell.optionPlace = 1;
  if (name === "RANDOM") shell.random = Number(value) >>> 0;
}

/** The text as the attributes of the variable have it. */
function valueFor(shell: Shell, variable: Variable, text: string, before: string | null): string {
  if (variable.isInteger) {
    const value = shell.evaluate(text);
    return before === null ? value : shell.evaluate(`${before || 0}+(${value})`);
  }
  const whole = (before ?? "") + text;
  if (variable.letterCase === "lower") return whole.toLowerCase();
  return variable.letterCase === "upper" ? whole.toUpperCase() : whole;
}

/** A text for a variable, or for one of its elements where it has a key. */
interface Element {
  readonly key: string | null;
  readonly text: string;
  readonly append: boolean;
}

/** The elements, in which words are split and names of files are found where they have no key. */
function elementsOf(shell: Shell, words: readonly Word[], isAssociative: boolean): Element[] {
  return words.flatMap((word): Element[] => {
    const keyed = keyedElement(word);
    if (keyed === null) return expandWord(shell, word).map((text) => ({ key: null, text, append: false }));
    const index = shell.text(keyed.index);
    const key = isAssociative ? index : shell.arithmetic(index);
    return [{ key, text: expandAssigned(shell, keyed.value), append: keyed.append }];
  });
}

function assignArray(
  shell: Shell,
  name: string,
  variable: Variable,
  { elements, append }: { readonly elements: readonly Element[]; readonly append: boolean },
): void {
  if (variable.kind === "scalar") {
    if (append) variable.toArray("indexed");
    else [variable.kind, variable.value, variable.items] = ["indexed", null, new Map()];
  } else if (!append) variable.items = new Map();
  const isPaired = variable.kind === "associative" && elements.every(({ key }) => key === null);
  if (isPaired) {
    assignPairs(shell, variable, elements);
    return;
  }
  let next = variable.kind === "indexed" ? variable.nextIndex : 0;
  for (const { key, text, append: adds } of elements) {
    if (key === null && variable.kind === "associative") {
      shell.stop(`${name}=(...) has elements with and without a key`);
    }
    const isBack = variable.kind === "indexed" && Number(key) < 0;
    const place = isBack ? String(variable.nextIndex + Number(key)) : (key ?? String(next));
    variable.items.set(place, valueFor(shell, variable, text, adds ? (variable.at(place) ?? "") : null));
    if (variable.kind === "indexed") next = Number(place) + 1;
  }
}

function assignPairs(shell: Shell, variable: Variable, added: readonly Element[]): void {
  for (let at = 0; at < added.length; at += 2) {
    const value = valueFor(shell, variable, added[at + 1]?.text ?? "", null);
    variable.items.set(added[at]?.text ?? "", value);
  }
}

/** An element that is written as `[key]=value`. */
function keyedElement(word: Word): { index: Word; value: Word; append: boolean } | null {
  if (!word.text.startsWith("[")) return null;
  const command = parseScript(`x${word.text}`).commands[0]?.command;
  const node = command?.type === "Command" ? command.prefix[0] : undefined;
  if (node?.type !== "Assignment" || node.index === undefined || node.value.type === "ArrayValue")
    return null;
  return { index: node.index, value: node.value, append: node.append === true };
}

/** The words of a text split at `IFS`, as `read` splits it. */
export function splitText(text: string, separators: string): string[] {
  return splitFields([{ text, isQuoted: false, isSplit: true }], separators).map((field) => field.text);
}
