import { posix } from "node:path";
import type { Command, CommandNode, PipelineNode, Word } from "unbash";
import { parseScript } from "../../../sandbox/shell/syntax.ts";

/** A line of a script that rewrites one file by `sed` or `perl`, as a model for further ones. */
export interface LineStyle {
  readonly program: "sed" | "perl";
  /** The line up to the program's script as it is, and with the option for extended patterns. */
  readonly plainStart: string;
  readonly start: string;
  /** The program's script as it is written there. */
  readonly written: string;
  /** The line between the program's script and the file, and behind the file. */
  readonly between: string;
  readonly end: string;
  /** The file that it rewrites, as it is written there. */
  readonly file: string;
  /** How it may name the new version, such as `$VERSION` or `$(VERSION)`: those of its variables, the likeliest first. */
  readonly versions: readonly string[];
  /** What the backup of the file is called in addition, such as `.bak`; empty where none is made. */
  readonly backup: string;
}

const reference = /\$\{\{[^}]{0,400}\}\}|\$\$?\{[A-Za-z_]\w*\}|\$\$?\([A-Za-z_]\w*\)|\$\$?[A-Za-z_]\w*/g;

/** A word that is a variable or an argument of a function and nothing else. */
const variable = /^"?\$(?:\w+|\{\w+\})"?$/;

/**
 * Reads a line as such a model; null for one that does anything else.
 *
 * @param path of the file that it was seen to rewrite; null where a variable names it
 */
export function lineStyleOf(line: string, path: string | null): LineStyle | null {
  const indent = /^\s*(?:[@+-]\s*)*/.exec(line)?.[0] ?? "";
  // What GitHub fills in is no text of the shell.
  const text = line.slice(indent.length).replace(/\$\{\{[^}]{0,400}\}\}/g, (each) => "x".repeat(each.length));
  const { commands, errors } = parseScript(text);
  const command = firstCommand(commands[0]?.command);
  if (errors !== undefined || commands.length !== 1 || command === null) return null;
  const program = /^(?:g?sed|perl)$/.exec(command.name?.value ?? "")?.[0];
  const words = command.args.filter((arg): arg is Word => arg.type === "Word");
  const [script, file] = words.slice(-2);
  if (program === undefined || script === undefined || file === undefined) return null;
  const options = words.slice(0, -2).map(({ value }) => value);
  const isPlain = options.every((option) => option.startsWith("-") || option === "");
  const isFile = path === null ? variable.test(file.text) : posix.normalize(file.value) === path;
  if (!isPlain || !isFile || command.redirects.length > 0) return null;
  const at = indent.length;
  const written = line.slice(at + script.pos, at + script.end);
  const versions = versionsIn(written);
  if (versions.length === 0) return null;
  return {
    program: program === "perl" ? "perl" : "sed",
    plainStart: line.slice(0, at + script.pos),
    start: extended(line.slice(0, at + script.pos), options, program),
    written,
    between: line.slice(at + script.end, at + file.pos),
    end: line.slice(at + file.end),
    file: file.value,
    versions,
    backup: options.flatMap((option) => /^-i(.+)$/.exec(option)?.[1] ?? [])[0] ?? "",
  };
}

/** A variable of a script can hold a delimiter or an old version as well; the new one comes last, and is called so. */
function versionsIn(script: string): string[] {
  const references = new Set([...script.matchAll(reference)].map(([text]) => text).reverse());
  const isCalledSo = (text: string): boolean => /ver|new|next|tag|release/i.test(text);
  return [...references].sort((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)));
}

function firstCommand(
  node:
    | PipelineNode
    | CommandNode
    | { readonly type: "AndOr"; readonly commands: readonly PipelineNode[] }
    | undefined,
): Command | null {
  if (node?.type === "AndOr") return firstCommand(node.commands[0]);
  return node?.type === "Command" ? node : null;
}

/** The patterns that are made are those of `sed -E`. */
function extended(start: string, options: readonly string[], program: string): string {
  const isExtended =
    program === "perl" || options.some((option) => /^-[A-Za-z]*[Er]|^--regexp-extended$/.test(option));
  return isExtended ? start : start.replace(program, `${program} -E`);
}
