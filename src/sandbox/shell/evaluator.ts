import type { CommandExpansionPart, CommandNode, ProcessSubstitutionPart, Statement, Word } from "unbash";
import type { Argument } from "./argument.ts";
import { ArithmeticError, evaluateArithmetic } from "./arithmetic/evaluate.ts";
import { executeCommand, executeScript, executeStatements } from "./commands/execute.ts";
import { runWords } from "./commands/simple.ts";
import { runProcess, runSubstitution } from "./commands/substitute.ts";
import type { Piece } from "./expansion/pieces.ts";
import type { Standing } from "./expansion/standing.ts";
import { expandText, expandToText, piecesOfWord } from "./expansion/words.ts";
import { ExpansionError } from "./leaving.ts";
import type { Shell } from "./shell.ts";
import { inlineSource, type SourceText } from "./source-text.ts";
import { assignTo, placeOf } from "./state/assign.ts";
import { dynamicVariable } from "./state/dynamic.ts";
import { ShellState } from "./state/shell-state.ts";
import { specialParameter } from "./state/special.ts";
import type { Variable } from "./state/variable.ts";
import type { Descriptor } from "./streams/descriptor.ts";
import { nothing } from "./streams/descriptor.ts";

/** Nobody nests calls so deeply, and our own stack has an end. */
const maxDepth = 200;
const maxText = 64 * 1024 * 1024;

/** A shell or a subshell. What it knows how to do stands in the modules that are given it. */
export class Evaluator extends ShellState implements Shell {
  /** A subshell: everything as it is now, and nothing of it comes back. Traps are not inherited. */
  fork(): Shell {
    const shell = new Evaluator(this.forkedParts());
    shell.comeFrom(this);
    return shell;
  }

  /** Runs one more level of nesting. */
  nested<T>(run: () => T): T {
    if (this.depth >= maxDepth)
      this.stop("the script's calls nest too deeply", "look for an endless recursion");
    this.depth += 1;
    try {
      return run();
    } finally {
      this.depth -= 1;
    }
  }

  touch(offset: number): void {
    this.position.offset = offset;
  }

  /** Evaluates a text that is no part of the source, at the place that is running. */
  within<T>(text: string, run: () => T): T {
    const { position } = this;
    const source = inlineSource(text, position.source.name, position.origin(), position.line);
    return position.at(source, position.function, run);
  }

  run(statements: readonly Statement[]): void {
    executeStatements(this, statements);
  }

  runCommand(command: CommandNode): void {
    executeCommand(this, command);
  }

  /** Runs words as a command; functions are passed over where they do not count. */
  runArguments(args: readonly Argument[], withFunctions: boolean): void {
    runWords(this, args, [], withFunctions);
  }

  /** Runs a text as `eval` does. */
  runText(text: string, source: SourceText): void {
    this.position.at(source, this.position.function, () => executeScript(this, text));
  }

  /** Ends the rehearsal: the shell here cannot do what the script asks for. */
  stop(
    message: string,
    help = "simplify the script, or rehearse it natively with `command` and --engine command",
  ): never {
    return this.host.stop(message, help, this.position.origin());
  }

  /** Fails as an expansion of a real shell does, which ends the shell. */
  fail(message: string): never {
    throw new ExpansionError(message, this.isBash ? this.failure : 2);
  }

  /** Turns the RangeError of what would be too much into the end of the rehearsal. */
  bounded<T>(run: () => T): T {
    this.host.tick();
    try {
      return run();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.stop(`the script asks for too much: ${error.message}`, "look for an endless loop");
    }
  }

  /** Called for text that is kept in memory. */
  readonly grown = (length: number): void => {
    this.#kept += length;
    if (this.#kept > maxText)
      this.stop("the script keeps more than 64 Mi characters", "look for an endless loop");
  };
  #kept = 0;

  substitute(part: CommandExpansionPart): string {
    return runSubstitution(this, part);
  }

  substituteProcess(part: ProcessSubstitutionPart): string {
    return runProcess(this, part);
  }

  /** The value of an arithmetic text, after its expansions. */
  arithmetic(text: string): string {
    return this.evaluate(expandText(this, text).replaceAll('"', ""));
  }

  /** The value of an arithmetic expression in which nothing is left to expand. */
  evaluate(expression: string): string {
    try {
      return String(
        evaluateArithmetic(expression, {
          isBash: this.isBash,
          read: (place) => {
            const value = this.valueAt(place);
            if (value === null && this.options.has("nounset")) {
              this.fail(`${place}: ${this.isBash ? "unbound variable" : "parameter not set"}`);
            }
            return value;
          },
          write: (place, value) => this.assignPlace(place, value),
        }),
      );
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
      return this.stop(`the shell cannot evaluate an expression: ${error.message}`);
    }
  }

  pieces(word: Word, standing: Standing): Piece[] {
    return piecesOfWord(this, word, standing);
  }

  text(word: Word): string {
    return expandToText(this, word);
  }

  /** The key that a subscript of an array names. */
  subscript(name: string, word: Word): string {
    if (word.text === "@" || word.text === "*") return word.text;
    if (this.lookup(name)?.kind === "associative") return this.text(word);
    return this.#index(name, this.arithmetic(this.text(word)));
  }

  subscriptText(name: string, text: string): string {
    if (text === "@" || text === "*") return text;
    if (this.lookup(name)?.kind === "associative")
      return expandText(this, text).replace(/^(["'])(.*)\1$/s, "$2");
    return this.#index(name, this.arithmetic(text));
  }

  #index(name: string, value: string): string {
    const index = Number(value);
    const real = index < 0 ? (this.lookup(name)?.nextIndex ?? 0) + index : index;
    return real < 0 ? this.fail(`${name}: bad array subscript`) : String(real);
  }

  /** The variable that a name stands for, or one that the shell itself keeps; null when there is none. */
  lookup(name: string): Variable | null {
    return dynamicVariable(this, name) ?? this.vars.find(name);
  }

  /** The value of `$1`, `$?` and their kin, null when it is not set; undefined for what is none of them. */
  special(name: string): string | null | undefined {
    return specialParameter(this, name);
  }

  /** The value at `name` or `name[subscript]`. */
  valueAt(place: string): string | null {
    const { name, subscript } = placeOf(place);
    const special = this.special(name);
    if (special !== undefined) return special;
    const variable = this.lookup(name);
    return (subscript === null ? variable?.text : variable?.at(this.subscriptText(name, subscript))) ?? null;
  }

  assignPlace(place: string, value: string): void {
    const { name, subscript } = placeOf(place);
    const key = subscript === null ? null : this.subscriptText(name, subscript);
    assignTo(this, name, { key, text: value, append: false });
  }

  needsExtendedPatterns(text: string): void {
    if (this.isBash && (this.shopt.has("extglob") || this.position.isInCondition)) return;
    this.stop(`the pattern ${text} needs shopt -s extglob`);
  }

  /** Brings what has been written to open files into them. */
  flush(): void {
    for (const file of this.openFiles) file.flush();
  }

  descriptor(number: number): Descriptor {
    return this.descriptors.get(number) ?? nothing;
  }

  print(text: string, number = 1): void {
    this.descriptor(number).sink?.write(text);
  }

  /** Says what is wrong, as the shell does. */
  complain(message: string): void {
    const at = this.isBash ? `line ${this.position.line}: ` : `${this.position.line}: `;
    this.print(`${this.scriptName}: ${at}${message}\n`, 2);
  }
}
