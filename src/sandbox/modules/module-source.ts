import { LineIndex } from "../../repository/text/location.ts";
import type { Span } from "../../repository/text/span.ts";
import { declaredNames } from "./declared-names.ts";
import { unusedImports } from "./elide-imports.ts";
import { type ImportRequest, importsOf } from "./imports-of.ts";
import { functionAt, type NamedFunction, namedFunctions } from "./named-functions.ts";
import { stripTypes } from "./strip-types.ts";
import { parseScript } from "./syntax-tree.ts";
import { type Insertion, insert, watchPoints } from "./watch-points.ts";

export type ModuleFormat = "module" | "commonjs";

/** A place in the original text, 1-based, in UTF-16 code units. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
  readonly function: string | null;
}

/** A script as it is given to the engine, with the way back to the text as it stands in the repository. */
export class ModuleSource {
  readonly format: ModuleFormat;
  readonly imports: readonly ImportRequest[];
  /** False when it is nothing that we can read either, so that what the engine says against it is true natively. */
  readonly isReadable: boolean;
  readonly #original: LineIndex;
  readonly #plain: string;
  readonly #plainLines: LineIndex;
  readonly #body: string;
  readonly #bodyLines: LineIndex;
  readonly #insertions: readonly Insertion[];
  readonly #functions: readonly NamedFunction[];
  readonly #declared: ReadonlySet<string>;
  readonly #map: ReturnType<typeof stripTypes>["map"];
  #prefixLength = 0;

  /**
   * `format` is what the name or the package of the file says; null leaves it to the syntax.
   * Throws a TypeScriptError for TypeScript that does not parse.
   */
  constructor(text: string, isTypeScript: boolean, format: ModuleFormat | null) {
    const readable = withoutObstacles(text);
    const { code, map } = isTypeScript ? stripTypes(readable) : { code: readable, map: null };
    const module = format === "commonjs" ? null : parseScript(code, "module");
    const program = module ?? parseScript(code, "commonjs");
    this.format = format ?? (module !== null && isModule(module.body, code) ? "module" : "commonjs");
    this.isReadable = program !== null || isTypeScript;
    this.imports = program === null ? [] : importsOf(program);
    this.#plain = program === null || !isTypeScript ? code : blank(code, unusedImports(program, code));
    this.#insertions = program === null ? [] : watchPoints(program);
    this.#functions = program === null ? [] : namedFunctions(program);
    this.#declared = program === null ? new Set() : declaredNames(program);
    this.#map = map;
    this.#body = insert(this.#plain, this.#insertions);
    this.#original = new LineIndex(text);
    this.#plainLines = new LineIndex(this.#plain);
    this.#bodyLines = new LineIndex(this.#body);
  }

  /** The text for the engine: `prefix`, which must be one line of ASCII, the body, and `suffix`. */
  wrap(prefix: string, suffix: string): string {
    this.#prefixLength = prefix.length;
    return prefix + this.#body + suffix;
  }

  /** True when the name is used in the text, as a word of its own; a hint, not a proof. */
  mentions(name: string): boolean {
    return this.#plain.includes(name);
  }

  /** True when the text declares or imports the name at its top level. */
  declares(name: string): boolean {
    return this.#declared.has(name);
  }

  /** Leads a position of the engine, whose columns count code points, back to the original text. */
  locate(line: number, column: number): SourcePlace {
    const inLine = line === 1 ? column - this.#prefixLength : column;
    const offset = beforeInsertion(this.#bodyOffset(line, inLine), this.#insertions);
    const start = calleeStart(this.#plain, offset);
    return { ...this.#originalPosition(start), function: functionAt(this.#functions, start) };
  }

  /** The place of an offset of the original text, or of the transformed one where there is a source map. */
  placeOf(offset: number): SourcePlace {
    return { ...this.#originalPosition(offset), function: functionAt(this.#functions, offset) };
  }

  #bodyOffset(line: number, column: number): number {
    const known = Math.min(Math.max(line, 1), this.#bodyLines.lineCount);
    const text = this.#bodyLines.lineText(known);
    let units = 0;
    for (let points = 1; points < column && units < text.length; points++) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    }
    return this.#bodyLines.start(known) + units;
  }

  #originalPosition(offset: number): { line: number; column: number } {
    if (this.#map === null) return this.#original.position(offset);
    const { line, column } = this.#plainLines.position(offset);
    const entry = this.#map.findEntry(line - 1, column - 1);
    return "originalLine" in entry
      ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : { line: 1, column: 1 };
  }
}

/**
 * Replaces, at equal length, what stands in the way of the engine: a byte order mark, a hash bang, and the older word
 * for import attributes, which Node 20 still takes.
 */
export function withoutObstacles(text: string): string {
  return text
    .replace(/^\uFEFF/, " ")
    .replace(/^( ?)#!/, "$1//")
    .replace(/(["'])(\s+)assert(\s*\{\s*type\s*:)/g, "$1$2with  $3");
}

function isModule(body: readonly { type: string }[], code: string): boolean {
  if (body.some(({ type }) => type.startsWith("Import") || type.startsWith("Export"))) return true;
  return code.includes("import.meta") || parseScript(code, "commonjs") === null;
}

function blank(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n\r]/g, " ");
    at = end;
  }
  return result + text.slice(at);
}

/** The offset in the text without insertions. An offset within an insertion counts as its place. */
function beforeInsertion(offset: number, insertions: readonly Insertion[]): number {
  let shift = 0;
  for (const { at, text } of insertions) {
    if (at + shift >= offset) break;
    shift += Math.min(text.length, offset - at - shift);
  }
  return offset - shift;
}

/** The engine names the parenthesis or the template of a call; people look for the name before it. */
function calleeStart(text: string, offset: number): number {
  if (text[offset] !== "(" && text[offset] !== "`") return offset;
  const isName = (at: number) => /[\w$#]/.test(text[at] ?? "");
  let start = offset;
  while (start > 0 && /[\s?.]/.test(text[start - 1] ?? "")) start -= 1;
  if (!isName(start - 1)) return offset;
  while (isName(start - 1)) start -= 1;
  return start;
}
