import type { Shell } from "../shell.ts";
import { readOptions } from "./builtin.ts";

const keywords = new Set(
  "if then else elif fi case esac for select while until do done in function time { } ! [[ ]] coproc".split(
    " ",
  ),
);

/** What a name means to the shell; null for nothing. */
function kindOf(shell: Shell, name: string, isBuiltin: boolean): { kind: string; path: string } | null {
  if (keywords.has(name)) return { kind: "keyword", path: name };
  if (shell.functions.has(name)) return { kind: "function", path: name };
  if (isBuiltin) return { kind: "builtin", path: name };
  if (name.includes("/")) return shell.host.isExecutable(name) ? { kind: "file", path: name } : null;
  return shell.host.isInstalled(name) ? { kind: "file", path: `/usr/bin/${name}` } : null;
}

/** `command -v` and `command -V`. */
export function commandV(shell: Shell, args: readonly string[], isKnown: (name: string) => boolean): number {
  let status = 0;
  for (const name of args.slice(1)) {
    const found = kindOf(shell, name, isKnown(name));
    if (found === null) {
      status = shell.isBash ? 1 : 127;
      if (args[0] === "-V") shell.complain(`command: ${name}: not found`);
    } else if (args[0] === "-v") shell.print(`${found.path}\n`);
    else status = describe(shell, name, found);
  }
  return status;
}

export function type(shell: Shell, args: readonly string[], isKnown: (name: string) => boolean): number {
  const { options, operands } = shell.isBash
    ? readOptions(shell, "type", args, { flags: "tpP" })
    : { options: new Map<string, string>(), operands: args };
  let status = 0;
  for (const name of operands) {
    const found = kindOf(shell, name, isKnown(name) && !options.has("P"));
    if (found === null) {
      status = shell.isBash ? 1 : 127;
      if (!options.has("t") && !options.has("p") && !options.has("P")) {
        if (shell.isBash) shell.complain(`type: ${name}: not found`);
        else shell.print(`${name}: not found\n`);
      }
    } else if (options.has("t")) shell.print(`${found.kind}\n`);
    else if (options.has("p") || options.has("P")) {
      if (found.kind === "file") shell.print(`${found.path}\n`);
    } else status = describe(shell, name, found);
  }
  return status;
}

function describe(shell: Shell, name: string, { kind, path }: { kind: string; path: string }): number {
  if (kind === "function" && shell.isBash) shell.stop(`the text of the function ${name} is not shown`);
  const isSpecial =
    !shell.isBash &&
    /^(?:[.:]|break|continue|eval|exec|exit|export|readonly|return|set|shift|times|trap|unset)$/.test(name);
  const words = {
    keyword: "a shell keyword",
    function: "a shell function",
    builtin: isSpecial ? "a special shell builtin" : "a shell builtin",
    file: path,
  };
  shell.print(`${name} is ${words[kind as keyof typeof words]}\n`);
  return 0;
}

export function hash(shell: Shell, args: readonly string[], isKnown: (name: string) => boolean): number {
  const names = args.filter((word) => !word.startsWith("-"));
  const missing = names.find((name) => kindOf(shell, name, isKnown(name)) === null);
  if (missing === undefined) return 0;
  shell.complain(`hash: ${missing}: not found`);
  return 1;
}
