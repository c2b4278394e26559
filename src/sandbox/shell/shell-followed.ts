import { plainText } from "./shell-builtins.ts";
import { type Pipeline, readShellLine, type SimpleCommand } from "./shell-line.ts";
import { noOptions, type ShellOptions, withOptions } from "./shell-options.ts";
import type { Word } from "./shell-text.ts";

/** A substitution can hold substitutions, and a sourced file others; nobody nests them this deeply. */
export const deepest = 10;

const cleaning = new Set(["rm", "echo", ":", "true"]);

/** What a line meets when it is run. */
export interface Surroundings {
  readonly options: ShellOptions;
  /** The variables that can no longer be assigned. */
  readonly constants: ReadonlySet<string>;
  /** The text of a file that the line sources; null when there is none. */
  readonly textOf: (path: string) => string | null;
}

/** The pipelines of a line that can be followed to its end, through the files that it sources; null for any other. */
export function followedLine(line: string, around: Surroundings): Pipeline[] | null {
  const { isBash } = around.options;
  const pipelines = readShellLine(line, isBash);
  const all = pipelines === null ? null : withSourced(pipelines, around, 0);
  if (all === null || assignsConstants(all, around.constants)) return null;
  const trapped = commandsOf(all).filter((command) => programOf(command) === "trap");
  if (!trapped.every(({ words }) => isCleaning(words[1] ?? []))) return null;
  const isRisky = () => substitutesLists(all, isBash) || sourcesWithinList(all);
  return endsAtErrors(all, around.options) && isRisky() ? null : pipelines;
}

/** Whether a line does no more than to remove files and to say something, as a trap for the end of a shell may. */
export function onlyCleans(line: string): boolean {
  const pipelines = readShellLine(line);
  return (
    pipelines !== null && commandsOf(pipelines).every((command) => cleaning.has(programOf(command) ?? ""))
  );
}

/** The variables in it may hold anything, so that what they make of it is looked at again in the end. */
function isCleaning(action: Word): boolean {
  const text = action.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  return action.every(({ kind }) => kind !== "substitution") && (text === "-" || onlyCleans(text));
}

/** The pipelines, each behind those of the files that it sources; null when a file is not known beforehand. */
function withSourced(pipelines: readonly Pipeline[], around: Surroundings, depth: number): Pipeline[] | null {
  const all: Pipeline[] = [];
  for (const pipeline of pipelines) {
    for (const command of pipeline.commands.filter(isSourcing)) {
      const hasMoved = commandsOf(all).some((one) => programOf(one) === "cd");
      const text = hasMoved ? null : around.textOf(plainText(command.words[1] ?? []) ?? "");
      const read = text === null || depth === deepest ? null : readShellLine(text, around.options.isBash);
      const inner = read === null ? null : withSourced(read, around, depth + 1);
      if (inner === null) return null;
      all.push(...inner);
    }
    all.push(pipeline);
  }
  return all;
}

/** Whether a list that fails within a substitution ends that as well is another matter in sh than in bash. */
function endsAtErrors(pipelines: readonly Pipeline[], options: ShellOptions): boolean {
  const setting = commandsOf(pipelines).map(({ words }) => words.map(plainText));
  return (
    options.errexit ||
    setting.some(([name, ...args]) => name === "set" && withOptions(noOptions, args.map(String))?.errexit)
  );
}

/** Errors do not count in a sourced file when they do not count where it is sourced. */
function sourcesWithinList(pipelines: readonly Pipeline[]): boolean {
  return pipelines.some(({ commands }, index) => {
    const isLast = (pipelines[index + 1]?.after ?? ";") === ";";
    return commands.some(isSourcing) && (commands.length > 1 || !isLast);
  });
}

function assignsConstants(pipelines: readonly Pipeline[], before: ReadonlySet<string>): boolean {
  const constants = new Set(before);
  for (const command of commandsOf(pipelines)) {
    const program = programOf(command);
    const named = command.words.slice(1).map((word) => plainText(word) ?? "");
    const changed = command.assignments.map(({ name }) => name);
    if ([...changed, ...(program === "unset" ? named : [])].some((name) => constants.has(name))) return true;
    if (program === "readonly") for (const name of [...changed, ...named]) constants.add(name);
  }
  return false;
}

function commandsOf(pipelines: readonly Pipeline[]): SimpleCommand[] {
  return pipelines.flatMap(({ commands }) => commands);
}

function programOf({ words }: SimpleCommand): string | null {
  return plainText(words[0] ?? []);
}

function isSourcing(command: SimpleCommand): boolean {
  return [".", "source"].includes(programOf(command) ?? "");
}

/** True when a substitution of these pipelines holds several lists, however deep it stands. */
function substitutesLists(pipelines: readonly Pipeline[], isBash: boolean, depth = 0): boolean {
  const words = pipelines.flatMap(({ commands }) =>
    commands.flatMap((command) => [
      ...command.words,
      ...command.assignments.map(({ value }) => value),
      ...command.redirections.map(({ target }) => (typeof target === "string" ? [] : target)),
    ]),
  );
  return words.flat().some((part) => {
    if (part.kind !== "substitution") return false;
    if (depth === deepest) return true;
    const inner = readShellLine(part.line, isBash) ?? [];
    return (
      inner.filter(({ after }) => after === ";").length > 1 || substitutesLists(inner, isBash, depth + 1)
    );
  });
}
