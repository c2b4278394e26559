import type { Word } from "unbash";
import type { Shell } from "../shell.ts";
import type { Pattern } from "./pattern.ts";
import { asText } from "./standing.ts";

/** What stands for a match: texts, and null for the match itself. */
type Replacement = readonly (string | null)[];

/** The replacement of `${name/pattern/replacement}`, in which bash 5.2 takes a bare `&` for what was matched. */
export function replacementOf(shell: Shell, word: Word): Replacement {
  return shell.pieces(word, asText).flatMap((piece): Replacement => {
    if (piece === "border") return [" "];
    if (piece.isQuoted || !shell.shopt.has("patsub_replacement") || !piece.text.includes("&"))
      return [piece.text];
    const parts = piece.text.split(/(\\&|\\\\|&)/);
    return parts.map((part) => (part === "&" ? null : part.startsWith("\\") ? part.slice(1) : part));
  });
}

/** Replaces the longest match at each place: the first one, all, or the one at the start or the end. */
export function replaceMatches(
  text: string,
  operator: "/" | "//" | "/#" | "/%",
  pattern: Pattern,
  replacement: Replacement,
): string {
  const fill = (matched: string) => replacement.map((part) => part ?? matched).join("");
  if (operator === "/#") {
    const end = pattern.endsFrom(text, 0).at(-1);
    return end === undefined ? text : fill(text.slice(0, end)) + text.slice(end);
  }
  if (operator === "/%") {
    for (let start = 0; start <= text.length; start++) {
      if (pattern.matches(text.slice(start))) return text.slice(0, start) + fill(text.slice(start));
    }
    return text;
  }
  if (pattern.literal === "") return text;
  if (text === "" && pattern.matches("")) return fill("");
  let result = "";
  let at = 0;
  while (at < text.length) {
    const start = pattern.literal === null ? at : text.indexOf(pattern.literal, at);
    if (start === -1) break;
    const end = pattern.endsFrom(text, start).at(-1);
    if (end === undefined || end === start) {
      result += text.slice(at, start + 1);
      at = start + 1;
      continue;
    }
    result += text.slice(at, start) + fill(text.slice(start, end));
    at = end;
    if (operator === "/") break;
  }
  return result + text.slice(at);
}
