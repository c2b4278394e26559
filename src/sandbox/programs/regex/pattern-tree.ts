import type { CharacterSet } from "./character-set.ts";

/** A place between two characters that a pattern can ask for without reading anything. */
export type Border =
  | "text start"
  | "text end"
  | "line start"
  | "line end"
  | "word start"
  | "word end"
  | "word"
  | "not word"
  | "no word before"
  | "no word after"
  /** The end of the text, or before a newline that ends it; Perl's only. */
  | "last line end";

/** A regular expression as a tree, whichever syntax it was written in. */
export type PatternNode =
  /** One character of a set. */
  | { readonly kind: "set"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "either"; readonly ways: readonly PatternNode[] }
  | RepeatNode
  /** A group whose text is kept; numbered from 1 by its opening parenthesis. */
  | { readonly kind: "group"; readonly index: number; readonly body: PatternNode }
  | { readonly kind: "border"; readonly border: Border }
  /** The text of a group once more. */
  | { readonly kind: "same"; readonly index: number }
  /** The match begins here, whatever was read before; Perl's only. */
  | { readonly kind: "keep" }
  /** What comes next, or has come before, is looked at and not read; Perl's only. */
  | {
      readonly kind: "look";
      readonly isAhead: boolean;
      readonly isNegated: boolean;
      readonly body: PatternNode;
    };

export interface RepeatNode {
  readonly kind: "repeat";
  readonly body: PatternNode;
  readonly min: number;
  /** Infinity for no bound. */
  readonly max: number;
  /** Whether as few as possible are wanted; Perl's only. */
  readonly isLazy: boolean;
}

/** A pattern that is not one, or that we do not know. `message` is a clause that follows "because". */
export class PatternError extends Error {}
