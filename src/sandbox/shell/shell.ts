import type { CommandDesk, DeskResult } from "../host/desk/command-desk.ts";
import { done, type EffectResult, failed } from "../host/desk/effect.ts";
import { commandLine } from "../host/desk/shown-command.ts";
import type { Overlay } from "../host/files/overlay.ts";
import { decodeLoosely } from "../host/files/text.ts";
import { resolveVirtual } from "../host/files/virtual-path.ts";
import { deepest, followedLine, onlyCleans } from "./shell-followed.ts";
import { pathsMatching } from "./shell-glob.ts";
import { type Pipeline, readShellLine, type SimpleCommand } from "./shell-line.ts";
import { noOptions, type ShellOptions } from "./shell-options.ts";
import { ShellState } from "./shell-state.ts";
import { Streams } from "./shell-streams.ts";
import type { Word } from "./shell-text.ts";
import { textOfWord, wordsOfWord } from "./shell-words.ts";

/** What passes on what it is given, so that nothing is known of the one when nothing is known of the other. */
const filters = new Set(["cat", "head", "sed", "sort", "tail"]);

/** A variable is used that is not set, where the shell has been told to end at that. */
class UnsetVariable extends Error {}

/** What a command is given by the one before it in its pipeline. */
interface Input {
  readonly text: string;
  /** False when the one before it was not run. */
  readonly isKnown: boolean;
}

/** Takes shell lines apart and hands each command to the desk, in the order in which a shell would start them. */
export class Shell {
  readonly #desk: CommandDesk;
  readonly #overlay: Overlay;
  readonly #state: ShellState;
  readonly #depth: number;
  /** How the last substitution of the command at hand ended, and the errors of all of them. */
  #substituted = { exitCode: 0, stderr: "" };

  /** `cwd` is an absolute virtual path; `environment` is what the script passes on. */
  static start(
    desk: CommandDesk,
    overlay: Overlay,
    cwd: string,
    environment: Readonly<Record<string, string>>,
    options: ShellOptions = noOptions,
  ): Shell {
    return new Shell(desk, overlay, new ShellState(cwd, Object.entries(environment), [], options));
  }

  constructor(desk: CommandDesk, overlay: Overlay, state: ShellState, depth = 0) {
    this.#desk = desk;
    this.#overlay = overlay;
    this.#state = state;
    this.#depth = depth;
  }

  /** Answers a line. One that cannot be taken apart is recorded whole, and not run. */
  run(line: string, stdin = ""): EffectResult {
    const text = line.trim();
    const configured = this.#desk.configured(text, ["sh", "-c", text], this.#state.cwd);
    if (configured !== null) return configured;
    const { options, constants } = this.#state;
    const around = { options, constants, textOf: (path: string) => this.#textOf(path) };
    const pipelines = this.#depth > deepest ? null : followedLine(text, around);
    if (pipelines === null) return this.#desk.notRun(text, ["sh", "-c", text], this.#state.cwd);
    const { stdout, stderr, exitCode } = this.#pipelines(pipelines, stdin);
    const last = this.#end();
    return { stdout: stdout + last.stdout, stderr: stderr + last.stderr, exitCode };
  }

  #pipelines(pipelines: readonly Pipeline[], stdin: string): EffectResult {
    const state = this.#state;
    let stdout = "";
    let stderr = "";
    for (const [index, pipeline] of pipelines.entries()) {
      if (!runsAfter(pipeline, state.status)) continue;
      const result = this.#pipeline(pipeline, stdin);
      stdout += result.stdout;
      stderr += result.stderr;
      state.status = result.exitCode;
      const isLastOfList = (pipelines[index + 1]?.after ?? ";") === ";";
      state.hasEnded ||= state.options.errexit && state.status !== 0 && isLastOfList;
      if (state.hasEnded) break;
    }
    return { stdout, stderr, exitCode: pipelines.length === 0 ? 0 : state.status };
  }

