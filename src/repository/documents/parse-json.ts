import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import type { Document } from "./document.ts";
import { noMargins, oneQuote } from "./margins.ts";
import { deepestNesting, type ScalarList, tooDeep } from "./scalar-list.ts";
import { structuredDocument } from "./structured-document.ts";
import { Unparsable } from "./unparsable.ts";

/**
 * Parses JSON, with the comments and trailing commas that tsconfig.json and its kin allow. Every value of a key that
 * occurs twice is kept. Never throws: what does not parse becomes a document of format `text` with a note.
 */
export function parseJson(text: string): Document {
  return structuredDocument("json", text, collectJson);
}

/** The visitor gives everything that is needed, so no tree is built. */
function collectJson(text: string, list: ScalarList): void {
  let depth = 0;
  const enter = (offset: number): void => {
    depth += 1;
    if (depth > deepestNesting) throw tooDeep(offset);
  };
  const leave = (): void => {
    depth -= 1;
  };
  visit(
    text,
    {
      onObjectBegin: enter,
      onObjectEnd: leave,
      onArrayBegin: enter,
      onArrayEnd: leave,
      // biome-ignore lint/complexity/useMaxParams: so the library calls it.
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        const written = { start: offset, end: offset + length };
        list.add(path(), value, written, typeof value === "string" ? oneQuote : noMargins);
      },
      onError: (code, offset) => {
        throw new Unparsable(reasonOf(code), offset);
      },
    },
    { allowTrailingComma: true },
  );
}

/** `CommaExpected` becomes `comma expected`. */
function reasonOf(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/(?<=[a-z])[A-Z]/gu, (capital) => ` ${capital}`)
    .toLowerCase();
}
