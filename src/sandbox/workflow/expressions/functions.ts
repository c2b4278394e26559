import { textOf, Unknown, type Value } from "./value.ts";

/** How the job stands, for the functions that ask for it. */
export interface Standing {
  readonly hasFailed: boolean;
}

/**
 * The value of a function; an Unknown for one that is not known here.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions#functions
 */
export function callFunction(name: string, args: readonly Value[], { hasFailed }: Standing): Value {
  const unknown = args.find((arg) => arg instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const texts = args.map(textOf).map((text) => (text instanceof Unknown ? "" : text));
  const [first = "", second = ""] = texts;
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  switch (name.toLowerCase()) {
    case "always":
      return true;
    case "cancelled":
      return false;
    case "contains":
      return typeof args[0] === "object" && args[0] !== null ? new Unknown(name) : one.includes(other);
    case "endswith":
      return one.endsWith(other);
    case "failure":
      return hasFailed;
    case "format":
      return first.replace(/\{\{|\}\}|\{(\d{1,2})\}/g, (whole, index?: string) =>
        index === undefined ? whole.charAt(0) : (texts[Number(index) + 1] ?? ""),
      );
    case "startswith":
      return one.startsWith(other);
    case "success":
      return !hasFailed;
    default:
      return new Unknown(`${name}()`);
  }
}
