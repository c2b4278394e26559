import type { Make } from "../make.ts";
import { controlFunctions, type LazyFunction } from "./control-functions.ts";
import { nameFunctions } from "./name-functions.ts";
import { shellFunctions } from "./shell-functions.ts";
import { textFunctions } from "./text-functions.ts";

/** How a function of make is called. */
interface Known {
  /** How many arguments there are at least. */
  readonly least: number;
  /** So many commas separate arguments; what stands behind is a part of the last one. */
  readonly most: number;
  /** Null where the function expands its arguments itself. */
  readonly call: ((make: Make, ...args: string[]) => string) | null;
  readonly lazy: LazyFunction | null;
}

const eager: Readonly<Record<string, (make: Make, ...args: string[]) => string>> = {
  ...textFunctions,
  ...nameFunctions,
  ...shellFunctions,
};

/** The least and the most number of arguments where there is more than one. */
const counts: Readonly<Record<string, readonly [number, number]>> = {
  addprefix: [2, 2],
  addsuffix: [2, 2],
  and: [1, Number.POSITIVE_INFINITY],
  call: [1, Number.POSITIVE_INFINITY],
  file: [1, 2],
  filter: [2, 2],
  "filter-out": [2, 2],
  findstring: [2, 2],
  foreach: [3, 3],
  if: [2, 3],
  join: [2, 2],
  or: [1, Number.POSITIVE_INFINITY],
  patsubst: [3, 3],
  subst: [3, 3],
  word: [2, 2],
  wordlist: [3, 3],
};

const functions = new Map<string, Known>(
  [...Object.keys(eager), ...Object.keys(controlFunctions)].map((name) => {
    const [least, most] = counts[name] ?? [0, 1];
    return [name, { least, most, call: eager[name] ?? null, lazy: controlFunctions[name] ?? null }];
  }),
);

export function isFunction(name: string): boolean {
  return functions.has(name);
}

/** Calls a function with the text behind its name, in which nothing is expanded yet. */
export function callFunction(make: Make, name: string, text: string, open: string): string {
  const known = functions.get(name);
  if (known === undefined) throw new Error(`${name} is a function by construction`);
  const args = argumentsOf(text, open, known.most);
  if (args.length < known.least)
    make.fail(`insufficient number of arguments (${args.length}) to function '${name}'.`);
  if (known.lazy !== null) return known.lazy(make, args, callKnown);
  const expanded = args.map((arg) => make.expand(arg));
  return known.call?.(make, ...expanded) ?? "";
}

/** Calls a function by way of `$(call …)`, with arguments that are expanded already; null for a name that is none. */
function callKnown(make: Make, name: string, args: readonly string[]): string | null {
  const known = functions.get(name);
  if (known === undefined) return null;
  const escaped = args.map((arg) => arg.replaceAll("$", "$$$$"));
  return known.lazy !== null ? known.lazy(make, escaped, callKnown) : (known.call?.(make, ...args) ?? "");
}

function argumentsOf(text: string, open: string, most: number): string[] {
  const close = open === "(" ? ")" : "}";
  const args: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length && args.length < most - 1; at++) {
    const character = text[at];
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    else if (character === "," && depth === 0) {
      args.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...args, text.slice(start)];
}
