import type { Case } from "./agreement.ts";

/**
 * Takes a table of calls apart, each beginning on a line of its own with the name of a program: words as a shell splits
 * them, with quotes, and without anything else that a shell does. Quoted words may go over several lines.
 */
export function casesOf(table: string, stdin = ""): Case[] {
  const cases: Case[] = [];
  let words: string[] = [];
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  for (let at = 0; at < table.length; at++) {
    const character = table[at] ?? "";
    if (character === "'") {
      const end = table.indexOf("'", at + 1);
      word = (word ?? "") + table.slice(at + 1, end);
      at = end;
    } else if (character === '"') {
      word ??= "";
      for (at += 1; table[at] !== '"'; at++) {
        if (table[at] === "\\" && /["\\$`]/.test(table[at + 1] ?? "")) at += 1;
        word += table[at];
      }
    } else if (character === "\\") {
      word = (word ?? "") + (table[at + 1] ?? "");
      at += 1;
    } else if (character === "\n" || character === " ") {
      endWord();
      if (character === "\n" && words.length > 0) {
        cases.push({ argv: words, stdin });
        words = [];
      }
    } else word = (word ?? "") + character;
  }
  return cases;
}
