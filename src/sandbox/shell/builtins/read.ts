import type { Shell } from "../shell.ts";
import { assignTo, splitText } from "../state/assign.ts";
import type { Source } from "../streams/descriptor.ts";
import { readOptions } from "./builtin.ts";

/** A character that was read, and whether a backslash stood before it. */
interface Given {
  readonly text: string;
  readonly isKept: boolean;
}

/** Reads one line into variables. */
export function read(shell: Shell, args: readonly string[]): number {
  const { options, operands } = shell.isBash
    ? readOptions(shell, "read", args, { flags: "res", valued: "pnNdatiu" })
    : readOptions(shell, "read", args, { flags: "r", valued: "p" });
  const source = shell.descriptor(Number(options.get("u") ?? 0)).source;
  if (source === null) return 1;
  const line = source.isTerminal ? answered(shell, options) : given(source, options);
  if (line === null) {
    assignAll(shell, operands, options, []);
    return 1;
  }
  assignAll(shell, operands, options, line.characters);
  return line.isEnded ? 0 : 1;
}

function answered(
  shell: Shell,
  options: ReadonlyMap<string, string>,
): { characters: Given[]; isEnded: boolean } {
  const question = options.get("p") ?? "";
  const isOneKey = options.get("n") === "1" || options.get("N") === "1";
  const answer = shell.host.answer(question, isOneKey);
  return { characters: [...answer].map((text) => ({ text, isKept: false })), isEnded: true };
}

function given(
  source: Source,
  options: ReadonlyMap<string, string>,
): { characters: Given[]; isEnded: boolean } | null {
  const count = options.get("N") ?? options.get("n");
  const isRaw = options.has("r");
  if (options.has("N")) {
    const text = source.take(Number(count));
    if (text === "") return null;
    return { characters: [...text].map(kept), isEnded: [...text].length === Number(count) };
  }
  const wanted = options.get("d");
  const delimiter = wanted === undefined ? "\n" : wanted === "" ? "\0" : wanted.slice(0, 1);
  if (count !== undefined) return someOf(source, Number(count), delimiter);
  const characters: Given[] = [];
  for (;;) {
    const piece = source.until(delimiter);
    if (piece === null) return characters.length === 0 ? null : { characters, isEnded: false };
    const text = piece.text.replaceAll("\0", "");
    const { isOpen } = addCharacters(characters, text, isRaw);
    if (!isOpen || !piece.isEnded) return { characters, isEnded: piece.isEnded };
    // A backslash before the end of the line joins the next one.
    if (delimiter !== "\n") characters.push({ text: delimiter, isKept: true });
  }
}

function someOf(
  source: Source,
  count: number,
  delimiter: string,
): { characters: Given[]; isEnded: boolean } | null {
  const characters: Given[] = [];
  while (characters.length < count) {
    const text = source.take(1);
    if (text === "") return characters.length === 0 ? null : { characters, isEnded: false };
    if (text === delimiter) break;
    characters.push({ text, isKept: false });
  }
  return { characters, isEnded: true };
}

function kept(text: string): Given {
  return { text, isKept: true };
}

function addCharacters(characters: Given[], text: string, isRaw: boolean): { isOpen: boolean } {
  const all = [...text];
  for (let at = 0; at < all.length; at++) {
    const character = all[at] ?? "";
    if (isRaw || character !== "\\") characters.push({ text: character, isKept: false });
    else if (at === all.length - 1) return { isOpen: true };
    else characters.push(kept(all[++at] ?? ""));
  }
  return { isOpen: false };
}

function assignAll(
  shell: Shell,
  names: readonly string[],
  options: ReadonlyMap<string, string>,
  characters: readonly Given[],
): void {
  const separators = shell.vars.text("IFS") ?? " \t\n";
  const whole = characters.map(({ text }) => text).join("");
  const array = options.get("a");
  if (array !== undefined) {
    const variable = shell.vars.ensure(array);
    [variable.kind, variable.value] = ["indexed", null];
    variable.items = new Map(splitText(whole, separators).map((text, index) => [String(index), text]));
    return;
  }
  if (options.has("N") || names.length === 0) {
    const [name = "REPLY", ...others] = names;
    shell.assignPlace(name, whole);
    for (const other of others) shell.assignPlace(other, "");
    return;
  }
  const splitting = new LineSplitter(characters, separators);
  for (const [index, name] of names.entries()) {
    const text = index === names.length - 1 ? splitting.rest() : splitting.next();
    if (/^[A-Za-z_]\w*$/.test(name)) assignTo(shell, name, { key: null, text, append: false });
    else shell.assignPlace(name, text);
  }
}

/** Takes one word after the other from a line. */
class LineSplitter {
  readonly #characters: readonly Given[];
  readonly #separators: string;
  #at = 0;

  constructor(characters: readonly Given[], separators: string) {
    this.#characters = characters;
    this.#separators = separators;
    this.#skipBlanks();
  }

  next(): string {
    let word = "";
    while (this.#at < this.#characters.length && !this.#isSeparator(this.#at)) word += this.#take();
    this.#skipBlanks();
    if (this.#isSeparator(this.#at) && !this.#isBlank(this.#at)) {
      this.#at += 1;
      this.#skipBlanks();
    }
    return word;
  }

  /** All that is left; one separator behind a single word belongs to the word. */
  rest(): string {
    const start = this.#at;
    const word = this.next();
    if (this.#at >= this.#characters.length) return word;
    let end = this.#characters.length;
    while (end > start && this.#isBlank(end - 1)) end -= 1;
    return this.#characters
      .slice(start, end)
      .map(({ text }) => text)
      .join("");
  }

  #take(): string {
    return this.#characters[this.#at++]?.text ?? "";
  }

  #skipBlanks(): void {
    while (this.#isBlank(this.#at)) this.#at += 1;
  }

  #isSeparator(at: number): boolean {
    const character = this.#characters[at];
    return character !== undefined && !character.isKept && this.#separators.includes(character.text);
  }

  #isBlank(at: number): boolean {
    return this.#isSeparator(at) && " \t\n".includes(this.#characters[at]?.text ?? "");
  }
}
