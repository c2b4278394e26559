import { InvalidArgumentError } from "commander";
import { nearestName } from "../config/nearest-name.ts";

/** The choices behind each parser of an option, for the completion of shells. */
const known = new WeakMap<object, readonly string[]>();

/** The choices of an option by its parser; null where any text will do. */
export function choicesOf(parser: object | undefined): readonly string[] | null {
  return (parser === undefined ? undefined : known.get(parser)) ?? null;
}

/** Says that a parser takes one of these, and gives it back. */
export function choosing<P extends object>(choices: readonly string[], parser: P): P {
  known.set(parser, choices);
  return parser;
}

/** Takes the value of an option that is one of a few, or refuses it with the one that was probably meant. */
export function oneOf<T extends string>(choices: readonly T[]): (value: string) => T {
  return choosing(choices, (value: string) => {
    const choice = choices.find((name) => name === value);
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(unknownName(value, choices));
  });
}

/** The same for an option that takes several, separated by commas or given again. */
export function someOf<T extends string>(choices: readonly T[]): (value: string, earlier?: T[]) => T[] {
  const take = oneOf(choices);
  return choosing(choices, (value: string, earlier: T[] = []) => [
    ...earlier,
    ...value.split(",").map((name) => take(name.trim())),
  ]);
}

/** What to say about a name that is none of the choices. */
function unknownName(name: string, choices: readonly string[]): string {
  const nearest = nearestName(name, choices);
  const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
  return `There is no ${JSON.stringify(name)}.${meant} The choices are ${choices.join(", ")}.`;
}
