import type { TestCommand } from "unbash";
import { expandWord } from "../expansion/words.ts";
import type { Shell } from "../shell.ts";
import { parseScript } from "../syntax.ts";

/**
 * `[[ … ]]` in dash, where it is the name of a program that is not there: its words are expanded, and nothing else happens.
 * What dash takes for more than one command, for a redirection or for an error of the syntax ends the rehearsal.
 */
export function runMissingBrackets(shell: Shell, node: TestCommand): void {
  const lead = ": ";
  const text = shell.position.source.text.slice(node.pos, node.end);
  // The words keep their places, which tell on which line something is substituted.
  const { commands, errors } = parseScript(" ".repeat(Math.max(0, node.pos - lead.length)) + lead + text);
  const [only, ...more] = commands;
  const command = only?.command;
  const words = command?.type === "Command" ? command.args.filter((arg) => arg.type === "Word") : [];
  if (
    command?.type !== "Command" ||
    errors !== undefined ||
    more.length > 0 ||
    only?.background === true ||
    command.redirects.length > 0 ||
    words.length < command.args.length
  )
    shell.stop("dash has no [[", "name bash in the first line of the script");
  for (const word of words) expandWord(shell, word);
  shell.touch(node.pos);
  shell.complain("[[: not found");
  shell.status = 127;
}
