import { Refused } from "../../host/desk/program.ts";

/** A part of what `find` asks of each file, or does with it. */
export type Test =
  | { readonly kind: "and" | "or" | "list"; readonly tests: readonly Test[] }
  | { readonly kind: "not"; readonly test: Test }
  | { readonly kind: "constant"; readonly value: boolean }
  | {
      readonly kind: "name";
      readonly pattern: string;
      readonly isPath: boolean;
      readonly ignoresCase: boolean;
    }
  | { readonly kind: "type"; readonly kinds: readonly string[] }
  | { readonly kind: "empty" }
  | { readonly kind: "print"; readonly end: string }
  | { readonly kind: "prune" }
  | { readonly kind: "quit" }
  | { readonly kind: "delete" }
  | { readonly kind: "exec"; readonly command: readonly string[]; readonly isBatch: boolean };

/** What a command line of `find` asks for. */
export interface Expression {
  readonly starts: readonly string[];
  readonly follows: boolean;
  readonly minDepth: number;
  readonly maxDepth: number;
  /** Whether what is in a folder comes before it. */
  readonly isDepthFirst: boolean;
  readonly test: Test;
}

const kinds: Readonly<Record<string, string>> = { f: "file", d: "folder", l: "link" };

/** Reads the arguments of `find`. Throws a Refused for what is not known. */
export function readExpression(args: readonly string[]): Expression {
  const rest = [...args];
  let follows = false;
  while (/^-[HLP]$/.test(rest[0] ?? "")) follows = rest.shift() === "-L";
  const starts: string[] = [];
  while (rest[0] !== undefined && !/^-|^[!()]$/.test(rest[0])) starts.push(rest.shift() ?? "");
  const reader = new ExpressionReader(rest);
  const asked = rest.length === 0 ? null : reader.read();
  const print: Test = { kind: "print", end: "\n" };
  const test: Test = asked === null ? print : reader.acts ? asked : { kind: "and", tests: [asked, print] };
  const { minDepth, maxDepth, isDepthFirst } = reader;
  return { starts: starts.length === 0 ? ["."] : starts, follows, minDepth, maxDepth, isDepthFirst, test };
}

class ExpressionReader {
  minDepth = 0;
  maxDepth = Number.POSITIVE_INFINITY;
  isDepthFirst = false;
  /** Whether something is done with what is found, so that it is not printed as well. */
  acts = false;
  readonly #rest: string[];

  constructor(rest: string[]) {
    this.#rest = rest;
  }

  read(): Test {
    const test = this.#list();
    if (this.#rest.length > 0) this.#refuse(this.#rest[0] ?? "");
    return test;
  }

  #list(): Test {
    const tests = [this.#or()];
    while (this.#take(",")) tests.push(this.#or());
    return tests.length === 1 && tests[0] !== undefined ? tests[0] : { kind: "list", tests };
  }

  #or(): Test {
    const tests = [this.#and()];
    while (this.#take("-o") || this.#take("-or")) tests.push(this.#and());
    return tests.length === 1 && tests[0] !== undefined ? tests[0] : { kind: "or", tests };
  }

  #and(): Test {
    const tests: Test[] = [];
    while (this.#rest.length > 0 && !["-o", "-or", ")", ","].includes(this.#rest[0] ?? "")) {
      tests.push(this.#one());
      if (!this.#take("-a")) this.#take("-and");
    }
    if (tests.length === 0) this.#refuse("an empty expression");
    return { kind: "and", tests };
  }

  #one(): Test {
    const word = this.#rest.shift() ?? "";
    if (word === "!" || word === "-not") return { kind: "not", test: this.#one() };
    if (word === "(") {
      const inner = this.#list();
      if (!this.#take(")")) this.#refuse("(");
      return inner;
    }
    switch (word) {
      case "-name":
      case "-iname":
        return { kind: "name", pattern: this.#value(word), isPath: false, ignoresCase: word === "-iname" };
      case "-path":
      case "-wholename":
      case "-ipath":
        return { kind: "name", pattern: this.#value(word), isPath: true, ignoresCase: word === "-ipath" };
      case "-type": {
        const letters = this.#value(word).split(",");
        if (letters.some((letter) => !Object.hasOwn(kinds, letter))) this.#refuse(`-type ${letters.join()}`);
        return { kind: "type", kinds: letters.map((letter) => kinds[letter] ?? "") };
      }
      case "-empty":
        return { kind: "empty" };
      case "-maxdepth":
        this.maxDepth = this.#number(word);
        return { kind: "constant", value: true };
      case "-mindepth":
        this.minDepth = this.#number(word);
        return { kind: "constant", value: true };
      case "-depth":
        this.isDepthFirst = true;
        return { kind: "constant", value: true };
      case "-true":
      case "-false":
        return { kind: "constant", value: word === "-true" };
      case "-prune":
        return { kind: "prune" };
      case "-quit":
        return { kind: "quit" };
      case "-print":
      case "-print0":
        this.acts = true;
        return { kind: "print", end: word === "-print" ? "\n" : "\0" };
      case "-delete":
        this.acts = true;
        this.isDepthFirst = true;
        return { kind: "delete" };
      case "-exec":
        this.acts = true;
        return this.#exec();
      default:
        return this.#refuse(word);
    }
  }

  #exec(): Test {
    const command: string[] = [];
    for (let word = this.#rest.shift(); word !== undefined; word = this.#rest.shift()) {
      if (word === ";") return { kind: "exec", command, isBatch: false };
      if (word === "+" && command.at(-1) === "{}") return { kind: "exec", command, isBatch: true };
      command.push(word);
    }
    return this.#refuse("-exec without an end");
  }

  #value(word: string): string {
    return this.#rest.shift() ?? this.#refuse(word);
  }

  #number(word: string): number {
    const value = this.#value(word);
    return /^\d{1,6}$/.test(value) ? Number(value) : this.#refuse(`${word} ${value}`);
  }

  #take(word: string): boolean {
    if (this.#rest[0] !== word) return false;
    this.#rest.shift();
    return true;
  }

  #refuse(form: string): never {
    throw new Refused("find", form, "it is not known");
  }
}
