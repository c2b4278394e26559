import { programOf } from "../command-line.ts";

/** A call of git without its global options. */
export interface GitCall {
  readonly subcommand: string;
  readonly args: readonly string[];
  /** The values of `-C`, in order. */
  readonly folders: readonly string[];
}

/** Reads a call of git; null when the command is another, or has a global option that changes what git works on. */
export function gitCall(argv: readonly string[]): GitCall | null {
  const { program, args } = programOf(argv);
  if (program !== "git") return null;
  const folders: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (argument === "-C") folders.push(args[++at] ?? "");
    else if (argument === "-c") at++;
    else if (!["--no-pager", "-P", "--no-optional-locks", "--literal-pathspecs"].includes(argument)) {
      return argument.startsWith("-") ? null : { subcommand: argument, args: args.slice(at + 1), folders };
    }
  }
  return null;
}
