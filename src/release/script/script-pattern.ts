import type { Span } from "../../repository/text/span.ts";
import { boundedSearch } from "../bounded-search.ts";

/** A regular expression of a release script, to be held against the files of the repository. */
export interface ScriptPattern {
  /** True when it matches somewhere in a text; null when that takes too long to be told. */
  isIn(text: string): boolean | null;
  /** Where it matches in a text; empty when that takes too long to be told. */
  placesIn(text: string): Span[];
}

/** In milliseconds. */
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
    isIn: (text) => run<boolean>(test, regexp, text),
    placesIn: (text) => {
      const found = run<[number, number][]>(spans, new RegExp(regexp, `${regexp.flags}g`), text);
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

/** Runs a search that is ended when it takes too long. */
function run<Found>(search: string, pattern: RegExp, text: string): Found | null {
  if (tooSlow.has(String(pattern))) return null;
  const found = boundedSearch<Found>(search, pattern, text, longestSearch);
  if (found === null) tooSlow.add(String(pattern));
  return found;
}
