import { literally } from "./shell-glob.ts";
import type { Word } from "./shell-text.ts";

/** What a variable or a substitution stands for. */
type StandsFor = (part: Exclude<Word[number], { kind: "text" }>) => string;

const wildcard = /[*?[]/;

/** The one text that a word becomes in an assignment and behind a redirection. */
export function textOfWord(word: Word, standsFor: StandsFor): string {
  return word.map((part) => (part.kind === "text" ? part.text : standsFor(part))).join("");
}

/**
 * The words that a word becomes: bare variables are split at blanks, and what has bare wildcards, theirs too, becomes
 * the names that it matches. A pattern that matches nothing stays as it is written.
 * @param namesFor the names that a pattern matches; null when wildcards mean nothing
 */
export function wordsOfWord(
  word: Word,
  standsFor: StandsFor,
  namesFor: ((pattern: string) => string[]) | null,
): string[] {
  const words: string[] = [];
  let [open, pattern, isOpen, isWild] = ["", "", false, false];
  const close = () => {
    const names = isWild && namesFor !== null ? namesFor(pattern) : [];
    if (isOpen) words.push(...(names.length > 0 ? names : [open]));
    [open, pattern, isOpen, isWild] = ["", "", false, false];
  };
  const add = (text: string, isBare: boolean) => {
    open += text;
    pattern += isBare ? text.replaceAll("\\", "\\\\") : literally(text);
    isWild ||= isBare && wildcard.test(text);
  };
  for (const part of word) {
    const text = part.kind === "text" ? part.text : standsFor(part);
    if (part.quoted || part.kind === "text") {
      add(text, !part.quoted);
      isOpen = true;
      continue;
    }
    for (const [index, piece] of text.split(/[ \t\n]+/).entries()) {
      if (index > 0) close();
      add(piece, true);
      isOpen ||= piece !== "";
    }
  }
  close();
  return words;
}
