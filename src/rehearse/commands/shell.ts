import { writeFile } from "../files/changes.ts";
import { globDefaults, globOverlay } from "../files/glob.ts";
import type { Overlay } from "../files/overlay.ts";
import { SystemError } from "../files/system-error.ts";
import { decodeLoosely, encodeUtf8 } from "../files/text.ts";
import { resolveVirtual } from "../files/virtual-path.ts";
import type { CommandDesk } from "./command-desk.ts";
import { done, type EffectResult, failed } from "./effect.ts";
import { type Pipeline, type Redirection, readShellLine, type SimpleCommand } from "./shell-line.ts";
import type { Word } from "./shell-text.ts";

/** A substitution can hold substitutions; nobody nests them this deeply. */
const maxDepth = 10;

/** Takes shell lines apart and hands each command to the desk, in the order in which a shell would start them. */
export class Shell {
  readonly #desk: CommandDesk;
  readonly #overlay: Overlay;
  readonly #variables: Map<string, string>;
  readonly #depth: number;
  #cwd: string;

  /** `cwd` is an absolute virtual path; `environment` is what the script passes on. */
  constructor(
    desk: CommandDesk,
    overlay: Overlay,
    cwd: string,
    environment: Readonly<Record<string, string>>,
    depth = 0,
  ) {
    this.#desk = desk;
    this.#overlay = overlay;
    this.#variables = new Map(Object.entries(environment));
    this.#depth = depth;
    this.#cwd = cwd;
  }

  /** Answers a line. One that cannot be taken apart is recorded whole, and not run. */
  run(line: string, stdin = ""): EffectResult {
    const text = line.trim();
    const configured = this.#desk.configured(text, ["sh", "-c", text], this.#cwd);
    if (configured !== null) return configured;
    const pipelines = this.#depth > maxDepth ? null : readShellLine(text);
    if (pipelines === null) return this.#desk.notRun(text, ["sh", "-c", text], this.#cwd);
    let last = done();
    let stdout = "";
    let stderr = "";
    for (const pipeline of pipelines) {
      if (!runsAfter(pipeline, last)) continue;
      last = this.#pipeline(pipeline, stdin);
      stdout += last.stdout;
      stderr += last.stderr;
    }
    return { stdout, stderr, exitCode: last.exitCode };
  }

  #pipeline({ commands }: Pipeline, stdin: string): EffectResult {
    let result = done(stdin);
    for (const command of commands) result = this.#command(command, result.stdout);
    return result;
  }

  #command({ assignments, words, redirections }: SimpleCommand, stdin: string): EffectResult {
    const argv = words.flatMap((word) => this.#expand(word));
    if (argv.length === 0 || argv[0] === "export") {
      for (const { name, value } of assignments) this.#variables.set(name, this.#expand(value).join(" "));
      return done();
    }
    if (argv[0] === "set") return done();
    if (argv[0] === "cd") return this.#changeFolder(argv[1]);
    const input = redirections.find(({ stream }) => stream === "stdin");
    const given = input === undefined ? stdin : this.#fileText(input);
    if (given === null) return failed("sh", "No such file or directory");
    const program = argv[0] === "sudo" || argv[0] === "exec" || argv[0] === "command" ? argv.slice(1) : argv;
    return this.#redirect(this.#desk.run(program, this.#cwd, given), redirections);
  }

  #changeFolder(folder: string | undefined): EffectResult {
    const path = resolveVirtual(this.#cwd, folder ?? "/");
    if (this.#overlay.tree.find(path)?.kind !== "folder")
      return failed("cd", `${folder}: No such file or directory`);
    this.#cwd = path;
    return done();
  }

  #fileText({ target }: Redirection): string | null {
    const path = resolveVirtual(this.#cwd, this.#expand(target ?? []).join(" "));
    return this.#overlay.tree.find(path)?.kind === "file" ? decodeLoosely(this.#overlay.read(path)) : null;
  }

  /** What a command that was not run would have put into a file is not known, so nothing is put there. */
  #redirect(result: EffectResult, redirections: readonly Redirection[]): EffectResult {
    let { stdout, stderr } = result;
    for (const { stream, append, target } of redirections) {
      if (target === null || stream === "stdin") continue;
      const path = resolveVirtual(this.#cwd, this.#expand(target).join(" "));
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

  /** The words that a word becomes: bare variables are split at blanks, bare wildcards become file names. */
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
        isWild ||= !part.quoted && /[*?[]/.test(text);
        continue;
      }
      for (const [index, piece] of text.split(/\s+/).entries()) {
        if (index > 0) close();
        open += piece;
        isOpen ||= piece !== "";
      }
    }
    close();
    return words;
  }

  #value(part: Exclude<Word[number], { kind: "text" }>): string {
    if (part.kind === "variable") return this.#variables.get(part.name) ?? "";
    const environment = Object.fromEntries(this.#variables);
    const inner = new Shell(this.#desk, this.#overlay, this.#cwd, environment, this.#depth + 1);
    return inner.run(part.line).stdout.replace(/(?<!\n)\n+$/, "");
  }

  /** A pattern that matches nothing stays as it is written. */
  #wildcards(pattern: string): string[] {
    const options = { ...globDefaults, cwd: this.#cwd, onlyFiles: false };
    const matches = globOverlay(this.#overlay, [pattern], options).toSorted();
    return matches.length === 0 ? [pattern] : matches;
  }
}

function runsAfter({ after }: Pipeline, last: EffectResult): boolean {
  return after === ";" || (after === "&&") === (last.exitCode === 0);
}
