import type { Workspace } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Script } from "../../script.ts";
import type { Ending } from "../ending.ts";
import type { Overlay } from "../files/overlay.ts";
import { viewOf } from "../files/overlay-view.ts";
import { encodeUtf8 } from "../files/text.ts";
import { toRepositoryPath, toVirtualPath, virtualRoot } from "../files/virtual-path.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Command, CommandAnswer } from "../record/run-record.ts";
import type { Answer, Answerer, Question, Undoer } from "./answer.ts";
import { configuredAnswer } from "./configured-answer.ts";
import { type Program, type ProgramResult, Refused } from "./program.ts";
import { commandLine } from "./shown-command.ts";
import type { Ended, Started } from "./started.ts";

/** What the desk knows of the run that it serves. */
export interface DeskParts {
  readonly answers: Script["answers"];
  /** Answers the pure questions that are known, of all programs. */
  readonly answer: Answerer;
  /** Tells what a command takes back of the changes before it. */
  readonly undone: Undoer;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly overlay: Overlay;
  readonly recorder: Recorder;
  /** The programs that are carried out as the real ones would be; every other command is recorded and not run. */
  readonly programs: ReadonlyMap<string, Program>;
  /** The interpreter that a command is for; null for a command that starts no script. */
  readonly handingOf: (started: Started) => Handing | null;
  readonly ending: Ending;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Runs a script that a command names with the interpreter that it is for. */
export interface Handing {
  run(): Ended | NotFollowed;
}

/** A script that cannot be followed, so that nothing of it counts. */
export class NotFollowed {
  /** A clause without a full stop; null where nothing is known. */
  readonly why: string | null;

  constructor(why: string | null) {
    this.why = why;
  }
}

/** Takes every process that the script wants to start, records it, and answers it without starting anything. */
export class CommandDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  run(started: Started): Ended {
    const { argv, cwd } = started;
    const command = commandLine(argv);
    const configured = this.configured(command, argv, cwd);
    if (configured !== null) return configured;
    const answer = this.#answer(argv, command, cwd);
    if (answer !== null) return this.#record("computed", { command, argv, cwd }, answer);
    if (this.#takesBack(argv, command, cwd)) return this.#record("computed", { command, argv, cwd });
    return (
      this.#handOver(started, command) ?? this.#carryOut(started, command) ?? this.notRun(command, argv, cwd)
    );
  }

  /** What the script does is recorded behind the command that starts it. */
  #handOver(started: Started, command: string): Ended | null {
    const handing = this.#parts.handingOf(started);
    if (handing === null) return null;
    const { argv, cwd } = started;
    const { overlay, recorder } = this.#parts;
    const [files, events] = [overlay.snapshot(), recorder.mark()];
    const at = recorder.commands.length;
    this.#record("computed", { command, argv, cwd });
    const result = handing.run();
    if (result instanceof NotFollowed) {
      files.restore();
      recorder.reset(events);
      return this.notRun(command, argv, cwd, result.why);
    }
    recorder.complete(at, result.stdout);
    return result;
  }

  #carryOut(started: Started, command: string): Ended | null {
    const { argv, cwd } = started;
    const [name = "", ...args] = argv;
    const { programs, recorder } = this.#parts;
    const program = programs.get(name.slice(name.lastIndexOf("/") + 1));
    if (program === undefined) return null;
    const [events, at] = [recorder.mark(), recorder.commands.length];
    this.#record("computed", { command, argv, cwd });
    const result = this.#program(program, args, started);
    if (result === null) {
      recorder.reset(events);
      return null;
    }
    recorder.complete(at, result.stdout);
    return { ...result, isKnown: true };
  }

  /** A program that is asked for what it cannot do exactly ends the rehearsal. */
  #program(program: Program, args: readonly string[], started: Started): ProgramResult | null {
    const { cwd, env } = started;
    const { ending, overlay, now, recorder } = this.#parts;
    try {
      return program({
        args,
        cwd,
        env,
        overlay,
        clock: () => now,
        get stdin() {
          return started.stdin;
        },
        asked: (question) => {
          const path = toRepositoryPath(question.path);
          if (path === null) return;
          const matchesOriginal = question.matched || question.matchesOriginal();
          recorder.pattern({ ...question, path, matchesOriginal });
        },
        run: (argv, input = {}) => {
          const result = this.run({
            argv,
            cwd: input.cwd ?? cwd,
            env: input.env ?? env,
            get stdin() {
              return input.stdin ?? "";
            },
          });
          if (ending.isReached) throw new Refused(argv[0] ?? "", "", "the rehearsal has ended");
          return result;
        },
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const help = "write it in another way, or rehearse natively with `command` and --engine command";
      recorder.stop(error.message, help);
      return { stdout: "", stderr: "", exitCode: 1 };
    }
  }

  /** The configured answer to a command or to a whole shell line; null when there is none. */
  configured(command: string, argv: readonly string[], cwd: string): Ended | null {
    const stdout = configuredAnswer(command, this.#parts.answers);
    if (stdout === null) return null;
    return this.#record("configured", { command, argv, cwd }, { stdout });
  }

  /** What an address answers, configured or computed, which is recorded like a command; null when nothing is known of it. */
  fetch(url: string): { readonly body: string; readonly isFound: boolean } | null {
    const [command, argv] = [`fetch ${url}`, ["fetch", url]];
    const configured = this.configured(command, argv, virtualRoot);
    if (configured !== null) return { body: configured.stdout, isFound: true };
    const answer = this.#answer(argv, command, virtualRoot);
    if (answer === null) {
      this.notRun(command, argv, virtualRoot);
      return null;
    }
    this.#record("computed", { command, argv, cwd: virtualRoot }, answer);
    return { body: answer.stdout, isFound: answer.exitCode === 0 };
  }

  /** Records a command of which nothing is known; `why` is for one that starts a script which cannot be followed. */
  notRun(command: string, argv: readonly string[], cwd: string, why: string | null = null): Ended {
    return this.#record("not run", { command, argv, cwd, why });
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
    { command, argv, cwd, why = null }: Pick<Command, "command" | "argv" | "cwd"> & { why?: string | null },
    { stdout = "", stderr = "", exitCode = 0, named = [] }: Partial<Answer> = {},
  ): Ended {
    this.#parts.recorder.command({
      command,
      argv,
      cwd: toRepositoryPath(cwd) ?? cwd,
      answer,
      stdout,
      named,
      why,
    });
    return { stdout, stderr, exitCode, isKnown: answer !== "not run" };
  }
}
