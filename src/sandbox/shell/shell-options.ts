/** The options of a shell that change what a line does; those that only trace it do not count. */
export interface ShellOptions {
  /** Ends at the first list that fails. */
  readonly errexit: boolean;
  /** Ends where a variable is used that is not set. */
  readonly nounset: boolean;
  /** A pipeline fails when any of its commands does. */
  readonly pipefail: boolean;
  /** Wildcards stand for themselves. */
  readonly noglob: boolean;
  /** The shell that is asked for is bash, and not whatever shell a system has as its `sh`. */
  readonly isBash: boolean;
}

/** A shell as it starts. */
export const noOptions: ShellOptions = {
  errexit: false,
  nounset: false,
  pipefail: false,
  noglob: false,
  isBash: false,
};

const byName: ReadonlyMap<string, Exclude<keyof ShellOptions, "isBash"> | "trace"> = new Map([
  ["errexit", "errexit"],
  ["noglob", "noglob"],
  ["nounset", "nounset"],
  ["pipefail", "pipefail"],
  ["verbose", "trace"],
  ["xtrace", "trace"],
]);
const byLetter: ReadonlyMap<string, string> = new Map([
  ["e", "errexit"],
  ["f", "noglob"],
  ["u", "nounset"],
  ["v", "verbose"],
  ["x", "xtrace"],
]);

/**
 * The options after `set` with these arguments, for example `-eu`, `+e` or `-euo pipefail`; null when one of them is not
 * known here, and without any, when `set` prints variables instead.
 * Grammar: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set
 */
export function withOptions(options: ShellOptions, args: readonly string[]): ShellOptions | null {
  if (args.length === 0) return null;
  let changed = options;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!/^[-+][a-z]+$/.test(word)) return null;
    for (const letter of word.slice(1)) {
      const name = letter === "o" ? rest.shift() : byLetter.get(letter);
      const option = byName.get(name ?? "");
      if (option === undefined) return null;
      if (option !== "trace") changed = { ...changed, [option]: word.startsWith("-") };
    }
  }
  return changed;
}

/** The line that a program call hands to a shell, such as `bash -euc LINE`, and the options; null for any other call. */
export function shellCall(argv: readonly string[]): { line: string; options: ShellOptions } | null {
  const [program = "", ...args] = argv;
  if (!/^(?:(?:\/usr)?\/bin\/)?(?:ba|da|z)?sh$/.test(program)) return null;
  const at = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  const line = args[at + 1];
  if (at === -1 || line === undefined) return null;
  // A login shell and an interactive one run the same line, whichever files they read before it.
  const given = [...args.slice(0, at), (args[at] ?? "").replace(/[cil]/g, "")].filter(
    (arg) => !["-", "--login", "--noprofile", "--norc"].includes(arg),
  );
  const plain = { ...noOptions, isBash: program.endsWith("bash") };
  const options = given.length === 0 ? plain : withOptions(plain, given);
  return options === null ? null : { line, options };
}
