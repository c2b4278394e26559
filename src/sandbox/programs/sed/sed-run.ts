import { Refused } from "../../host/desk/program.ts";
import type { SedReader } from "./sed-input.ts";
import type { SedOutput } from "./sed-output.ts";
import type { Address, SedCommand, SedPattern, Substitution } from "./sed-script.ts";
import { substituted } from "./substitute.ts";

/** What a script is run with. */
export interface SedRunParts {
  readonly commands: readonly SedCommand[];
  readonly isQuiet: boolean;
  readonly delimiter: string;
  /** The text of a file that the script names; null when there is none. */
  readonly fileText: (name: string) => string | null;
  /** Where the script writes to a file that it names. */
  readonly fileOutput: (name: string) => SedOutput;
  /** Told of each pattern that was held against a line. */
  readonly matched: (pattern: SedPattern, method: string, isMatch: boolean) => void;
}

/** More commands than this mean that the script does not end. */
const mostSteps = 4_000_000;
const longestSpace = 32 * 1024 * 1024;

type Range = "inactive" | "active" | "closed";

/** How the run of a script over a text ended. */
export interface SedEnd {
  /** Null when the text was read to its end. */
  readonly exitCode: number | null;
}

/** A script with what it keeps from line to line and from text to text. */
export class SedRun {
  readonly #parts: SedRunParts;
  #hold = { text: "", isEnded: true };
  #space = { text: "", isEnded: true };
  #ranges: { state: Range; end: number }[] = [];
  #appended: (() => void)[] = [];
  #last: SedPattern | null = null;
  #steps = 0;

  constructor(parts: SedRunParts) {
    this.#parts = parts;
  }

