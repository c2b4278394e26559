import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { compileFunction } from "node:vm";

/** The part of Emscripten's file system (https://emscripten.org/docs/api_reference/Filesystem-API.html) that is used here. */
interface JqFiles {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  open(path: string, flags: string): { readonly fd: number };
  close(stream: unknown): void;
  chdir(path: string): void;
  readonly streams: readonly unknown[];
}

/** A process of jq that has not begun. */
interface JqProcess {
  readonly FS: JqFiles;
  /** Runs jq to its end and gives its exit code. May be called once. */
  callMain(args: string[]): number;
}

interface StartOptions {
  readonly noInitialRun: true;
  /** A name with `undefined` is not in the environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  instantiateWasm(imports: object, receive: (instance: Instance, module: object) => void): object;
  quit(status: number, error: unknown): never;
}

interface Instance {
  readonly exports: object;
}

/** What the types of Node leave out of WebAssembly: that it can be had without waiting. */
const { Module, Instance } = WebAssembly as unknown as {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => Instance;
};

/** Makes a new process; what it asks of the clock is answered in milliseconds since 1970. */
type JqStarter = (clock: () => number, environment: StartOptions["environment"]) => JqProcess;

let known: JqStarter | null = null;

/**
 * The real jq, compiled to WebAssembly by the package `jq-wasm`. The package itself can only be waited for, so that its
 * script is evaluated here with the bytes taken out, which are compiled once, and without the promise around it.
 */
export function loadJq(): JqStarter {
  known ??= load();
  return known;
}

function load(): JqStarter {
  const require = createRequire(import.meta.url);
  const file = require.resolve("jq-wasm/dist/build/jq.js");
  const text = readFileSync(file, "utf8");
  const [embedded, base64] = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(text) ?? [];
  const [promise, environment] = ["moduleRtn = readyPromise;", "var ENV = {};"];
  if (
    base64 === undefined ||
    embedded === undefined ||
    ![promise, environment].every((one) => text.includes(one))
  )
    throw new Error(`${file} holds its WebAssembly in another way: adapt loadJq`);
  const wasm = new Module(Buffer.from(base64, "base64"));
  const source = text
    .replace(embedded, "data:,")
    .replace(promise, "moduleRtn = { FS, callMain };")
    .replace(environment, "var ENV = moduleArg.environment;");
  const evaluate = compileFunction(`${source}\nreturn jq;`, [
    "require",
    "__dirname",
    "__filename",
    "process",
    "exports",
    "module",
    "Date",
  ]);
  // It finds neither the arguments nor the exit code of the process that it is in.
  const shown = { platform: "linux", argv: [], versions: { node: process.versions.node } };
  return (clock, variables) => {
    class Clock extends Date {
      static override now(): number {
        return clock();
      }
    }
    const jq = evaluate(require, dirname(file), file, shown, undefined, undefined, Clock) as (
      options: StartOptions,
    ) => JqProcess;
    return jq({
      noInitialRun: true,
      environment: variables,
      instantiateWasm(imports, receive) {
        const instance = new Instance(wasm, imports);
        receive(instance, wasm);
        return instance.exports;
      },
      quit(_, error) {
        throw error;
      },
    });
  };
}
