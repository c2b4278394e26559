import { Refused } from "../../host/desk/program.ts";

/** A place in a document, by the keys and indices that lead there. */
export type YamlPath = readonly (string | number)[];

/** What is asked of a document: the value at a place, or values for places, one after the other. */
export type Expression =
  | { readonly kind: "read"; readonly path: YamlPath }
  | {
      readonly kind: "assign";
      readonly assignments: readonly { readonly path: YamlPath; readonly value: string }[];
    };

const step = /^(?:\.?\["([^"\\]*)"\]|\."([^"\\]*)"|\.?\[(\d{1,6})\]|\.([A-Za-z_][\w-]*))/;
const text = /^"((?:[^"\\]|\\["\\])*)"/;
const variable = /^(?:str)?env\(\s*(\w+)\s*\)/;

/**
 * Reads an expression of yq 4: a path, or assignments of texts and variables to paths with `|` between them. Throws a
 * Refused for every other one. Source: https://mikefarah.gitbook.io/yq/
 */
export function readExpression(source: string, env: Readonly<Record<string, string>>): Expression {
  const reader = new ExpressionReader(source, env);
  const path = reader.path();
  if (reader.isAtEnd) return { kind: "read", path };
  const assignments = [{ path, value: reader.value() }];
  while (!reader.isAtEnd) {
    reader.take(/^\|/);
    assignments.push({ path: reader.path(), value: reader.value() });
  }
  return { kind: "assign", assignments };
}

class ExpressionReader {
  readonly #source: string;
  readonly #env: Readonly<Record<string, string>>;
  #rest: string;

  constructor(source: string, env: Readonly<Record<string, string>>) {
    this.#source = source;
    this.#env = env;
    this.#rest = source.trim();
  }

  get isAtEnd(): boolean {
    return this.#rest === "";
  }

  path(): YamlPath {
    const path: (string | number)[] = [];
    for (let found = step.exec(this.#rest); found !== null; found = step.exec(this.#rest)) {
      const [whole, bracketed, quoted, index, plain] = found;
      path.push(index === undefined ? (bracketed ?? quoted ?? plain ?? "") : Number(index));
      this.#rest = this.#rest.slice(whole.length);
    }
    if (path.length === 0) this.#refuse();
    this.#rest = this.#rest.trimStart();
    return path;
  }

  value(): string {
    this.take(/^=(?!=)/);
    const given = text.exec(this.#rest);
    const name = variable.exec(this.#rest);
    const found = given ?? name ?? this.#refuse();
    this.#rest = this.#rest.slice(found[0].length).trimStart();
    if (given !== null) return (given[1] ?? "").replace(/\\(.)/g, "$1");
    const value = this.#env[name?.[1] ?? ""];
    if (value === undefined) throw new Refused("yq", this.#source, `the variable ${name?.[1]} is not set`);
    return value;
  }

  take(expected: RegExp): void {
    const [found] = expected.exec(this.#rest) ?? this.#refuse();
    this.#rest = this.#rest.slice(found.length).trimStart();
  }

  #refuse(): never {
    throw new Refused("yq", this.#source, "only paths and assignments of texts to them are known");
  }
}