  /** Runs the script over the lines of a reader. */
  over(reader: SedReader, output: SedOutput): SedEnd {
    this.#ranges = this.#parts.commands.map(({ from }) => ({
      state: from?.kind === "line" && from.number === 0 ? "active" : "inactive",
      end: 0,
    }));
    let keepsSpace = false;
    for (;;) {
      if (!keepsSpace) {
        const line = reader.next();
        if (line === null) return { exitCode: null };
        this.#space = line;
      }
      const end = this.#cycle(reader, output);
      if (end.prints && !this.#parts.isQuiet) output.line(this.#space.text, this.#space.isEnded);
      this.#append();
      if (end.exitCode !== null) return { exitCode: end.exitCode };
      keepsSpace = end.keepsSpace;
    }
  }

  #cycle(
    reader: SedReader,
    output: SedOutput,
  ): { prints: boolean; exitCode: number | null; keepsSpace: boolean } {
    const { commands } = this.#parts;
    const done = { prints: true, exitCode: null, keepsSpace: false };
    const deleted = { ...done, prints: false };
    let hasReplaced = false;
    for (let at = 0; at < commands.length; at++) {
      const command = commands[at] as SedCommand;
      this.#countStep();
      const applies = this.#selects(command, at, reader) !== command.isNegated;
      const { action } = command;
      if (!applies) {
        if (action.kind === "{") at = action.end - 1;
        continue;
      }
      switch (action.kind) {
        case "{":
        case "}":
          break;
        case "text": {
          const { text, name } = action;
          if (name === "i") output.raw(text);
          else if (name === "a") this.#appended.push(() => output.raw(text));
          else {
            const isInside =
              this.#ranges[at]?.state === "active" && command.to !== null && !command.isNegated;
            if (!isInside) output.raw(text);
            return deleted;
          }
          break;
        }
        case "branch":
          if (action.name === "b" || (action.name === "t") === hasReplaced) at = action.target - 1;
          if (action.name !== "b") hasReplaced = false;
          break;
        case "quit":
          return { ...done, prints: action.name === "q", exitCode: action.exitCode };
        case "file":
          this.#withFile(action, output);
          break;
        case "transliterate":
          this.#space.text = [...this.#space.text].map((one) => action.pairs.get(one) ?? one).join("");
          break;
        case "substitute":
          if (this.#substitute(action.substitution, output)) hasReplaced = true;
          break;
        case "simple": {
          const end = this.#simple(action.name, reader, output);
          if (end === "restart") return { ...deleted, keepsSpace: true };
          if (end === "delete") return deleted;
          if (end === "print and end") return { ...done, exitCode: 0 };
          if (end === "end") return { ...deleted, exitCode: 0 };
        }
      }
    }
    return done;
  }

  #countStep(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Refused("sed", "a loop", "it does not come to its end");
    if (this.#space.text.length > longestSpace)
      throw new Refused("sed", "a loop", "its text grows without end");
  }

  /** Says whether anything was replaced. */
  #substitute(substitution: Substitution, output: SedOutput): boolean {
    const pattern = this.#pattern(substitution.pattern);
    const result = substituted(this.#space.text, pattern.pattern, substitution);
    this.#parts.matched(pattern, "sed s", result.hasMatch);
    if (result.text === null) return false;
    this.#space.text = result.text;
    if (substitution.prints) output.line(this.#space.text, this.#space.isEnded);
    if (substitution.file !== null)
      this.#named(substitution.file, output).line(this.#space.text, this.#space.isEnded);
    return true;
  }

  #withFile({ name, file }: { readonly name: string; readonly file: string }, output: SedOutput): void {
    if (name === "r") this.#appended.push(() => output.raw(this.#parts.fileText(file) ?? ""));
    else this.#named(file, output).line(this.#space.text, this.#space.isEnded);
  }

  #simple(
    name: string,
    reader: SedReader,
    output: SedOutput,
  ): "delete" | "restart" | "end" | "print and end" | null {
    const space = this.#space;
    const line = space.text.indexOf(this.#parts.delimiter);
    if (name === "=") output.raw(`${reader.number}\n`);
    else if (name === "F") output.raw(`${reader.current?.name ?? "-"}\n`);
    else if (name === "d") return "delete";
    else if (name === "D") {
      if (line === -1) return "delete";
      space.text = space.text.slice(line + 1);
      return "restart";
    } else if (name === "g") space.text = this.#hold.text;
    else if (name === "G") space.text += this.#parts.delimiter + this.#hold.text;
    else if (name === "h") this.#hold = { ...this.#hold, text: space.text };
    else if (name === "H") this.#hold.text += this.#parts.delimiter + space.text;
    else if (name === "x") [this.#space, this.#hold] = [this.#hold, this.#space];
    else if (name === "z") space.text = "";
    else if (name === "p") output.line(space.text, space.isEnded);
    else if (name === "P") output.line(line === -1 ? space.text : space.text.slice(0, line));
    else {
      if (reader.isLast) return name === "n" || !this.#parts.isQuiet ? "print and end" : "end";
      if (name === "n" && !this.#parts.isQuiet) output.line(space.text, space.isEnded);
      this.#append();
      const next = reader.next() ?? { text: "", isEnded: true };
      this.#space = name === "n" ? next : { ...next, text: space.text + this.#parts.delimiter + next.text };
    }
    return null;
  }

  #append(): void {
    const appended = this.#appended;
    this.#appended = [];
    for (const act of appended) act();
  }

  #named(file: string, output: SedOutput): SedOutput {
    return file === "/dev/stdout" ? output : this.#parts.fileOutput(file);
  }

  /** The pattern itself, or for an empty one the last that was used. */
  #pattern(asked: SedPattern): SedPattern & { readonly pattern: NonNullable<SedPattern["pattern"]> } {
    const used = asked.pattern === null ? this.#last : asked;
    if (used?.pattern == null) throw new Refused("sed", "an empty pattern", "there is none before it");
    this.#last = used;
    return { ...used, pattern: used.pattern };
  }

  #selects({ from, to }: SedCommand, at: number, reader: SedReader): boolean {
    const range = this.#ranges[at];
    if (from === null || range === undefined) return true;
    if (to === null) return this.#isAt(from, reader);
    if (range.state === "active") {
      if (to.kind === "line" || to.kind === "more" || to.kind === "multiple") {
        const end = to.kind === "line" ? to.number : range.end;
        if (reader.number >= end) range.state = "closed";
        return reader.number <= end || (to.kind === "line" && this.#isAt(from, reader));
      }
      if (this.#isAt(to, reader)) range.state = "closed";
      return true;
    }
    if (!this.#isAt(from, reader)) return false;
    range.end = reader.number;
    if (to.kind === "line") range.end = to.number;
    else if (to.kind === "more") range.end += to.count;
    else if (to.kind === "multiple") range.end = to.of === 0 ? 0 : Math.ceil(reader.number / to.of) * to.of;
    const isOneLine =
      to.kind !== "pattern" && to.kind !== "last" && to.kind !== "step" && range.end <= reader.number;
    range.state = isOneLine ? "closed" : "active";
    return true;
  }

  #isAt(address: Address, reader: SedReader): boolean {
    switch (address.kind) {
      case "line":
        return reader.number === address.number;
      case "last":
        return reader.isLast;
      case "step":
        if (address.step <= 0) return reader.number === address.first;
        return reader.number >= address.first && (reader.number - address.first) % address.step === 0;
      case "pattern": {
        const used = this.#pattern(address.pattern);
        const isMatch = used.pattern.test(this.#space.text);
        this.#parts.matched(used, "sed address", isMatch);
        return isMatch;
      }
      default:
        return false;
    }
  }
}
