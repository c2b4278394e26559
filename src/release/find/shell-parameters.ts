import { type Function as FunctionNode, forEachChild, type SyntaxNode } from "unbash";
import { parseScript } from "../../sandbox/shell/syntax.ts";

/** What a shell script is told from outside, by its tree. */
export interface ShellParameters {
  /** By position, 1-based: the variable that it is put into, where one is, and whether it may be left out. */
  readonly positions: ReadonlyMap<number, { readonly name: string | null; readonly isOptional: boolean }>;
  /** Whether `$@` or `$*` is read anywhere but where a function is given it. */
  readonly takesAny: boolean;
  /** Variables that are read and never set, so that the environment has to give them. */
  readonly environment: readonly string[];
}

/** The parameters of a script. Those of its functions count only where a function is given all of the script's own. */
export function shellParameters(text: string): ShellParameters {
  const reader = new ParameterReader();
  for (const statement of parseScript(text).commands) reader.read(statement);
  return reader.found();
}

class ParameterReader {
  readonly #positions = new Map<number, { name: string | null; isOptional: boolean }>();
  readonly #functions = new Map<string, FunctionNode>();
  readonly #entered = new Set<FunctionNode>();
  readonly #read = new Set<string>();
  readonly #set = new Set<string>();
  #takesAny = false;
  #isOwn = true;

  read(node: SyntaxNode): void {
    if (node.type === "Function") {
      this.#functions.set(node.name.text, node);
      this.#inside(node, false);
      return;
    }
    if (node.type === "Command") {
      const called = this.#functions.get(node.name?.text ?? "");
      if (called !== undefined && node.args.some(({ text }) => /^"?\$(?:@|\*|\{@[^}]*\})"?$/.test(text))) {
        if (this.#isOwn && !this.#entered.has(called)) {
          this.#entered.add(called);
          this.#inside(called, true);
        }
        return;
      }
      if (/^(?:read|mapfile|getopts)$/.test(node.name?.text ?? ""))
        for (const { text } of node.args) this.#set.add(text);
    }
    if (node.type === "For") this.#set.add(node.name.text);
    if (node.type === "Assignment") {
      this.#set.add(node.name);
      const position = /^"?\$\{?(\d)(?:\}|:?[-?][^}]*\})?"?$/.exec(
        node.value.type === "Word" ? node.value.text : "",
      );
      if (position !== null) this.#use(Number(position[1]), node.name);
    }
    if (node.type === "SimpleExpansion") this.#refer(node.text.slice(1), false);
    if (node.type === "ParameterExpansion") {
      const { operation, parameter } = node;
      this.#refer(parameter, operation?.type === "Default" && /[-=+]/.test(operation.operator));
    }
    forEachChild(node, (child) => this.read(child));
  }

  found(): ShellParameters {
    const environment = [...this.#read].filter((name) => !this.#set.has(name));
    return { positions: this.#positions, takesAny: this.#takesAny, environment };
  }

  #inside({ body }: FunctionNode, isOwn: boolean): void {
    const outer = this.#isOwn;
    this.#isOwn = isOwn;
    this.read(body);
    this.#isOwn = outer;
  }

  #refer(name: string, isOptional: boolean): void {
    if (/^[@*]$/.test(name)) this.#takesAny ||= this.#isOwn;
    else if (/^[1-9]$/.test(name)) this.#use(Number(name), null, isOptional);
    else if (!isOptional) this.#read.add(name);
  }

  /** What is left out in one place and needed in another is checked before it is needed. */
  #use(position: number, name: string | null, isOptional = false): void {
    if (!this.#isOwn) return;
    const held = this.#positions.get(position);
    this.#positions.set(position, {
      name: held?.name ?? name,
      isOptional: (held?.isOptional ?? false) || isOptional,
    });
  }
}
