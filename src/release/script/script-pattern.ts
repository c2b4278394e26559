import { type Context, createContext, Script } from "node:vm";
import type { Span } from "../../repository/text/span.ts";

/** A regular expression of a release script, to be held against the files of the repository. */
export interface ScriptPattern {
  /** True when it matches somewhere in a text; null when that takes too long to be told. */
  isIn(text: string): boolean | null;
  /** Where it matches in a text; empty when that takes too long to be told. */
  placesIn(text: string): Span[];
}

/** In milliseconds. Somebody else wrote the pattern, and a bad one takes longer than anybody waits. */
const longestSearch = 500;

/** The patterns that took too long once and are not tried again, as `/source/flags`. */
const tooSlow = new Set<string>();

const test = "pattern.test(text)";
const spans = "[...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])";

/** The pattern, however it is written, without regard to where a search of the script went on; null when it is none. */
export function scriptPattern(source: string, flags: string): ScriptPattern | null {
  const regexp = regexpOf(source, flags.replace(/[gy]/gu, ""));
  if (regexp === null) return null;
  return {
    isIn: (text) => run(test, regexp, text) as boolean | null,
    placesIn: (text) => {
      const found = run(spans, new RegExp(regexp, `${regexp.flags}g`), text) as [number, number][] | null;
      return (found ?? []).map(([start, end]) => ({ start, end }));
    },
  };
}

/** Null for a pattern that this engine refuses. */
function regexpOf(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Made when it is first needed, since most audits need none. */
let context: Context | null = null;

/** Runs a search that is ended when it takes too long. */
function run(search: string, pattern: RegExp, text: string): unknown {
  if (tooSlow.has(String(pattern))) return null;
  context ??= createContext({});
  Object.assign(context, { pattern, text });
  try {
    return new Script(search).runInContext(context, { timeout: longestSearch });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    tooSlow.add(String(pattern));
    return null;
  } finally {
    Object.assign(context, { pattern: null, text: null });
  }
}

/** The error is one of the other context, whose class is not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
