import type { Argument } from "../argument.ts";
import type { Shell } from "../shell.ts";

/** A command of the shell's own. It leaves how it went in the status of the shell. */
export type Builtin = (shell: Shell, args: readonly Argument[]) => void;

/** A builtin that takes plain words and gives its status. */
export function plain(run: (shell: Shell, args: readonly string[]) => number): Builtin {
  return (shell, args) => {
    shell.status = run(shell, args.map(wordOf(shell)));
  };
}

function wordOf(shell: Shell): (argument: Argument) => string {
  return (argument) =>
    typeof argument === "string"
      ? argument
      : shell.stop(`an assignment stands among the words: ${argument.text}`);
}

/** The letters of the options that a builtin knows. */
interface OptionLetters {
  readonly flags: string;
  /** Those that take a value. */
  readonly valued?: string;
}

/** The letters of options before the operands. An option that is not known ends the rehearsal. */
export function readOptions(
  shell: Shell,
  name: string,
  args: readonly string[],
  { flags, valued = "" }: OptionLetters,
): { options: Map<string, string>; operands: readonly string[] } {
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--") return { options, operands: args.slice(at + 1) };
    if (!/^-./.test(word)) return { options, operands: args.slice(at) };
    for (let index = 1; index < word.length; index++) {
      const letter = word[index] ?? "";
      if (valued.includes(letter)) {
        options.set(letter, word.slice(index + 1) || (args[++at] ?? ""));
        break;
      }
      if (!flags.includes(letter)) shell.stop(`${name} -${letter} is not known`);
      options.set(letter, "");
    }
  }
  return { options, operands: [] };
}
