import type { Ending } from "../ending.ts";
import { decodeUtf8 } from "../files/text.ts";
import { toRepositoryPath } from "../files/virtual-path.ts";
import type { Command, GlobQuestion, LogLine, Look, Origin, PatternQuestion, Write } from "./run-record.ts";

/** A script that does more than this is running wild. */
const maxEvents = 250_000;
const maxWrittenBytes = 256 * 1024 * 1024;
const maxLogLength = 16 * 1024 * 1024;
/** In characters of commands, patterns, paths and matches: few long questions fill the memory as many short ones do. */
const maxAskedLength = 128 * 1024 * 1024;

/** Everything that a run did, in order of time, each with the place in the script that did it. */
export class Recorder {
  readonly writes: Write[] = [];
  readonly commands: Command[] = [];
  readonly globs: GlobQuestion[] = [];
  readonly patterns: PatternQuestion[] = [];
  readonly looks: Look[] = [];
  readonly log: LogLine[] = [];
  readonly #origin: () => Origin;
  readonly #ending: Ending;
  #events = 0;
  #writtenBytes = 0;
  #logLength = 0;
  #askedLength = 0;

  /** `origin` gives the place in the script that is running right now. */
  constructor(origin: () => Origin, ending: Ending) {
    this.#origin = origin;
    this.#ending = ending;
  }

  /** A change of a file at an absolute virtual path; what lies outside of the root, or is git's own, is no write. */
  write(path: string, before: Uint8Array | null, after: Uint8Array | null): void {
    this.#writtenBytes += (before?.length ?? 0) + (after?.length ?? 0);
    if (this.#writtenBytes > maxWrittenBytes) this.stop("the script writes more than 256 MiB");
    const inside = toRepositoryPath(path);
    if (inside === null || inside.startsWith(".git/") || !this.#count()) return;
    this.writes.push({
      path: inside,
      before: content(before),
      after: content(after),
      origin: this.#origin(),
    });
  }

  command(command: Omit<Command, "origin" | "writesBefore" | "inner">): void {
    if (!this.#count(command.command, command.stdout)) return;
    const place = { origin: this.#origin(), writesBefore: this.writes.length };
    this.commands.push({ ...command, ...place, inner: 0 });
  }

  /** Sets what a command has said and started that was recorded before it ran. */
  complete(index: number, stdout: string): void {
    const command = this.commands[index];
    const inner = this.commands.length - 1 - index;
    if (command !== undefined && this.#count(stdout)) this.commands[index] = { ...command, stdout, inner };
  }

  /** How much there is of everything, for `reset`. */
  mark(): readonly number[] {
    return this.#lists.map(({ length }) => length);
  }

  /** Forgets what has been recorded since a mark. */
  reset(mark: readonly number[]): void {
    for (const [index, list] of this.#lists.entries()) list.length = mark[index] ?? 0;
  }

  get #lists(): readonly { length: number }[] {
    return [this.writes, this.commands, this.globs, this.patterns, this.looks, this.log];
  }

  glob(question: Omit<GlobQuestion, "origin">): void {
    const { patterns, ignore, matches } = question;
    if (this.#count(...[patterns, ignore, matches].map((all) => all.join(" "))))
      this.globs.push({ ...question, origin: this.#origin() });
  }

  pattern(question: Omit<PatternQuestion, "origin" | "writesBefore">): void {
    if (!this.#count(question.pattern)) return;
    this.patterns.push({ ...question, origin: this.#origin(), writesBefore: this.writes.length });
  }

  /** A look at an absolute virtual path; what lies outside of the root is not recorded. */
  look(path: string, how: Look["how"], found: boolean): void {
    const inside = toRepositoryPath(path);
    if (inside === null || !this.#count(inside)) return;
    this.looks.push({ path: inside, how, found, origin: this.#origin() });
  }

  print(stream: LogLine["stream"], text: string): void {
    this.#logLength += text.length + 1;
    if (this.#logLength > maxLogLength) this.stop("the script prints more than 16 Mi characters");
    const after = { writes: this.writes.length, commands: this.commands.length };
    if (this.#count()) this.log.push({ stream, text, after });
  }

  /** Counts an event and the texts that are asked with it. False when the run has ended. */
  #count(...asked: readonly string[]): boolean {
    this.#events += 1;
    for (const { length } of asked) this.#askedLength += length;
    if (this.#askedLength > maxAskedLength) this.stop("the script asks for more than 128 Mi characters");
    if (this.#events > maxEvents) this.stop("the script asks for more than 250,000 things");
    return !this.#ending.isReached;
  }

  /** Ends the run at the place of the script that is running. */
  stop(message: string, help = "look for an endless loop at this place of the script"): void {
    this.#ending.stop(message, help, this.#origin());
  }
}

function content(bytes: Uint8Array | null): string | Uint8Array | null {
  return bytes === null ? null : (decodeUtf8(bytes) ?? bytes);
}
