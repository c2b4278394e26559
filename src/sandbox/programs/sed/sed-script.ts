import type { Pattern } from "../regex/pattern.ts";
import type { Replacement } from "./replacement.ts";

/** A regular expression of a script; null for the empty one, which is the last that was used. */
export interface SedPattern {
  readonly source: string;
  readonly flags: string;
  readonly pattern: Pattern | null;
}

/** Which lines a command is for. */
export type Address =
  | { readonly kind: "line"; readonly number: number }
  | { readonly kind: "last" }
  | { readonly kind: "step"; readonly first: number; readonly step: number }
  | { readonly kind: "pattern"; readonly pattern: SedPattern }
  /** As the end of a range only: so many lines more, or up to the next multiple. */
  | { readonly kind: "more"; readonly count: number }
  | { readonly kind: "multiple"; readonly of: number };

export interface Substitution {
  readonly pattern: SedPattern;
  readonly replacement: Replacement;
  readonly isGlobal: boolean;
  /** The first match that is replaced, counted from 1. */
  readonly from: number;
  readonly prints: boolean;
  /** The file to write to, as the script names it; null for none. */
  readonly file: string | null;
}

export type SedAction =
  | { readonly kind: "{" /** The command behind the block. */; end: number }
  | { readonly kind: "}" }
  | { readonly kind: "simple"; readonly name: string }
  | { readonly kind: "text"; readonly name: "a" | "i" | "c"; readonly text: string }
  | { readonly kind: "branch"; readonly name: "b" | "t" | "T"; readonly label: string; target: number }
  | { readonly kind: "quit"; readonly name: "q" | "Q"; readonly exitCode: number }
  | { readonly kind: "file"; readonly name: "r" | "w"; readonly file: string }
  | { readonly kind: "transliterate"; readonly pairs: ReadonlyMap<string, string> }
  | { readonly kind: "substitute"; readonly substitution: Substitution };

export interface SedCommand {
  readonly from: Address | null;
  readonly to: Address | null;
  readonly isNegated: boolean;
  readonly action: SedAction;
}
