import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from "quickjs-emscripten-core";

/** The package declares its types as those of a CommonJS module, and gives ECMAScript modules the variant itself. */
const syncVariant = variant as unknown as QuickJSSyncVariant;

let compiled: Promise<WebAssembly.Module> | null = null;

/** The pages of WebAssembly in a MiB, and how many of them the engine begins with. */
const [pagesPerMiB, firstPages] = [16, 256];

/**
 * A fresh engine with a memory of its own, so that one rehearsal cannot touch another. The WebAssembly is compiled
 * when the first one is wanted, and only then. The engine counts what it allocates, but not how large it is, so the
 * memory itself has a bound: it grows by a fifth at once, and what has grown beyond `memoryMiB` can still be told.
 */
export async function newEngine(memoryMiB: number): Promise<QuickJSWASMModule> {
  const wasmModule = await warmEngine();
  const maximum = Math.ceil(memoryMiB * pagesPerMiB * 1.25);
  const wasmMemory = new WebAssembly.Memory({ initial: firstPages, maximum: Math.min(maximum, 32768) });
  // Emscripten takes these two as well, though its types do not say so; else it prints to our own console.
  const quiet: object = { print: () => {}, printErr: () => {} };
  return newQuickJSWASMModuleFromVariant(
    newVariant(syncVariant, { wasmModule, wasmMemory, emscriptenModule: quiet }),
  );
}

/** Begins to compile the engine before it is needed. */
export function warmEngine(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  return WebAssembly.compile(await readFile(file));
}
