/** Where the value of a variable comes from, as `$(origin …)` tells. */
export type VariableOrigin =
  | "default"
  | "environment"
  | "environment override"
  | "file"
  | "command line"
  | "override"
  | "automatic";

/** The value of a variable. */
export interface Variable {
  readonly value: string;
  /** Expanded when it is used, and not when it was set. */
  readonly isRecursive: boolean;
  readonly origin: VariableOrigin;
}

const ranks: Readonly<Record<VariableOrigin, number>> = {
  default: 0,
  environment: 1,
  file: 2,
  "environment override": 3,
  "command line": 4,
  override: 5,
  automatic: 6,
};

/** Values that hold within a target, a function or a recipe. */
export type Scope = Map<string, Variable>;

/** The variables of a make, of which the inner scopes hide the outer ones. */
export class Variables {
  readonly #scopes: Scope[] = [new Map()];
  /** What is said to be exported (true) or kept (false). */
  exported = new Map<string, boolean>();
  exportsAll = false;

  get(name: string): Variable | null {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const found = this.#scopes[at]?.get(name);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Sets a variable of the makefile, unless what it has now counts for more. */
  set(name: string, variable: Variable): void {
    const global = this.#global;
    const held = global.get(name);
    if (held !== undefined && ranks[held.origin] > ranks[variable.origin]) return;
    global.set(name, variable);
  }

  remove(name: string, origin: VariableOrigin): void {
    const held = this.#global.get(name);
    if (held !== undefined && ranks[held.origin] <= ranks[origin]) this.#global.delete(name);
  }

  /** Whether the command line or an override keeps a target from having a value of its own. */
  isFixed(name: string): boolean {
    const origin = this.#global.get(name)?.origin;
    return origin === "command line" || origin === "override" || origin === "environment override";
  }

  /** Runs something with values of its own. */
  within<T>(scopes: readonly Scope[], run: () => T): T {
    const { length } = this.#scopes;
    this.#scopes.push(...scopes);
    try {
      return run();
    } finally {
      this.#scopes.length = length;
    }
  }

  names(): Set<string> {
    return new Set(this.#scopes.flatMap((scope) => [...scope.keys()]));
  }

  get #global(): Scope {
    const [global] = this.#scopes;
    if (global === undefined) throw new Error("the scope of the makefile is always there");
    return global;
  }
}
