import type { Make } from "../make.ts";
import type { Scope } from "../variables/variables.ts";
import { wordsOf } from "../words.ts";

/** Calls another function by its name; null for a name that is none. */
type CallKnown = (make: Make, name: string, args: readonly string[]) => string | null;

/** A function that expands its arguments itself. */
export type LazyFunction = (make: Make, args: readonly string[], call: CallKnown) => string;

/** See https://www.gnu.org/software/make/manual/html_node/Conditional-Functions.html and its neighbours. */
export const controlFunctions: Readonly<Record<string, LazyFunction>> = {
  if: (make, [condition = "", yes = "", no = ""]) =>
    make.expand(make.expand(condition.trim()) === "" ? no : yes),
  or(make, args) {
    for (const arg of args) {
      const value = make.expand(arg.trim());
      if (value !== "") return value;
    }
    return "";
  },
  and(make, args) {
    let value = "";
    for (const arg of args) {
      value = make.expand(arg.trim());
      if (value === "") return "";
    }
    return value;
  },
  foreach(make, [name = "", list = "", text = ""]) {
    const variable = make.expand(name).trim();
    return wordsOf(make.expand(list))
      .map((word) => make.variables.within([scopeOf({ [variable]: word })], () => make.expand(text)))
      .join(" ");
  },
  call(make, args, callKnown) {
    const [name = "", ...rest] = args.map((arg) => make.expand(arg));
    const key = name.trim();
    const known = callKnown(make, key, rest);
    if (known !== null) return known;
    const held = make.variables.get(key);
    if (held === null) return "";
    // Arguments that are not given hide those of a call around this one.
    const values = Object.fromEntries(
      Array.from({ length: Math.max(10, rest.length + 1) }, (_, index) => [
        String(index),
        index === 0 ? key : (rest[index - 1] ?? ""),
      ]),
    );
    return make.variables.within([scopeOf(values)], () =>
      held.isRecursive ? make.expand(held.value) : held.value,
    );
  },
};

function scopeOf(values: Readonly<Record<string, string>>): Scope {
  return new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, isRecursive: false, origin: "automatic" as const },
    ]),
  );
}
