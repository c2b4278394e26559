/** The arguments of a command, told apart. */
export interface CommandLine {
  /** Option by name with its dashes, with its values in order; a flag has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** The options of a command that do not change what its answer is, or change it in a way that the answer knows. */
export interface KnownOptions {
  readonly flags: readonly string[];
  readonly valued: readonly string[];
  /** Other spellings, each with the option that it stands for; one with a value (`--a=b`) stands for a flag. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/**
 * Reads arguments in the manner of GNU: `--name value`, `--name=value`, and `--` before operands that may look like
 * options. Gives null when an option is not known, because an answer that overlooks an option is a wrong answer.
 */
export function readArguments(args: readonly string[], known: KnownOptions): CommandLine | null {
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (argument === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!argument.startsWith("-") || argument === "-") {
      operands.push(argument);
      continue;
    }
    const whole = known.aliases?.[argument];
    const equals = whole === undefined && argument.startsWith("--") ? argument.indexOf("=") : -1;
    const spelling = equals === -1 ? argument : argument.slice(0, equals);
    const name = whole ?? known.aliases?.[spelling] ?? spelling;
    const values = options.get(name) ?? [];
    if (known.valued.includes(name)) {
      const value = equals === -1 ? args[++at] : argument.slice(equals + 1);
      if (value === undefined) return null;
      values.push(value);
    } else if (equals !== -1 || !known.flags.includes(name)) {
      return null;
    }
    options.set(name, values);
  }
  return { options, operands };
}

/** The program and its arguments, without the path, the ending of a Windows launcher, and `corepack` in front. */
export function programOf(argv: readonly string[]): { program: string; args: readonly string[] } {
  const [path = "", ...args] = argv;
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const program = name.replace(/\.(?:cmd|exe)$/, "");
  const launched = program === "corepack" && args[0] !== undefined && !args[0].startsWith("-");
  return launched ? programOf(args) : { program, args };
}
