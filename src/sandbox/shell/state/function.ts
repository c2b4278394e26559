import type { Function as FunctionNode } from "unbash";
import type { SourceText } from "../source-text.ts";

/** A function with the text in which it stands. */
export interface ShellFunction {
  readonly node: FunctionNode;
  readonly source: SourceText;
}