  /** Does what is left for the end, which does not change how the shell ends. */
  #end(): EffectResult {
    const action = this.#state.atEnd;
    if (!onlyCleans(action)) return this.#desk.notRun(action, ["sh", "-c", action], this.#state.cwd);
    this.#state.hasEnded = false;
    return this.#pipelines(readShellLine(action) ?? [], "");
  }

  /** Each command of several is carried out in a shell of its own, which takes its folder and variables with it. */
  #pipeline({ commands }: Pipeline, stdin: string): EffectResult {
    let input: Input = { text: stdin, isKnown: true };
    let stderr = "";
    const codes: number[] = [];
    for (const command of commands) {
      const shell = commands.length === 1 ? this : this.#subshell();
      const result = shell.#command(command, input);
      input = { text: result.stdout, isKnown: result.isKnown };
      stderr += result.stderr;
      codes.push(result.exitCode);
    }
    const last = codes.at(-1) ?? 0;
    const exitCode = this.#state.options.pipefail ? (codes.findLast((code) => code !== 0) ?? 0) : last;
    return { stdout: input.text, stderr, exitCode };
  }

  #subshell(options = this.#state.options, depth = this.#depth): Shell {
    return new Shell(this.#desk, this.#overlay, this.#state.copy(options), depth);
  }

  /** Words come first, then redirections, then assignments, and what each of them says goes where it then belongs. */
  #command(command: SimpleCommand, input: Input): DeskResult {
    this.#substituted = { exitCode: 0, stderr: "" };
    try {
      const argv = command.words.flatMap((word) => this.#words(word));
      const streams = new Streams(
        this.#overlay,
        command.redirections.map(({ target, ...rest }) => ({
          ...rest,
          target: typeof target === "string" ? target : { path: this.#path(this.#text(target)) },
        })),
      );
      const before = this.#substituted.stderr;
      this.#substituted.stderr = "";
      const result = this.#redirected(command, argv, streams, input);
      return { ...result, stderr: before + result.stderr };
    } catch (error) {
      if (!(error instanceof UnsetVariable)) throw error;
      this.#state.hasEnded = true;
      return { ...failed("sh", error.message), isKnown: true };
    }
  }

  /** What a command that was not run would have put into a file is not known, so nothing is put there. */
  #redirected({ assignments }: SimpleCommand, argv: string[], streams: Streams, input: Input): DeskResult {
    if (streams.obstacle !== null) {
      streams.open();
      return { ...failed("sh", streams.obstacle), isKnown: true };
    }
    const values: [string, string][] = [];
    for (const { name, value } of assignments) {
      const text = this.#text(value);
      values.push([name, text]);
      if (argv.length === 0) this.#state.assign([[name, text]]);
    }
    const { exitCode } = this.#substituted;
    // In bash the errors of an assignment alone are those of the shell around it.
    const isOutside = argv.length === 0 && this.#state.options.isBash;
    const { stderr } = this.#substituted;
    const [outside, inside] = isOutside ? [stderr, ""] : ["", stderr];
    const result: DeskResult =
      argv.length === 0
        ? { ...done(), exitCode, isKnown: true }
        : (this.#ofItsOwn(argv, values, input) ?? this.#program(argv, streams, input));
    const said = { ...result, stderr: inside + result.stderr };
    const left = result.isKnown ? streams.put(said) : said;
    return { ...left, stderr: outside + left.stderr, isKnown: result.isKnown };
  }

  #ofItsOwn(argv: readonly string[], values: readonly [string, string][], input: Input): DeskResult | null {
    const [name = "", path = ""] = argv;
    const result =
      name === "." || name === "source"
        ? this.#source(path, input)
        : this.#state.carryOut(argv, values, this.#overlay);
    return result === null ? null : { ...result, isKnown: true };
  }

  /** The line has been looked at with this file, which something may have changed since. */
  #source(path: string, { text: stdin }: Input): EffectResult {
    const state = this.#state;
    const text = state.sourcing > deepest ? null : this.#textOf(path);
    const pipelines = text === null ? null : readShellLine(text, state.options.isBash);
    if (pipelines === null) return this.#desk.notRun(commandLine([".", path]), [".", path], state.cwd);
    state.sourcing += 1;
    const result = this.#pipelines(pipelines, stdin);
    state.sourcing -= 1;
    return result;
  }

  #program([name = "", ...args]: readonly string[], streams: Streams, input: Input): DeskResult {
    const { cwd } = this.#state;
    if (name === "exec") [this.#state.hasEnded, this.#state.atEnd] = [true, ""];
    const isWrapped = ["sudo", "exec", "command"].includes(name) && args[0]?.startsWith("-") === false;
    const argv = isWrapped ? args : [name, ...args];
    const [program = "", ...operands] = argv;
    const met = streams.meets(operands.map((operand) => this.#path(operand)));
    const isFilter = filters.has(program);
    // Some programs refuse to read what they append to, and others never come to its end.
    if (met === "append" && isFilter) return this.#desk.notRun(commandLine(argv), argv, cwd);
    if (met === "replace") streams.open();
    const result = this.#desk.run(argv, cwd, streams.input ?? input.text);
    const isFed = streams.input === null && !operands.some((operand) => this.#textOf(operand) !== null);
    const isUnknown = isFilter && !input.isKnown && (isFed || operands.includes("-"));
    return isUnknown ? { ...result, stdout: "", isKnown: false } : result;
  }

  #path(path: string): string {
    return resolveVirtual(this.#state.cwd, path);
  }

  #textOf(path: string): string | null {
    const kind = this.#overlay.kindOf(this.#path(path));
    return kind === "file" ? decodeLoosely(this.#overlay.read(this.#path(path))) : null;
  }

  #text(word: Word): string {
    return textOfWord(word, (part) => this.#value(part));
  }

  #words(word: Word): string[] {
    const { cwd, options } = this.#state;
    const names = (pattern: string) => pathsMatching(this.#overlay, cwd, pattern);
    return wordsOfWord(word, (part) => this.#value(part), options.noglob ? null : names);
  }

  #value(part: Exclude<Word[number], { kind: "text" }>): string {
    const { variables, options } = this.#state;
    if (part.kind === "variable") {
      const value = variables.get(part.name);
      if (value === undefined && options.nounset) throw new UnsetVariable(`${part.name}: parameter not set`);
      return value ?? "";
    }
    const inner = this.#subshell({ ...options, errexit: false }, this.#depth + 1);
    const { stdout, stderr, exitCode } = inner.run(part.line);
    this.#substituted = { exitCode, stderr: this.#substituted.stderr + stderr };
    return stdout.replace(/(?<!\n)\n+$/, "");
  }
}

function runsAfter({ after }: Pipeline, status: number): boolean {
  return after === ";" || (after === "&&") === (status === 0);
}
