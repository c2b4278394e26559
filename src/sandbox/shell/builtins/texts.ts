import { resolveVirtual, toRepositoryPath } from "../../host/files/virtual-path.ts";
import type { Argument } from "../argument.ts";
import { runProgram } from "../commands/program.ts";
import { Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";
import { fileSource, inlineSource, type SourceText } from "../source-text.ts";
import { readFile } from "../streams/read-file.ts";

export function evaluate(shell: Shell, args: readonly string[]): number {
  const text = args.join(" ");
  const { position } = shell;
  shell.nested(() =>
    shell.runText(text, inlineSource(text, position.source.name, position.origin(), position.line)),
  );
  return shell.status;
}

/** Runs a file in this shell. Without a slash in its name bash looks in the folder at hand, too. */
export function source(shell: Shell, args: readonly string[]): number {
  const [name, ...params] = args[0] === "--" ? args.slice(1) : args;
  if (name === undefined) {
    shell.complain("source: filename argument required");
    return 2;
  }
  const path = resolveVirtual(shell.cwd, name);
  const isFound = name.includes("/") || shell.isBash;
  const text = isFound ? readFile(shell, path) : { reason: "not found" };
  if (typeof text !== "string") {
    if (!shell.isBash) return shell.fail(`.: ${name}: ${text.reason}`);
    shell.complain(`${name}: ${text.reason}`);
    return 1;
  }
  const before = shell.params;
  const { line } = shell.position;
  shell.frames.push({ name: "source", source: name, calledAt: line });
  if (params.length > 0) shell.params = params;
  try {
    shell.nested(() => shell.runText(text, sourceOf(shell, text, path, name)));
  } catch (error) {
    if (!(error instanceof Leaving) || error.kind !== "return") throw error;
    shell.status = error.value;
  } finally {
    shell.frames.pop();
    if (params.length > 0) shell.params = before;
  }
  return shell.status;
}

function sourceOf(shell: Shell, text: string, path: string, name: string): SourceText {
  const inside = toRepositoryPath(path);
  if (inside === null) return inlineSource(text, name, shell.position.origin());
  return fileSource(text, inside, name);
}

/** Runs a program in the place of the shell, whose trap for the end is then not done. */
export function exec(shell: Shell, args: readonly string[]): number {
  const words = args[0] === "--" ? args.slice(1) : args;
  if (/^-./.test(words[0] ?? "")) shell.stop(`exec ${words[0]} is not known`);
  shell.traps.delete("EXIT");
  runProgram(shell, words);
  throw new Leaving("exit", shell.status);
}

/** `command` and `builtin`: the words behind them without a look at functions. */
export function passOver(shell: Shell, args: readonly Argument[]): void {
  const rest = args[0] === "--" || args[0] === "-p" ? args.slice(1) : args;
  if (rest.length === 0) shell.status = 0;
  else shell.runArguments(rest, false);
}
