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

/**
 * A fresh engine with a memory of its own, so that one rehearsal cannot touch another. The WebAssembly is compiled
 * when the first one is wanted, and only then.
 */
export async function newEngine(): Promise<QuickJSWASMModule> {
  const wasmModule = await warmEngine();
  // Emscripten takes these two as well, though its types do not say so; else it prints to our own console.
  const quiet: object = { print: () => {}, printErr: () => {} };
  return newQuickJSWASMModuleFromVariant(newVariant(syncVariant, { wasmModule, emscriptenModule: quiet }));
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
