import {
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
  Scope,
} from "quickjs-emscripten-core";
import * as v from "valibot";
import { type Ending, outOfMemory } from "../host/ending.ts";
import type { Loader } from "../modules/loader.ts";
import type { Bounds } from "../script.ts";
import type { Bridge } from "./bridge.ts";

/** What the script's calls may use; more would run into the stack of our own process. */
const stackBytes = 256 * 1024;

const dumpedError = v.fallback(v.object({ message: v.string(), stack: v.fallback(v.string(), "") }), {
  message: "out of memory",
  stack: "",
});

/** How many jobs run before the clock is looked at. */
const jobsPerTurn = 1000;

/** What an engine is put together of. */
interface SandboxParts {
  readonly engine: QuickJSWASMModule;
  readonly loader: Loader;
  readonly bridge: Bridge;
  readonly ending: Ending;
  readonly bounds: Bounds;
  /** When the time is over, on the clock of `performance.now()`. */
  readonly deadline: number;
}

/**
 * One engine with one script in it. The script reaches us through the bridge and the loader only. Whatever goes wrong
 * inside ends in the Ending, never in an exception.
 */
export class Sandbox {
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #ending: Ending;
  readonly #loader: Loader;
  readonly #bounds: Bounds;
  readonly #memory: { readonly buffer: { readonly byteLength: number } };
  readonly #deadline: number;
  readonly #scope = new Scope();
  /** The exports of `rehearsal:/run.js`. */
  #run: QuickJSHandle | null = null;
  #isBroken = false;

  constructor({ engine, loader, bridge, ending, bounds, deadline }: SandboxParts) {
    this.#ending = ending;
    this.#loader = loader;
    this.#bounds = bounds;
    this.#memory = engine.getWasmMemory();
    this.#deadline = deadline;
    this.#runtime = this.#scope.manage(engine.newRuntime());
    this.#runtime.setMemoryLimit(bounds.memoryMiB * 1024 * 1024);
    this.#runtime.setMaxStackSize(stackBytes);
    this.#runtime.setInterruptHandler(() => this.#mustStop());
    this.#runtime.setModuleLoader(
      (name) => asResult(() => loader.load(name)),
      (base, name) => asResult(() => loader.normalize(base, name)),
    );
    this.#context = this.#scope.manage(this.#runtime.newContext());
    this.#offer(bridge);
  }

  /** Runs a plan, see `guest/run.js`, until nothing is left to do or the Ending is reached. */
  run(plan: object): void {
    this.#guarded(() => {
      const run = this.#start();
      if (run === null) return;
      this.#loader.commonJsNames = (name) => this.#ask(run, "exportedNames", name) ?? [];
      this.#ask(run, "begin", JSON.stringify(plan));
      for (;;) {
        this.#runJobs();
        if (this.#mustStop()) return;
        if (this.#ask(run, "turn") !== true) break;
      }
      this.#ask(run, "finish", this.#isExhausted ? "exhausted" : "");
    });
  }

  #start(): QuickJSHandle | null {
    this.#run ??= this.#evaluate(`export * from "rehearsal:/run.js";`, "rehearsal:/start");
    return this.#run;
  }

  /** Lets go of the engine. After an overflow its insides cannot be trusted, and it is left to the collector. */
  dispose(): void {
    if (this.#isBroken) return;
    try {
      this.#scope.dispose();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    }
  }

  /**
   * The memory of the engine never shrinks. When it was about to grow beyond its bound, an error for that may have found
   * no room itself, and what the script then did says nothing about the script.
   */
  get #isExhausted(): boolean {
    return this.#memory.buffer.byteLength > this.#bounds.memoryMiB * 1024 * 1024;
  }

  #mustStop(): boolean {
    if (performance.now() > this.#deadline) {
      const { timeoutSeconds } = this.#bounds;
      const help = "look for an endless loop, or raise timeoutSeconds of the release";
      this.#ending.stop(`the script did not end within ${timeoutSeconds} s`, help, null);
    }
    return this.#ending.isReached;
  }

  #runJobs(): void {
    while (this.#runtime.hasPendingJob() && !this.#mustStop()) {
      const result = this.#runtime.executePendingJobs(jobsPerTurn);
      if (result.error) this.#fail(result.error);
    }
  }

  /** Calls an exported function of `rehearsal:/run.js` with strings and gives what it returns; null on failure. */
  #ask<T>(run: QuickJSHandle, name: string, ...args: string[]): T | null {
    return Scope.withScope((scope) => {
      const called = scope.manage(this.#context.getProp(run, name));
      const handles = args.map((arg) => scope.manage(this.#context.newString(arg)));
      const result = this.#context.callFunction(called, this.#context.undefined, ...handles);
      if (result.error) return this.#fail(result.error);
      return this.#context.dump(scope.manage(result.value)) as T;
    });
  }

  #evaluate(code: string, name: string): QuickJSHandle | null {
    const result = this.#context.evalCode(code, name, { type: "module" });
    return result.error ? this.#fail(result.error) : this.#scope.manage(result.value);
  }

  /** An error that reached us is one that our own guest code could not take: a bound was hit, or it is broken. */
  #fail(error: QuickJSHandle): null {
    const thrown: unknown = error.consume((handle) => this.#context.dump(handle));
    const { message, stack } = v.parse(dumpedError, thrown);
    const place = /rehearsal:.*/.exec(stack)?.[0] ?? "";
    if (!this.#mustStop())
      this.#ending.stop(`the sandbox gave up: ${message} ${place}`, boundHelp(message), null);
    return null;
  }

  #offer(bridge: Bridge): void {
    const context = this.#context;
    const text = (handle: QuickJSHandle) => context.getString(handle);
    const answer = context.newFunction("answer", (name, args, stack) =>
      context.newString(bridge.answer(text(name), text(args), text(stack))),
    );
    const importNow = context.newFunction("importNow", (name) => {
      const code = `import * as all from ${JSON.stringify(text(name))}; export { all };`;
      return context.evalCode(code, "rehearsal:/now", { type: "module" });
    });
    const compile = context.newFunction("compile", (name) => {
      const code = asResult(() => this.#loader.commonJs(text(name)));
      if (typeof code === "string") return context.evalCode(code, text(name));
      return { error: context.newError(code.error) };
    });
    Scope.withScope((scope) => {
      const door = scope.manage(context.newObject());
      for (const [name, handle] of Object.entries({ answer, importNow, compile })) {
        context.setProp(door, name, scope.manage(handle));
      }
      context.setProp(context.global, "__rehearsal", door);
    });
  }

  /** Calls that nest too deeply overflow our own stack, which surfaces here as a RangeError. */
  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#isBroken = true;
      if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error;
      if (this.#isExhausted) this.#ending.stop(outOfMemory.message, outOfMemory.help, null);
      else this.#ending.stop("the script's calls nest too deeply", "look for an endless recursion", null);
    }
  }
}

function boundHelp(message: string): string {
  return message.includes("memory")
    ? "raise memoryMiB of the release"
    : "simplify the script, or rehearse natively with --engine command";
}

/** The engine's callbacks take an error as a value. */
function asResult(make: () => string): string | { error: Error } {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error) return { error };
    throw error;
  }
}
