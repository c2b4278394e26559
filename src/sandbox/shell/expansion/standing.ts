import { inDocument, inQuotedOperand, inQuotes } from "./pieces.ts";

/** Where a word stands, as far as that changes what it means. */
export interface Standing {
  /** Between double quotes, where nothing is split and most characters mean themselves. */
  readonly isQuoted: boolean;
  /** It becomes exactly one text, as in an assignment. */
  readonly isSingle: boolean;
  /** What a backslash takes the meaning from, where the word is quoted. */
  readonly escapes: RegExp;
}

export const asFields: Standing = { isQuoted: false, isSingle: false, escapes: inQuotes };
export const asText: Standing = { isQuoted: false, isSingle: true, escapes: inQuotes };
export const betweenQuotes: Standing = { isQuoted: true, isSingle: false, escapes: inQuotes };
export const asQuotedOperand: Standing = { isQuoted: true, isSingle: false, escapes: inQuotedOperand };
export const asDocument: Standing = { isQuoted: true, isSingle: true, escapes: inDocument };
