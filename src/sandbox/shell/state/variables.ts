import { Variable } from "./variable.ts";

/** How deep references to variables may lead. */
const maxReferences = 20;

/** The variables of a shell: those of the shell itself, and above them those of the functions that are running. */
export class Variables {
  readonly #scopes: Map<string, Variable>[];

  constructor(scopes: Map<string, Variable>[] = [new Map()]) {
    this.#scopes = scopes;
  }

  /** Everything as it is now, for a subshell. */
  copy(): Variables {
    return new Variables(
      this.#scopes.map((scope) => new Map([...scope].map(([name, variable]) => [name, variable.copy()]))),
    );
  }

  get depth(): number {
    return this.#scopes.length - 1;
  }

  enter(): void {
    this.#scopes.push(new Map());
  }

  leave(): void {
    this.#scopes.pop();
  }

  /** The variable that a name stands for, through references; null when there is none. */
  find(name: string): Variable | null {
    const variable = this.declared(this.resolve(name));
    return variable?.isReference ? null : variable;
  }

  /** The variable of that very name. */
  declared(name: string): Variable | null {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const variable = this.#scopes[at]?.get(name);
      if (variable !== undefined) return variable;
    }
    return null;
  }

  /** The name at the end of references. */
  resolve(name: string): string {
    let at = name;
    for (let count = 0; count < maxReferences; count++) {
      const variable = this.declared(at);
      if (!variable?.isReference || variable.value === null || variable.value === "") return at;
      at = variable.value;
    }
    return at;
  }

  /** The value of a bare name; null when it is not set. */
  text(name: string): string | null {
    return this.find(name)?.text ?? null;
  }

  /** The variable of that name, made in the shell's own scope where there is none. */
  ensure(name: string): Variable {
    const target = this.resolve(name);
    return this.declared(target) ?? this.#add(target, 0);
  }

  /** The variable of the running function, which hides those of the same name below. */
  ensureLocal(name: string): Variable {
    const scope = this.#scopes.at(-1);
    return scope?.get(name) ?? this.#add(name, this.#scopes.length - 1);
  }

  /** The variable of the shell itself, whatever functions have. */
  ensureGlobal(name: string): Variable {
    return this.#scopes[0]?.get(name) ?? this.#add(name, 0);
  }

  isLocal(name: string): boolean {
    return this.#scopes.length > 1 && this.#scopes.at(-1)?.has(name) === true;
  }

  set(name: string, value: string): void {
    const variable = this.ensure(name);
    if (variable.kind === "scalar") variable.value = value;
    else variable.items.set("0", value);
  }

  /** Takes the variable away where it is. One of the running function stays hidden as not set. */
  unset(name: string): void {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const scope = this.#scopes[at];
      if (!scope?.has(name)) continue;
      if (at === this.#scopes.length - 1 && at > 0) scope.set(name, new Variable());
      else scope.delete(name);
      return;
    }
  }

  /** The names of all that are set, sorted. */
  names(): string[] {
    const names = new Set(this.#scopes.flatMap((scope) => [...scope.keys()]));
    return [...names].filter((name) => this.declared(name)?.isSet).sort();
  }

  /** What programs are given. */
  environment(): Record<string, string> {
    const exported = this.names().filter((name) => this.declared(name)?.isExported);
    return Object.fromEntries(exported.map((name) => [name, this.declared(name)?.text ?? ""]));
  }

  #add(name: string, depth: number): Variable {
    const variable = new Variable();
    this.#scopes[depth]?.set(name, variable);
    return variable;
  }
}
