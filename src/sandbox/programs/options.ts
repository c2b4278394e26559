import { Refused } from "../host/desk/program.ts";

/** The options that a program knows. */
export interface KnownOptions {
  /** The letters of options without a value. */
  readonly flags: string;
  /** The letters of options with a value. */
  readonly values?: string;
  /** The letters of options whose value, if any, is attached to them. */
  readonly optional?: string;
  /** Long names, and the letters that they stand for. */
  readonly long?: Readonly<Record<string, string>>;
  /** Whether the first operand ends the options. */
  readonly endsAtOperand?: boolean;
}

/** What a command line asks for. */
export interface Options {
  has(letter: string): boolean;
  /** The last value of an option; null when it is not given. */
  value(letter: string): string | null;
  values(letter: string): readonly string[];
  /** Every option with its value, as they are written. */
  readonly given: readonly { readonly letter: string; readonly value: string | null }[];
  readonly operands: readonly string[];
}

/** Reads the arguments of a program as GNU's `getopt_long` does. Throws a Refused for an option that is not known. */
export function readOptions(program: string, args: readonly string[], known: KnownOptions): Options {
  const given: { letter: string; value: string | null }[] = [];
  const operands: string[] = [];
  const rest = [...args];
  const refuse = (form: string): never => {
    throw new Refused(program, form, "it is not known");
  };
  const take = (letter: string, attached: string | null, form: string) => {
    if (known.values?.includes(letter)) {
      const value = attached ?? rest.shift();
      if (value === undefined) throw new Refused(program, form, "its value is missing");
      given.push({ letter, value });
    } else if (known.optional?.includes(letter)) given.push({ letter, value: attached });
    else if (known.flags.includes(letter) && attached === null) given.push({ letter, value: null });
    else refuse(form);
  };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") operands.push(...rest.splice(0));
    else if (arg.startsWith("--")) {
      const equals = arg.indexOf("=");
      const name = arg.slice(2, equals === -1 ? undefined : equals);
      const letter = known.long?.[name] ?? refuse(arg);
      take(letter, equals === -1 ? null : arg.slice(equals + 1), arg);
    } else if (arg === "-" || !arg.startsWith("-")) {
      operands.push(arg);
      if (known.endsAtOperand) operands.push(...rest.splice(0));
    } else
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] ?? "";
        const attached = at + 1 < arg.length ? arg.slice(at + 1) : null;
        const takesRest = known.values?.includes(letter) || known.optional?.includes(letter);
        take(letter, takesRest ? attached : null, `-${letter}`);
        if (takesRest) break;
      }
  }
  const values = (letter: string) =>
    given.flatMap((each) => (each.letter === letter && each.value !== null ? [each.value] : []));
  return {
    has: (letter) => given.some((each) => each.letter === letter),
    value: (letter) => values(letter).at(-1) ?? null,
    values,
    given,
    operands,
  };
}
