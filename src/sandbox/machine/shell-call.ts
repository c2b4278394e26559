import type { Dialect } from "../shell/state/options.ts";
import { optionLetters } from "../shell/state/options.ts";

/** A call of a shell: what it runs, and how. */
export interface ShellCall {
  readonly dialect: Dialect;
  /** Options of `set` by name. */
  readonly options: readonly string[];
  readonly text:
    | { readonly kind: "line"; readonly line: string }
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "stdin" };
  /** `$0` where the call names it; null where the file or the shell does. */
  readonly name: string | null;
  readonly params: readonly string[];
}

const ignored = new Set(["--login", "--noprofile", "--norc", "--posix", "--"]);

/** Reads a call such as `bash -euo pipefail x.sh 1.2.3`; null for every other program, and for options not known here. */
export function shellCallOf(argv: readonly string[]): ShellCall | null {
  const [program = "", ...args] = argv;
  const shell = /^(?:(?:\/usr)?\/bin\/)?(bash|dash|sh)$/.exec(program)?.[1];
  if (shell === undefined) return null;
  const dialect: Dialect = shell === "bash" ? "bash" : "dash";
  const options: string[] = [];
  let [isLine, isStdin, at] = [false, false, 0];
  for (; at < args.length && /^[-+]./.test(args[at] ?? ""); at++) {
    const word = args[at] ?? "";
    if (word === "--posix") return null;
    if (ignored.has(word)) continue;
    if (word.startsWith("--")) return null;
    for (const letter of word.slice(1)) {
      // A login shell and an interactive one run the same text, whichever files they read before it.
      if (letter === "c") isLine = true;
      else if (letter === "s") isStdin = true;
      else if (letter !== "l" && letter !== "i") {
        const name = letter === "o" ? args[++at] : optionLetters[letter];
        if (name === undefined) return null;
        if (word.startsWith("-")) options.push(name);
      }
    }
  }
  const [first, ...rest] = args.slice(at);
  const base = { dialect, options };
  if (isLine) {
    if (first === undefined) return null;
    return { ...base, text: { kind: "line", line: first }, name: rest[0] ?? null, params: rest.slice(1) };
  }
  if (isStdin || first === undefined || first === "-") {
    return { ...base, text: { kind: "stdin" }, name: null, params: args.slice(at) };
  }
  return { ...base, text: { kind: "file", path: first }, name: null, params: rest };
}

/** The shell that the first line of a script names. */
export function dialectOf(text: string): Dialect {
  const first = /^#!.*/.exec(text)?.[0] ?? "";
  return /\b(?:dash|sh)\b/.test(first) ? "dash" : "bash";
}
