import { equals, isList, Secrets, textOf, Unknown, type Value } from "./value.ts";

/** How the job stands, for the functions that ask for it. */
export interface Standing {
  readonly hasFailed: boolean;
}

/** Names of caches are made of the hash of files, and no version; as a secret it is a text of which nobody here knows more. */
const filesHash = "0".repeat(64);

/**
 * The value of a function; an Unknown for one that is not known here.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions#functions
 */
export function callFunction(name: string, args: readonly Value[], { hasFailed }: Standing): Value {
  const unknown = args.find((arg) => arg instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const texts = args.map(textOf).map((text) => (text instanceof Unknown ? "" : text));
  const [first = "", second = ""] = texts;
  const [head = null, next = null] = args;
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  switch (name.toLowerCase()) {
    case "always":
      return true;
    case "cancelled":
      return false;
    case "contains":
      return isList(head) ? holds(head, next) : one.includes(other);
    case "endswith":
      return one.endsWith(other);
    case "failure":
      return hasFailed;
    case "format":
      return first.replace(/\{\{|\}\}|\{(\d{1,2})\}/g, (whole, index?: string) =>
        index === undefined ? whole.charAt(0) : (texts[Number(index) + 1] ?? ""),
      );
    case "fromjson":
      return fromJson(first);
    case "hashfiles":
      return filesHash;
    case "join":
      return isList(head) ? joined(head, args.length < 2 ? "," : second) : first;
    case "startswith":
      return one.startsWith(other);
    case "success":
      return !hasFailed;
    case "tojson":
      return toJson(head);
    default:
      return new Unknown(`${name}()`);
  }
}

function holds(list: readonly Value[], wanted: Value): boolean | Unknown {
  const results = list.map((one) => equals(one, wanted));
  return results.includes(true) || (results.find((one) => one instanceof Unknown) ?? false);
}

function joined(list: readonly Value[], between: string): string | Unknown {
  const texts = list.map(textOf);
  return texts.find((text) => text instanceof Unknown) ?? texts.join(between);
}

function fromJson(text: string): Value {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return new Unknown(`fromJSON('${text}')`);
    throw error;
  }
}

/** As the runner prints it. What is not known anywhere inside makes the whole unknown. */
function toJson(value: Value): string | Unknown {
  let isKnown = true;
  const text = JSON.stringify(
    value,
    (_, inner) => {
      if (inner instanceof Unknown || inner instanceof Secrets) isKnown = false;
      return inner;
    },
    2,
  );
  return isKnown ? text : new Unknown("toJSON()");
}
