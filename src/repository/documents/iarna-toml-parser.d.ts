/** The parts of the parser class that `located-toml-parser.ts` calls or overrides; the package types only its entry. */
declare module "@iarna/toml/lib/toml-parser.js" {
  namespace TomlParser {
    /** One level of the parser's own stack. */
    interface State {
      /** The text of the value so far. */
      readonly buf: string;
      /** What has been read of a date or time. */
      readonly result: string | null;
      readonly resultTable: object | null;
      readonly resultArr: readonly unknown[] | null;
    }

    interface Assignment {
      /** The parts of a dotted key; recording takes the last one off. */
      readonly key: readonly string[];
      readonly value: unknown;
    }
  }

  class TomlParser {
    /** The offset of the character that is looked at, plus one. */
    readonly pos: number;
    /** The code point that is looked at, 0x110000 at the end. */
    readonly char: number;
    readonly state: TomlParser.State;
    /** The table of the last header. */
    readonly ctx: object;

    parse(text: string): void;
    finish(): object;
    /** Moves on by one character; false at the end of the text. */
    protected nextChar(): boolean;
    protected runOne(): unknown;
    protected return(value?: unknown): void;
    protected returnNow(value?: unknown): unknown;
    protected atEndOfWord(): boolean;
    protected parseComment(): unknown;
    protected parseValue(): unknown;
    protected parseTableMore(key: string): unknown;
    protected parseListMore(key: string): unknown;
    protected parseOnlyTimeFractionMaybe(): unknown;
    protected recordAssignKeyword(key: string): unknown;
    protected recordAssignStatement(assignment: TomlParser.Assignment): unknown;
    protected recordInlineTableValue(assignment: TomlParser.Assignment): unknown;
    protected recordInlineListValue(value: unknown): unknown;
  }

  export = TomlParser;
}
