import { quoteByQuotes } from "../expansion/quote.ts";
import type { Shell } from "../shell.ts";

const numbers: Readonly<Record<string, string>> = {
  "0": "EXIT",
  "1": "HUP",
  "2": "INT",
  "3": "QUIT",
  "6": "ABRT",
  "9": "KILL",
  "13": "PIPE",
  "14": "ALRM",
  "15": "TERM",
};
const known = new Set([
  ...Object.values(numbers),
  "ERR",
  "DEBUG",
  "RETURN",
  "USR1",
  "USR2",
  "CHLD",
  "WINCH",
  "TSTP",
  "CONT",
  "STOP",
  "TTIN",
  "TTOU",
]);

/** What is to be done at the end, at an error and at signals; no signal ever comes. */
export function trap(shell: Shell, args: readonly string[]): number {
  const words = args[0] === "--" ? args.slice(1) : args;
  if (words.length === 0 || words[0] === "-p") return list(shell, words.slice(1));
  if (words[0] === "-l") shell.stop("trap -l is not known");
  const isReset =
    words.length === 1 || words[0] === "-" || (/^\d+$/.test(words[0] ?? "") && words.length > 1);
  const [action, conditions] = isReset
    ? ["-", words[0] === "-" ? words.slice(1) : words]
    : [words[0] ?? "", words.slice(1)];
  let status = 0;
  for (const condition of conditions) {
    const name = nameOf(condition);
    if (name === null || (!shell.isBash && ["ERR", "DEBUG", "RETURN"].includes(name))) {
      shell.complain(`trap: ${condition}: invalid signal specification`);
      status = 1;
    } else if (action === "-") shell.traps.delete(name);
    else {
      if (name === "DEBUG" || name === "RETURN") shell.stop(`trap for ${name} is not known`);
      shell.traps.set(name, action);
    }
  }
  return status;
}

function list(shell: Shell, names: readonly string[]): number {
  const wanted = names.map(nameOf);
  for (const [name, action] of shell.traps) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const shown = name === "EXIT" || name === "ERR" || !shell.isBash ? name : `SIG${name}`;
    shell.print(`trap -- ${quoteByQuotes(action)} ${shown}\n`);
  }
  return 0;
}

function nameOf(condition: string): string | null {
  const name = numbers[condition] ?? condition.toUpperCase().replace(/^SIG/, "");
  return known.has(name) ? name : null;
}
