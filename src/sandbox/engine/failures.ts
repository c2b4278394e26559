import { type Ending, outOfMemory } from "../host/ending.ts";
import { doubtOf, exitOutcome } from "../host/record/exit-outcome.ts";
import type { Recorder } from "../host/record/recorder.ts";
import type { Origin, Outcome } from "../host/record/run-record.ts";
import { framesOf } from "../host/record/stack.ts";
import type { Loader } from "../modules/loader.ts";

/** Something that the script threw and nobody caught, as the guest describes it. */
export interface Thrown {
  /** As Node prints it, without the stack. */
  readonly text: string;
  readonly message: string;
  readonly stack: string;
  /** What to do about it, when it is an error of ours for something that a rehearsal does not do; else null. */
  readonly refused: string | null;
}

const missingExport = /^Could not find export '(.*)' in module '(.*)'$/s;

/** The globals by which programs that run scripts differ from Node, as the engine says that it has none of them. */
const otherRuntime = /^ReferenceError: '?(Deno|Bun)'? is not defined/;

/** Decides what the end of a script means: that a native run would fail too, or that only the sandbox could not go on. */
export class Failures {
  readonly #loader: Loader;
  readonly #recorder: Recorder;
  readonly #ending: Ending;

  constructor(loader: Loader, recorder: Recorder, ending: Ending) {
    this.#loader = loader;
    this.#recorder = recorder;
    this.#ending = ending;
  }

  /** The script ended, by itself or by `process.exit`. */
  exited(exitCode: number, origin: Origin | null): void {
    this.#ending.set(exitOutcome(this.#recorder, exitCode, origin));
  }

  /** Nothing is left to do, and the script still waits; Node ends with code 13 then. */
  unsettled(isExhausted: boolean): void {
    // Only the first end counts.
    if (isExhausted) this.#ending.stop(outOfMemory.message, outOfMemory.help, null);
    const message = `the script waits for something that never happens${doubtOf(this.#recorder)}`;
    this.#ending.set({ ended: "failed", message, exitCode: 13, origin: null });
  }

  /** The configuration names a function that the module does not export. */
  noFunction(name: string, exported: readonly string[]): void {
    const help = `correct the function of \`calls\`; the module exports ${exported.join(", ") || "nothing"}`;
    this.#ending.stop(`the module exports no function \`${name}\``, help, null);
  }

  uncaught(thrown: Thrown): void {
    this.#ending.set(this.#outcomeOf(thrown));
  }

  #outcomeOf({ text, message, stack, refused }: Thrown): Outcome {
    const known = this.#loader.refusals.endFor(message);
    if (known !== null) return known;
    const origin = this.#originIn(stack);
    if (refused !== null) return { ended: "stopped", message, help: refused, origin };
    const bound = boundOf(text);
    if (bound !== null) return { ended: "stopped", ...bound, origin };
    const runtime = otherRuntime.exec(text)?.[1];
    if (runtime !== undefined) return { ended: "stopped", ...writtenFor(runtime), origin };
    const link = missingExport.exec(message);
    if (link !== null) return this.#unlinked(link[1] ?? "", link[2] ?? "", message);
    const syntax = text.startsWith("SyntaxError") ? this.#unreadable(text, stack) : null;
    return syntax ?? { ended: "failed", message: `${text}${doubtOf(this.#recorder)}`, exitCode: 1, origin };
  }

  #unlinked(name: string, module: string, message: string): Outcome {
    const origin = this.#loader.placeOfImport(name, module);
    if (module.startsWith("/")) return { ended: "failed", message, exitCode: 1, origin };
    const what = module.replace(/^rehearsal:\/packages\/(.*)\.js$/, "$1");
    const help =
      "make the release not depend on it, or rehearse natively with `command` and --engine command";
    return { ended: "stopped", message: `the sandbox's stand-in for ${what} has no ${name}`, help, origin };
  }

  /** Syntax that we can read and the engine cannot is no fault of the script. */
  #unreadable(text: string, stack: string): Outcome | null {
    const { value: frame } = framesOf(stack).next();
    const origin = !frame || frame.isRunning ? null : this.#loader.locate(frame);
    if (!frame || origin === null || !this.#loader.isReadable(frame.module)) return null;
    const help = "write it in the syntax of ES2023, or rehearse natively with `command` and --engine command";
    return {
      ended: "stopped",
      message: `the sandbox's engine cannot read the script: ${text}`,
      help,
      origin,
    };
  }

  #originIn(stack: string): Origin | null {
    for (const frame of framesOf(stack)) {
      const origin = this.#loader.locate(frame);
      if (origin !== null) return origin;
    }
    return null;
  }
}

/** A script that a native run would give to another program than Node is not at fault. */
function writtenFor(runtime: string): { message: string; help: string } {
  return {
    message: `the script is written for ${runtime}, which the sandbox is not`,
    help: "rehearse it natively with `command` and --engine command",
  };
}

function boundOf(text: string): { message: string; help: string } | null {
  if (text === "InternalError: out of memory") {
    return outOfMemory;
  }
  if (/^InternalError: (?:stack overflow|string too long)/.test(text)) {
    return {
      message: `the script went beyond a bound of the sandbox: ${text}`,
      help: "look for an endless recursion",
    };
  }
  return null;
}
