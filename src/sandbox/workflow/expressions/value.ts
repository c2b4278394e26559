/** A value of an expression of GitHub Actions. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Unknown
  | Secrets
  | readonly Value[]
  | { readonly [key: string]: Value };

/** A value that only GitHub, or an action that is not run, could tell. */
export class Unknown {
  /** What it is the value of, as the workflow writes it. */
  readonly of: string;

  constructor(of: string) {
    this.of = of;
  }
}

/** Every secret is set, and is a text of which nobody here knows more. */
export class Secrets {}

const secret = "secret";
const namesSecret = /(?:^|[_-])(?:token|password|passphrase|private[_-]key)$/i;

/** Whether a value counts as true; an Unknown stays one. Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions */
export function truth(value: Value): boolean | Unknown {
  if (value instanceof Unknown) return value;
  return value !== null && value !== false && value !== 0 && value !== "" && !Number.isNaN(value);
}

/** The text that a value becomes between other text. */
export function textOf(value: Value): string | Unknown {
  if (value instanceof Unknown) return value;
  if (value === null) return "";
  if (isList(value)) return "Array";
  return typeof value === "object" ? "Object" : String(value);
}

/** What `==` makes of two values: numbers where they are of different kinds, texts without regard to case. */
export function equals(left: Value, right: Value): boolean | Unknown {
  for (const value of [left, right]) if (value instanceof Unknown) return value;
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && (left === null) === (right === null)) return left === right;
  return numberOf(left) === numberOf(right);
}

export function numberOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === "string") return value.trim() === "" ? 0 : Number(value);
  return typeof value === "object" ? Number.NaN : Number(value);
}

/**
 * What a value has under a name, which is found without regard to case; nothing where it is not there. A token that an
 * action hands out is as good as a secret: nobody can write down what it is.
 */
export function memberOf(value: Value, name: string): Value {
  if (value instanceof Unknown) return namesSecret.test(name) ? secret : new Unknown(`${value.of}.${name}`);
  if (value instanceof Secrets) return secret;
  if (isList(value)) return value[Number(name)] ?? null;
  if (typeof value !== "object" || value === null) return null;
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? null : (value[key] ?? null);
}

/** A type predicate, for `Array.isArray` does not narrow what is read-only. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
