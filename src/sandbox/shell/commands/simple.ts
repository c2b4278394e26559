import type { Assignment, Command, Word } from "unbash";
import type { Argument } from "../argument.ts";
import { findBuiltin, isDeclaration, isSpecial } from "../builtins/builtins.ts";
import { expandAssigned, expandWord } from "../expansion/words.ts";
import type { Shell } from "../shell.ts";
import { assign } from "../state/assign.ts";
import { callFunction } from "./call-function.ts";
import { recordStatuses } from "./pipeline.ts";
import { runProgram } from "./program.ts";
import { redirected, redirectForGood } from "./redirected.ts";

/** Runs a simple command: words first, then redirections, then assignments, as bash orders them. */
export function runSimple(shell: Shell, node: Command): void {
  const { position } = shell;
  position.command = node.pos;
  // What a trap runs is not the command at which it was run.
  if (!shell.isInTrap) shell.lastCommand = { node, text: position.source.text };
  shell.substituted = null;
  const { afterwards } = shell;
  shell.afterwards = [];
  const args = argumentsOf(shell, node);
  const assignments = node.prefix.filter((part) => part.type === "Assignment");
  shell.touch(node.pos);
  const isExec = args[0] === "exec";
  const before = shell.substituted;
  if (args.length === 0) {
    runAlone(shell, node, assignments, before);
  } else if (isExec && args.length === 1) {
    shell.status = redirectForGood(shell, node.redirects) ? 0 : 1;
    afterwards.unshift(...shell.afterwards.splice(0));
  } else {
    redirected(shell, node.redirects, () => {
      shell.touch(node.pos);
      runWords(shell, args, assignments);
    });
  }
  for (const later of shell.afterwards.splice(0).toReversed()) later();
  shell.afterwards = afterwards;
  if (!isExec && node.name !== undefined) recordLast(shell, args);
  recordStatuses(shell, [shell.status]);
}

/** The redirections of assignments alone do not hold for what is substituted in bash, and do in dash. */
function runAlone(
  shell: Shell,
  node: Command,
  assignments: readonly Assignment[],
  before: number | null,
): void {
  if (shell.isBash) runAssignments(shell, assignments);
  const isDone = redirected(shell, node.redirects, () => {
    if (!shell.isBash) runAssignments(shell, assignments);
  });
  if (isDone) shell.status = shell.substituted ?? before ?? 0;
}

function recordLast(shell: Shell, args: readonly Argument[]): void {
  const last = args.at(-1);
  shell.lastArgument = typeof last === "string" ? last : (last?.name ?? "");
}

function argumentsOf(shell: Shell, node: Command): Argument[] {
  const { name } = node;
  if (name === undefined) return [];
  const words = expandWord(shell, name);
  const declares = isDeclaration(shell, words);
  return [
    ...words,
    ...node.args.flatMap((argument): Argument[] => {
      if (argument.type === "Word") return expandWord(shell, argument);
      return declares ? [expandedFirst(shell, argument)] : expandWord(shell, asWord(shell, argument));
    }),
  ];
}

/** All words are expanded before the command runs, so that one assignment does not see another. */
function expandedFirst(shell: Shell, node: Assignment): Assignment {
  const { type, name, index, append, value, pos, end } = node;
  if (value.type === "ArrayValue") return node;
  const text = expandAssigned(shell, value);
  const part = { type: "SingleQuoted" as const, value: text, text, pos, end };
  const word: Word = { type: "Word", text, value: text, pos, end, parts: [part] };
  return { type, name, index, append, text, value: word, pos, end };
}

/** What looks like an assignment is a plain word behind every other command. */
function asWord(shell: Shell, node: Assignment): Word {
  const { text, pos, end, value } = node;
  if (value.type === "ArrayValue") return shell.stop(`an array stands among the words: ${text}`);
  const lead = text.slice(0, text.length - value.text.length);
  const first = { type: "Literal" as const, text: lead, value: lead, pos, end: value.pos };
  const rest = value.parts ?? [
    { type: "Literal" as const, text: value.text, value: value.value, pos: value.pos, end: value.end },
  ];
  return { type: "Word", text, value: text, pos, end, parts: [first, ...rest] };
}

function runAssignments(shell: Shell, assignments: readonly Assignment[]): void {
  for (const assignment of assignments) assign(shell, assignment);
}

/** Runs a function, a builtin or a program. */
export function runWords(
  shell: Shell,
  args: readonly Argument[],
  assignments: readonly Assignment[],
  withFunctions = true,
): void {
  const name = typeof args[0] === "string" ? args[0] : "";
  const rest = args.slice(1);
  const isFunction = withFunctions && shell.functions.has(name) && !(isSpecial(name) && !shell.isBash);
  const builtin = isFunction ? null : findBuiltin(shell, name);
  if (builtin !== null && isSpecial(name) && !shell.isBash) {
    runAssignments(shell, assignments);
    builtin(shell, rest);
    return;
  }
  withTemporary(shell, assignments, () => {
    const found = shell.functions.get(name);
    if (isFunction && found !== undefined) callFunction(shell, name, found, plainWords(shell, rest));
    else if (builtin !== null) builtin(shell, rest);
    else runProgram(shell, [name, ...plainWords(shell, rest)]);
  });
}

/** The assignments before a command hold for it alone, and it passes them on. */
function withTemporary(shell: Shell, assignments: readonly Assignment[], run: () => void): void {
  if (assignments.length === 0) {
    run();
    return;
  }
  const values = assignments.map((node) => {
    if (node.value.type === "ArrayValue" || node.index !== undefined) {
      return shell.stop(`an array stands before a command: ${node.text}`);
    }
    const before = node.append ? (shell.vars.text(node.name) ?? "") : "";
    return { name: node.name, value: before + expandAssigned(shell, node.value) };
  });
  shell.vars.enter();
  for (const { name, value } of values) {
    const variable = shell.vars.ensureLocal(name);
    [variable.value, variable.isExported] = [value, true];
  }
  try {
    run();
  } finally {
    shell.vars.leave();
  }
}

function plainWords(shell: Shell, args: readonly Argument[]): string[] {
  return args.map((argument) => {
    if (typeof argument === "string") return argument;
    return argument.value.type === "ArrayValue"
      ? shell.stop(`an array stands among the words: ${argument.text}`)
      : `${argument.name}${argument.append ? "+" : ""}=${expandAssigned(shell, argument.value)}`;
  });
}
