import type { Pipeline } from "unbash";
import type { Shell } from "../shell.ts";
import type { Variable } from "../state/variable.ts";
import { Source } from "../streams/descriptor.ts";
import { TextSink } from "../streams/sinks.ts";
import { runSubshell } from "./subshell.ts";

/** Runs the commands of a pipeline one after the other, each in a subshell, and gives each what the one before it said. */
export function runPipeline(shell: Shell, { commands, operators }: Pipeline): void {
  const statuses: number[] = [];
  let source: Source | null = null;
  for (const [index, command] of commands.entries()) {
    const isLast = index === commands.length - 1;
    const isOwn = isLast && shell.shopt.has("lastpipe");
    if (isOwn) shell.stop("shopt -s lastpipe is not known");
    const inner = shell.fork();
    if (source !== null) inner.descriptors.set(0, { source, sink: null });
    const sink = isLast ? null : new TextSink(shell.grown);
    if (sink !== null) inner.descriptors.set(1, { source: null, sink });
    if (operators[index] === "|&") inner.descriptors.set(2, inner.descriptor(1));
    runSubshell(inner, () => inner.nested(() => inner.runCommand(command)));
    statuses.push(inner.status);
    shell.lastCommand = inner.lastCommand;
    if (sink !== null) source = new Source(() => sink.text, sink.isKnown);
  }
  const last = statuses.at(-1) ?? 0;
  shell.status = shell.options.has("pipefail") ? (statuses.findLast((status) => status !== 0) ?? 0) : last;
  recordStatuses(shell, statuses);
}

/** What `PIPESTATUS` gives. */
export function recordStatuses(shell: Shell, statuses: readonly number[]): void {
  if (!shell.isBash) return;
  const variable: Variable = shell.vars.ensureGlobal("PIPESTATUS");
  variable.kind = "indexed";
  variable.items = new Map(statuses.map((status, index) => [String(index), String(status)]));
}
