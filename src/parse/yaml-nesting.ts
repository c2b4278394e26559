import { Lexer } from "yaml";
import { deepestNesting, tooDeep } from "./scalar-list.ts";

/**
 * Refuses a text that is nested deeper than documents are. The calls of the library are as deep as the text, and a
 * stack that is nearly full ends the process when it meets a regular expression that is not compiled yet.
 * The tokens of the library's own lexer, which calls nothing in depth, tell brackets from quoted ones.
 * @throws Unparsable at the first place that is too deep
 */
export function refuseDeepNesting(text: string): void {
  if (!mayBeDeep(text)) return;
  /** The columns at which the open block collections start, ascending. */
  const columns: number[] = [];
  let [offset, lineStart, brackets] = [0, 0, 0];
  let [isFirst, isScalar, opens] = [true, false, false];
  for (const token of new Lexer().lex(text)) {
    if (isMark(token)) {
      isScalar = token === scalarMark;
      if (token === bracketsEnd) brackets = 0;
      continue;
    }
    if (!isScalar && (token === "[" || token === "{")) brackets += 1;
    if (!isScalar && (token === "]" || token === "}")) brackets = Math.max(0, brackets - 1);
    if (token === "---") columns.length = 0;
    const isBlank = /^[ \t\r\n#]/.test(token);
    if (!isBlank && brackets === 0) {
      const column = offset - lineStart;
      if (isFirst) while ((columns.at(-1) ?? -1) >= column) columns.pop();
      if (isFirst || opens) columns.push(column);
      opens = !isScalar && (token === "-" || token === "?" || token === ":");
    }
    if (brackets > deepestNesting || columns.length > deepestNesting) throw tooDeep(offset);
    if (!isBlank) isFirst = false;
    const lineBreak = token.lastIndexOf("\n");
    if (lineBreak !== -1) [lineStart, isFirst, opens] = [offset + lineBreak + 1, true, false];
    offset += token.length;
    isScalar = false;
  }
}

/** The lexer puts marks between the pieces of the text: https://eemeli.org/yaml/#lexer. */
const scalarMark = "\u001f";
/** Where a line is not indented enough to belong to the brackets that are open, all of them end. */
const bracketsEnd = "\u0018";

function isMark(token: string): boolean {
  return token === scalarMark || token === "\u0002" || token === bracketsEnd;
}

/** False for a text that has too few brackets, indicators and blanks to be deep, as nearly all have. */
function mayBeDeep(text: string): boolean {
  let brackets = 0;
  /** What in a line can start a collection or indent one. */
  let starts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) starts = 0;
    else if (code === 0x5b || code === 0x7b) brackets += 1;
    else if (code === 0x20 || code === 0x09) starts += 1;
    if (starts > deepestNesting || brackets > deepestNesting) return true;
  }
  return false;
}
