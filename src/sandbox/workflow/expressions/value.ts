/** A value of an expression of GitHub Actions. */
export type Value = string | number | boolean | null | Unknown | Secrets | { readonly [key: string]: Value };

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

/** Whether a value counts as true; an Unknown stays one. Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions */
export function truth(value: Value): boolean | Unknown {
  if (value instanceof Unknown) return value;
  return value !== null && value !== false && value !== 0 && value !== "" && !Number.isNaN(value);
}

/** The text that a value becomes between other text. */
export function textOf(value: Value): string | Unknown {
  if (value instanceof Unknown) return value;
  if (value === null) return "";
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
