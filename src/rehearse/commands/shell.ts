import { writeFile } from "../files/changes.ts";
import { globDefaults, globOverlay } from "../files/glob.ts";
import type { Overlay } from "../files/overlay.ts";
import { SystemError } from "../files/system-error.ts";
import { decodeLoosely, encodeUtf8 } from "../files/text.ts";
import { resolveVirtual } from "../files/virtual-path.ts";
import type { CommandDesk } from "./command-desk.ts";
import { done, type EffectResult, failed } from "./effect.ts";
import { plainText } from "./shell-builtins.ts";
import {
  deepest,
  type Pipeline,
  type Redirection,
  readShellLine,
  type SimpleCommand,
  substitutesLists,
} from "./shell-line.ts";
import { noOptions, type ShellOptions, withOptions } from "./shell-options.ts";
import type { Word } from "./shell-text.ts";

const wildcard = /[*?[]/;

/** A variable is used that is not set, where the shell has been told to end at that. */
class UnsetVariable extends Error {}

/** Takes shell lines apart and hands each command to the desk, in the order in which a shell would start them. */
export class Shell {
  readonly #desk: CommandDesk;
  readonly #overlay: Overlay;
  readonly #variables: Map<string, string>;
  readonly #depth: number;
  #options: ShellOptions;
  #cwd: string;
  /** How the last pipeline ended. */
  #status = 0;
  /** How the last substitution of the command at hand ended. */
  #substituted = 0;
  #hasEnded = false;

  /** `cwd` is an absolute virtual path; `environment` is what the script passes on. */
  constructor(
    desk: CommandDesk,
    overlay: Overlay,
    cwd: string,
    environment: Readonly<Record<string, string>>,
    options: ShellOptions = noOptions,
    depth = 0,
  ) {
    this.#desk = desk;
    this.#overlay = overlay;
    this.#variables = new Map(Object.entries(environment));
    this.#options = options;
    this.#depth = depth;
    this.#cwd = cwd;
  }

  /** Answers a line. One that cannot be taken apart is recorded whole, and not run. */
  run(line: string, stdin = ""): EffectResult {
    const text = line.trim();
    const configured = this.#desk.configured(text, ["sh", "-c", text], this.#cwd);
    if (configured !== null) return configured;
    const pipelines = this.#depth > deepest ? null : readShellLine(text);
    if (pipelines === null || (this.#endsAtErrors(pipelines) && substitutesLists(pipelines)))
      return this.#desk.notRun(text, ["sh", "-c", text], this.#cwd);
    let stdout = "";
    let stderr = "";
    for (const [index, pipeline] of pipelines.entries()) {
      if (!runsAfter(pipeline, this.#status)) continue;
      const result = this.#pipeline(pipeline, stdin);
      stdout += result.stdout;
      stderr += result.stderr;
      this.#status = result.exitCode;
      const isLastOfList = (pipelines[index + 1]?.after ?? ";") === ";";
      const isError = this.#status !== 0 && isLastOfList;
      if (this.#hasEnded || (this.#options.errexit && isError)) break;
    }
    return { stdout, stderr, exitCode: this.#status };
  }

  /** Whether a list that fails within a substitution ends that as well is another matter in sh than in bash. */
  #endsAtErrors(pipelines: readonly Pipeline[]): boolean {
    const setting = pipelines.flatMap(({ commands }) => commands.map(({ words }) => words.map(plainText)));
    return (
      this.#options.errexit ||
      setting.some(([name, ...args]) => name === "set" && withOptions(noOptions, args.map(String))?.errexit)
    );
  }

  /** Each command of several is carried out in a shell of its own, which takes its folder and variables with it. */
  #pipeline({ commands }: Pipeline, stdin: string): EffectResult {
    let { stdout, stderr } = done(stdin);
    const codes: number[] = [];
    for (const command of commands) {
      const shell = commands.length === 1 ? this : this.#subshell();
      const result = shell.#command(command, stdout);
      stdout = result.stdout;
      stderr += result.stderr;
      codes.push(result.exitCode);
    }
    const last = codes.at(-1) ?? 0;
    const exitCode = this.#options.pipefail ? (codes.findLast((code) => code !== 0) ?? 0) : last;
    return { stdout, stderr, exitCode };
  }

  #subshell(options = this.#options, depth = this.#depth): Shell {
    const variables = Object.fromEntries(this.#variables);
    return new Shell(this.#desk, this.#overlay, this.#cwd, variables, options, depth);
  }

  #command(command: SimpleCommand, stdin: string): EffectResult {
    this.#substituted = 0;
    try {
      return this.#redirect(this.#carryOut(command, stdin), command.redirections);
    } catch (error) {
      if (!(error instanceof UnsetVariable)) throw error;
      this.#hasEnded = true;
      return failed("sh", error.message);
    }
  }

  #carryOut({ assignments, words, redirections }: SimpleCommand, stdin: string): EffectResult {
    const [name, ...args] = words.flatMap((word) => this.#expand(word));
    if (name === undefined) {
      for (const one of assignments) this.#variables.set(one.name, this.#text(one.value));
      return { ...done(), exitCode: this.#substituted };
    }
    const values = assignments.map((one) => [one.name, this.#text(one.value)] as const);
    switch (name) {
      case "export":
        for (const [key, value] of values) this.#variables.set(key, value);
        return done();
      case "set":
        this.#options = withOptions(this.#options, args) ?? this.#options;
        return done();
      case "unset":
        for (const key of args) this.#variables.delete(key);
        return done();
      case "cd":
        return this.#changeFolder(args[0]);
      case "exit":
        this.#hasEnded = true;
        return { ...done(), exitCode: exitCodeOf(args[0] ?? `${this.#status}`) };
      case "exec":
        this.#hasEnded = true;
    }
    const input = redirections.find(({ stream }) => stream === "stdin");
    const given = input === undefined ? stdin : this.#fileText(input);
    if (given === null) return failed("sh", "No such file or directory");
    const isWrapped = ["sudo", "exec", "command"].includes(name) && args[0]?.startsWith("-") === false;
    return this.#desk.run(isWrapped ? args : [name, ...args], this.#cwd, given);
  }

  #changeFolder(folder: string | undefined): EffectResult {
    const path = resolveVirtual(this.#cwd, folder ?? "/");
    if (this.#overlay.tree.find(path)?.kind !== "folder")
      return failed("cd", `${folder}: No such file or directory`);
    this.#cwd = path;
    return done();
  }

  #fileText({ target }: Redirection): string | null {
    const path = resolveVirtual(this.#cwd, this.#text(target ?? []));
    return this.#overlay.tree.find(path)?.kind === "file" ? decodeLoosely(this.#overlay.read(path)) : null;
  }

  /** What a command that was not run would have put into a file is not known, so nothing is put there. */
  #redirect(result: EffectResult, redirections: readonly Redirection[]): EffectResult {
    let { stdout, stderr } = result;
    for (const { stream, append, target } of redirections) {
      if (target === null || stream === "stdin") continue;
      const path = resolveVirtual(this.#cwd, this.#text(target));
      const isOut = stream !== "stderr";
      const text = isOut ? stdout : stderr;
      if (path !== "/dev/null" && text !== "") {
        try {
          writeFile(this.#overlay, path, encodeUtf8(text), append ? "append" : "replace");
        } catch (error) {
          if (error instanceof SystemError) return failed("sh", error.message);
          throw error;
        }
      }
      if (isOut) stdout = "";
      if (stream !== "stdout") stderr = "";
    }
    return { stdout, stderr, exitCode: result.exitCode };
  }

  /** The one text that a word becomes in an assignment and behind a redirection. */
  #text(word: Word): string {
    return word.map((part) => (part.kind === "text" ? part.text : this.#value(part))).join("");
  }

  /** The words that a word becomes: bare variables are split at blanks, and bare wildcards, theirs too, become file names. */
  #expand(word: Word): string[] {
    const words: string[] = [];
    let open = "";
    let isOpen = false;
    let isWild = false;
    const close = () => {
      if (isOpen) words.push(...(isWild ? this.#wildcards(open) : [open]));
      [open, isOpen, isWild] = ["", false, false];
    };
    for (const part of word) {
      const text = part.kind === "text" ? part.text : this.#value(part);
      if (part.quoted || part.kind === "text") {
        open += text;
        isOpen = true;
        isWild ||= !part.quoted && wildcard.test(text);
        continue;
      }
      for (const [index, piece] of text.split(/\s+/).entries()) {
        if (index > 0) close();
        open += piece;
        isOpen ||= piece !== "";
        isWild ||= wildcard.test(piece);
      }
    }
    close();
    return words;
  }

  #value(part: Exclude<Word[number], { kind: "text" }>): string {
    if (part.kind === "variable") {
      const value = this.#variables.get(part.name);
      if (value === undefined && this.#options.nounset)
        throw new UnsetVariable(`${part.name}: parameter not set`);
      return value ?? "";
    }
    const inner = this.#subshell({ ...this.#options, errexit: false }, this.#depth + 1);
    const { stdout, exitCode } = inner.run(part.line);
    this.#substituted = exitCode;
    return stdout.replace(/(?<!\n)\n+$/, "");
  }

  /** A pattern that matches nothing stays as it is written. */
  #wildcards(pattern: string): string[] {
    const options = { ...globDefaults, cwd: this.#cwd, onlyFiles: false };
    const matches = globOverlay(this.#overlay, [pattern], options).toSorted();
    return matches.length === 0 ? [pattern] : matches;
  }
}

function runsAfter({ after }: Pipeline, status: number): boolean {
  return after === ";" || (after === "&&") === (status === 0);
}

/** A shell ends with 2 when it is told to end with what is no number, and with one byte of what is one. */
function exitCodeOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) & 255 : 2;
}
