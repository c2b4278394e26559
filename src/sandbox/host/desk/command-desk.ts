import type { Workspace } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Script } from "../../script.ts";
import type { Overlay } from "../files/overlay.ts";
import { viewOf } from "../files/overlay-view.ts";
import { encodeUtf8 } from "../files/text.ts";
import { toRepositoryPath, toVirtualPath, virtualRoot } from "../files/virtual-path.ts";
import type { Recorder } from "../record/recorder.ts";
import type { CommandAnswer } from "../record/run-record.ts";
import type { Answer, Answerer, Question, Undoer } from "./answer.ts";
import { configuredAnswer } from "./configured-answer.ts";
import type { Effect, EffectCall, EffectResult } from "./effect.ts";
import { Refused } from "./program.ts";
import { commandLine } from "./shown-command.ts";

/** What the desk knows of the run that it serves. */
export interface DeskParts {
  readonly answers: Script["answers"];
  /** Answers the pure questions that are known, of all programs. */
  readonly answer: Answerer;
  /** Tells what a command takes back of the changes before it. */
  readonly undone: Undoer;
  /** What is carried out on the overlay, by program; everything else is recorded and not run. */
  readonly effects: ReadonlyMap<string, Effect>;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly overlay: Overlay;
  readonly recorder: Recorder;
  readonly replaceInLines: EffectCall["replaceInLines"];
}

/** What a command said, and whether anything is known of it. */
export interface DeskResult extends EffectResult {
  readonly isKnown: boolean;
}

/** Takes every process that the script wants to start, records it, and answers it without starting anything. */
export class CommandDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** `cwd` is an absolute virtual path, which need not exist. */
  run(argv: readonly string[], cwd: string, stdin = ""): DeskResult {
    const command = commandLine(argv);
    const configured = this.configured(command, argv, cwd);
    if (configured !== null) return configured;
    const answer = this.#answer(argv, command, cwd);
    if (answer !== null) return this.#record("computed", command, argv, cwd, answer);
    if (this.#takesBack(argv, command, cwd))
      return this.#record("computed", command, argv, cwd, { stdout: "", stderr: "", exitCode: 0, named: [] });
    const effect = this.#parts.effects.get(argv[0] ?? "");
    const { overlay, replaceInLines } = this.#parts;
    const result = effect?.({ args: argv.slice(1), cwd, stdin, overlay, replaceInLines }) ?? null;
    if (result !== null) return this.#record("computed", command, argv, cwd, { ...result, named: [] });
    return this.notRun(command, argv, cwd);
  }

  /** The configured answer to a command or to a whole shell line; null when there is none. */
  configured(command: string, argv: readonly string[], cwd: string): DeskResult | null {
    const stdout = configuredAnswer(command, this.#parts.answers);
    if (stdout === null) return null;
    return this.#record("configured", command, argv, cwd, { stdout, stderr: "", exitCode: 0, named: [] });
  }

  /** The configured answer of an address, which is recorded like a command; null when there is none. */
  fetch(url: string): string | null {
    const [command, argv] = [`fetch ${url}`, ["fetch", url]];
    const answer = this.configured(command, argv, virtualRoot);
    if (answer === null) this.notRun(command, argv, virtualRoot);
    return answer === null ? null : answer.stdout;
  }

  /** Records a command of which nothing is known. */
  notRun(command: string, argv: readonly string[], cwd: string): DeskResult {
    return this.#record("not run", command, argv, cwd, { stdout: "", stderr: "", exitCode: 0, named: [] });
  }

  /** Gives files back what they held before. True for a command that does so. */
  #takesBack(argv: readonly string[], command: string, cwd: string): boolean {
    const { overlay, recorder, undone } = this.#parts;
    const question = this.#question(argv, command, cwd);
    try {
      const restored = question === null ? null : undone(question);
      for (const [path, content] of restored ?? []) {
        if (content === null) overlay.remove(toVirtualPath(path), { recursive: false, force: true });
        else
          overlay.writeFile(toVirtualPath(path), typeof content === "string" ? encodeUtf8(content) : content);
      }
      return restored !== null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      recorder.stop(
        error.message,
        "make the release not depend on it, or rehearse natively with `command` and --engine command",
      );
      return false;
    }
  }

  #answer(argv: readonly string[], command: string, cwd: string): Answer | null {
    const question = this.#question(argv, command, cwd);
    return question === null ? null : this.#parts.answer(question);
  }

  #question(argv: readonly string[], command: string, cwd: string): Question | null {
    const inside = toRepositoryPath(cwd);
    if (inside === null) return null;
    const { repository, workspace, overlay, recorder } = this.#parts;
    const { writes, commands } = recorder;
    const view = viewOf(overlay);
    return { argv, command, cwd: inside, virtualRoot, view, writes, commands, repository, workspace };
  }

  #record(
    answer: CommandAnswer,
    command: string,
    argv: readonly string[],
    cwd: string,
    { stdout, stderr, exitCode, named }: Answer,
  ): DeskResult {
    this.#parts.recorder.command({
      command,
      argv,
      cwd: toRepositoryPath(cwd) ?? cwd,
      answer,
      stdout,
      named,
    });
    return { stdout, stderr, exitCode, isKnown: answer !== "not run" };
  }
}
