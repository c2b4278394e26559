import { createRequire, SourceMap } from "node:module";
import * as v from "valibot";
import { columnOfShown } from "./shown-column.ts";

/** JavaScript made from TypeScript. */
export interface Stripped {
  readonly code: string;
  /** Leads from the code back to the TypeScript; null when every offset is the same in both. */
  readonly map: SourceMap | null;
}

/** What is wrong with the TypeScript, 1-based. */
export class TypeScriptError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const complaint = v.object({
  code: v.optional(v.string()),
  message: v.string(),
  startLine: v.optional(v.number(), 1),
  startColumn: v.optional(v.number(), 0),
});

const require = createRequire(import.meta.url);

/** What has been stripped already, by the text it was made from: the rehearsals and the rules read the same scripts. */
const known = new Map<string, Stripped>();

/** How many of them have been told of. */
let told = 0;

/**
 * Strips the types of TypeScript and leaves blanks in their place, so that every offset stays true. What cannot be
 * stripped, such as an enum, is transformed instead, and a source map keeps the places.
 * The compiler is a large WebAssembly module, which is why it is loaded here and not at start.
 * Throws a TypeScriptError.
 */
export function stripTypes(text: string): Stripped {
  const stripped = known.get(text) ?? stripAnew(text);
  known.set(text, stripped);
  return stripped;
}

/** Loads the compiler before it is needed. */
export function warmCompiler(): void {
  compiler();
}

/** The texts that could be stripped with their offsets kept since this was asked last, and what became of them. */
export function strippedTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [text, { code, map }] of [...known].slice(told)) if (map === null) texts.set(text, code);
  told = known.size;
  return texts;
}

/** Takes over what another thread has stripped. */
export function rememberStripped(texts: ReadonlyMap<string, string>): void {
  for (const [text, code] of texts) known.set(text, { code, map: null });
}

function compiler() {
  return require("@swc/wasm-typescript") as typeof import("@swc/wasm-typescript");
}

function stripAnew(text: string): Stripped {
  const { transformSync } = compiler();
  try {
    return { code: transformSync(text, { mode: "strip-only", module: true }).code, map: null };
  } catch (thrown) {
    if (thrown instanceof Error || complaintIn(thrown).code !== "UnsupportedSyntax")
      throw asError(thrown, text);
  }
  try {
    const { code, map } = transformSync(text, { mode: "transform", module: true, sourceMap: true });
    return { code, map: map === undefined ? null : new SourceMap(JSON.parse(map)) };
  } catch (thrown) {
    throw asError(thrown, text);
  }
}

function asError(thrown: unknown, text: string): TypeScriptError {
  if (thrown instanceof Error) {
    forgetCompiler();
    return new TypeScriptError("the compiler gives up, perhaps because it is nested too deeply", 1, 1);
  }
  const { message, startLine, startColumn } = complaintIn(thrown);
  return new TypeScriptError(message, startLine, columnOfShown(text, startLine, startColumn));
}

/** What it throws of its own is a trap of WebAssembly or an overflow, which leaves its memory unsound. */
function forgetCompiler(): void {
  delete require.cache[require.resolve("@swc/wasm-typescript")];
}

/** The compiler throws plain objects; anything else is no complaint about the source. */
function complaintIn(thrown: unknown): v.InferOutput<typeof complaint> {
  const result = v.safeParse(complaint, thrown);
  if (!result.success) throw thrown;
  return result.output;
}
