import type { Make } from "./make.ts";
import { wordsOf } from "./words.ts";

/** The shell of make with its options, to be followed by a line. */
export function shellWords(make: Make): string[] {
  const shell = wordsOf(make.valueOf("SHELL"));
  const flags = wordsOf(make.valueOf(".SHELLFLAGS"));
  return [...(shell.length === 0 ? ["/bin/sh"] : shell), ...flags];
}
