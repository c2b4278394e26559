import type { Pattern } from "../regex/pattern.ts";
import { replaced } from "./replacement.ts";
import type { Substitution } from "./sed-script.ts";

/** A text after a substitution; null when nothing was replaced. */
interface Substituted {
  readonly text: string | null;
  readonly hasMatch: boolean;
}

/** Replaces in one pattern space. An empty match right behind another match is none. */
export function substituted(text: string, pattern: Pattern, asked: Substitution): Substituted {
  let result = "";
  let copied = 0;
  let count = 0;
  let hasReplaced = false;
  let lastEnd = -1;
  for (let at = 0; at <= text.length; ) {
    const match = pattern.find(text, at);
    if (match === null) break;
    const isEmpty = match.start === match.end;
    if (!isEmpty || match.start !== lastEnd) {
      count += 1;
      if (count >= asked.from) {
        result += text.slice(copied, match.start) + replaced(asked.replacement, text, match);
        copied = match.end;
        hasReplaced = true;
        if (!asked.isGlobal) break;
      }
    }
    lastEnd = match.end;
    at = isEmpty ? match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1) : match.end;
  }
  return { text: hasReplaced ? result + text.slice(copied) : null, hasMatch: count > 0 };
}
