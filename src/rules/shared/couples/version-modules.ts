import { basename, dirname } from "node:path/posix";
import type { Span } from "../../../repository/text/span.ts";

/** A place in source code that names the module of one schema version, for example `./bare/actor-persist/v3`. */
export interface VersionModule {
  /** The segments before `vN`, as they are written. */
  readonly stem: readonly string[];
  readonly version: number;
  /** Where `vN` is written. */
  readonly span: Span;
  /** `whole` for a re-export of everything (`export * from`, `pub use v3::*`), `part` for one of single names. */
  readonly how: "import" | "part" | "whole";
}

const ecmaSpecifier = /\bfrom\s*["']([^"'\n]{1,300}\/)?v(\d{1,6})(?:\.[a-z]{1,3})?["']/g;
const rustPath = /\b(pub(?:\([a-z]+\))?\s+)?use\s+((?:\w+::){1,8})v(\d{1,6})(::\*|\s+as\s|\s*;)/g;

/** The folder that says what a module is about which stands right beside its file, `./v3`; null for any other module. */
export function folderBeside(path: string, { stem }: VersionModule): string | null {
  return stem.length === 1 && stem[0] === "." ? basename(dirname(path)) : null;
}

/** Every `vN` module that a source file names: imports and re-exports of ECMAScript, `use` of Rust. */
export function versionModules(path: string, text: string): VersionModule[] {
  if (path.endsWith(".rs")) return rustModules(text);
  return /\.[cm]?[jt]sx?$/.test(path) ? ecmaModules(text) : [];
}

function ecmaModules(text: string): VersionModule[] {
  const modules: VersionModule[] = [];
  for (const match of text.matchAll(ecmaSpecifier)) {
    const how = statementBefore(text, match.index);
    if (how === null) continue;
    const [, stem = "", version = ""] = match;
    const start = match.index + match[0].search(/v\d+(?:\.[a-z]{1,3})?["']$/);
    modules.push({
      stem: segments(stem, "/"),
      version: Number(version),
      span: { start, end: start + 1 + version.length },
      how,
    });
  }
  return modules;
}

/** What the statement does that a `from` at this offset belongs to; null inside a comment or a string. */
function statementBefore(text: string, offset: number): VersionModule["how"] | null {
  const head = text.slice(Math.max(0, offset - 4000), offset);
  const keyword = [...head.matchAll(/^[ \t]*(import|export)\b/gm)].at(-1);
  if (keyword === undefined) return null;
  const statement = head.slice(keyword.index).trim();
  if (/["'`;]/.test(statement)) return null;
  if (keyword[1] === "import") return "import";
  return /^export\s+(?:type\s+)?\*$/.test(statement) ? "whole" : "part";
}

function rustModules(text: string): VersionModule[] {
  const modules: VersionModule[] = [];
  for (const match of text.matchAll(rustPath)) {
    if (isCommented(text, match.index)) continue;
    const [, visibility, stem = "", version = "", tail = ""] = match;
    const start = match.index + match[0].length - tail.length - version.length - 1;
    modules.push({
      stem: segments(stem, "::"),
      version: Number(version),
      span: { start, end: start + 1 + version.length },
      how: visibility === undefined ? "import" : "whole",
    });
  }
  return modules;
}

function segments(stem: string, separator: string): string[] {
  return stem.split(separator).filter((segment) => segment !== "");
}

function isCommented(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset) + 1, offset).includes("//");
}
