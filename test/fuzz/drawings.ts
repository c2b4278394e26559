import type { Span } from "../../src/repository/text/span.ts";

/** A word, as far as the words of drawings go: letters, and what numbers are written with. */
const word = /[A-Za-z\d.+-]+/g;

/** A command or a number of a drawing. See https://www.w3.org/TR/SVG2/paths.html#PathDataBNF. */
const token = /[MLHVCSQTAZ]|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/giy;

/**
 * The outlines of drawings in a text, whose numbers run into each other, so that what looks like a version there is
 * none. They are read as a drawing program reads them, token by token, and so in another way than the scanner leaves
 * them out: consecutive words of nothing but commands and numbers, from a command `M` on, with another command behind.
 */
export function drawingsIn(text: string): Span[] {
  const drawings: Span[] = [];
  let run: { start: number | null; commands: number; end: number } | null = null;
  const close = () => {
    if (run !== null && run.start !== null && run.commands > 1)
      drawings.push({ start: run.start, end: run.end });
    run = null;
  };
  // An escaped line break is a blank to whoever reads the string that it stands in.
  const unescaped = text.replace(/\\[nrt]/g, "  ");
  for (const { 0: found, index } of unescaped.matchAll(word)) {
    if (run !== null && /[^\s,]/.test(unescaped.slice(run.end, index))) close();
    const tokens = tokensOf(found);
    if (tokens === null) {
      close();
      continue;
    }
    run ??= { start: null, commands: 0, end: index };
    for (const { at, isCommand, moves } of tokens) {
      if (moves) run.start ??= index + at;
      if (isCommand && run.start !== null) run.commands++;
    }
    run.end = index + found.length;
  }
  close();
  return drawings;
}

interface Token {
  readonly at: number;
  readonly isCommand: boolean;
  /** True for the command with which a drawing begins. */
  readonly moves: boolean;
}

/** Null for a word that is anything else. */
function tokensOf(found: string): Token[] | null {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < found.length) {
    const at = token.lastIndex;
    const [read] = token.exec(found) ?? [];
    if (read === undefined) return null;
    tokens.push({ at, isCommand: /[A-Z]/i.test(read.charAt(0)), moves: /m/i.test(read.charAt(0)) });
  }
  return tokens;
}
