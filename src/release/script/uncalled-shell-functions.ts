import { forEachChild, type SyntaxNode } from "unbash";
import type { Span } from "../../repository/text/span.ts";
import { parseScript } from "../../sandbox/shell/syntax.ts";
import { writesFiles } from "../find/shell-text.ts";

/** A function of a shell script that nothing in the script names beside its definition. */
export interface UncalledShellFunction {
  readonly name: string;
  /** Of the name where it is defined. */
  readonly span: Span;
}

/** The functions that change files, take no arguments of their own and are named nowhere else in the script. */
export function uncalledShellFunctions(text: string): UncalledShellFunction[] {
  const found: UncalledShellFunction[] = [];
  const words = text.split(/[^\w-]/);
  const read = (node: SyntaxNode): void => {
    if (node.type === "Function") {
      const { text: name, pos: start, end } = node.name;
      const body = text.slice(node.body.pos, node.body.end);
      const isAlone = words.filter((word) => word === name).length === 1;
      if (isAlone && writesFiles(body) && !/\$\{?[1-9@*#]/.test(body))
        found.push({ name, span: { start, end } });
    }
    forEachChild(node, read);
  };
  for (const statement of parseScript(text).commands) read(statement);
  return found;
}
