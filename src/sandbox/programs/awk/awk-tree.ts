import type { Pattern } from "../regex/pattern.ts";

/** A place that holds a value: a variable, a field, an element of an array. */
export type AwkPlace =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "field"; readonly index: AwkExpression }
  | { readonly kind: "element"; readonly array: string; readonly keys: readonly AwkExpression[] };

export type AwkExpression =
  | AwkPlace
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  /** A pattern that stands alone is held against the record. */
  | { readonly kind: "pattern"; readonly pattern: Pattern; readonly source: string }
  | { readonly kind: "unary"; readonly sign: "!" | "-" | "+"; readonly operand: AwkExpression }
  | {
      readonly kind: "binary";
      readonly sign: string;
      readonly left: AwkExpression;
      readonly right: AwkExpression;
    }
  | {
      readonly kind: "match";
      readonly isNegated: boolean;
      readonly left: AwkExpression;
      readonly right: AwkExpression;
    }
  | { readonly kind: "in"; readonly keys: readonly AwkExpression[]; readonly array: string }
  | {
      readonly kind: "choice";
      readonly test: AwkExpression;
      readonly yes: AwkExpression;
      readonly no: AwkExpression;
    }
  | {
      readonly kind: "assign";
      readonly sign: string;
      readonly place: AwkPlace;
      readonly value: AwkExpression;
    }
  | { readonly kind: "step"; readonly by: 1 | -1; readonly isBefore: boolean; readonly place: AwkPlace }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly AwkExpression[];
      readonly isOwn: boolean;
    }
  /** In brackets, which a print takes for its arguments. */
  | { readonly kind: "list"; readonly items: readonly AwkExpression[] }
  | {
      readonly kind: "getline";
      readonly place: AwkPlace | null;
      readonly from: "main" | "file";
      readonly file: AwkExpression | null;
    };

export type AwkStatement =
  | { readonly kind: "expression"; readonly expression: AwkExpression }
  | {
      readonly kind: "print";
      readonly isFormatted: boolean;
      readonly args: readonly AwkExpression[];
      readonly to: { readonly sign: ">" | ">>"; readonly file: AwkExpression } | null;
    }
  | { readonly kind: "block"; readonly body: readonly AwkStatement[] }
  | {
      readonly kind: "if";
      readonly test: AwkExpression;
      readonly yes: AwkStatement;
      readonly no: AwkStatement | null;
    }
  | {
      readonly kind: "loop";
      readonly before: AwkStatement | null;
      readonly test: AwkExpression | null;
      readonly after: AwkStatement | null;
      readonly body: AwkStatement;
      readonly testsLast: boolean;
    }
  | {
      readonly kind: "each";
      readonly variable: string;
      readonly array: string;
      readonly body: AwkStatement;
    }
  | { readonly kind: "leave"; readonly how: "next" | "nextfile" | "break" | "continue" }
  | { readonly kind: "return" | "exit"; readonly value: AwkExpression | null }
  | { readonly kind: "delete"; readonly array: string; readonly keys: readonly AwkExpression[] | null };

/** What is done for records, at the beginning, or at the end. */
export interface AwkRule {
  readonly when: "begin" | "end" | "record";
  /** Null for every record. */
  readonly from: AwkExpression | null;
  /** The end of a range; null where there is none. */
  readonly to: AwkExpression | null;
  /** Null prints the record. */
  readonly body: AwkStatement | null;
}

export interface AwkFunction {
  readonly params: readonly string[];
  readonly body: AwkStatement;
}

export interface AwkProgram {
  readonly rules: readonly AwkRule[];
  readonly functions: ReadonlyMap<string, AwkFunction>;
}
