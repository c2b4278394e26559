import { Composer, type CST, Lexer, Parser, type Document as YamlDocument } from "yaml";
import { deepestNesting, tooDeep } from "./scalar-list.ts";

export type YamlOptions = NonNullable<ConstructorParameters<typeof Composer>[0]>;

/**
 * Parses all documents of a text, of which there may be none, as `parseAllDocuments` of the library does, but refuses
 * what is nested deeper than documents are. The calls of the library are as deep as the text, and a stack that is
 * nearly full ends the process when it meets a regular expression that is not compiled yet.
 * @throws Unparsable at the first place that is too deep
 */
export function parseYamlDocuments(text: string, options: YamlOptions): YamlDocument[] {
  return [...new Composer(options).compose(boundedTokens(text))];
}

function* boundedTokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document lies on the stack beside the open collections, and so do the scalars that are being read.
    if (parser.stack.length > deepestNesting + 1 && parser.stack.filter(isCollection).length > deepestNesting)
      throw tooDeep(parser.offset - lexeme.length);
  }
  yield* parser.end();
}

function isCollection({ type }: CST.Token): boolean {
  return type === "block-map" || type === "block-seq" || type === "flow-collection";
}
