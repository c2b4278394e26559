import { posix } from "node:path";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { planFor } from "./engine/plan.ts";
import { type ScriptKind, scriptKind } from "./engine/script-kind.ts";
import { environmentOf } from "./host/environment.ts";
import { toVirtualPath, virtualRoot } from "./host/files/virtual-path.ts";
import { exitOutcome } from "./host/record/exit-outcome.ts";
import type { Outcome, RunRecord } from "./host/record/run-record.ts";
import type { Machine } from "./machine/machine.ts";
import { newMachine } from "./machine/new-machine.ts";
import { runJavaScript } from "./machine/run-javascript.ts";
import { runEntryMake } from "./machine/run-make.ts";
import { runEntryScript } from "./machine/run-shell-script.ts";
import { runEntryWorkflow } from "./machine/run-workflow.ts";
import type { Script } from "./script.ts";
import { Stopped } from "./shell/leaving.ts";

/**
 * Runs a script in the sandbox, over a copy-on-write view of the repository, and gives what it did. Nothing is written,
 * started or connected to. Whatever the script does, the outcome says it; what it did before its end is kept. It is
 * asynchronous only because WebAssembly is.
 */
export async function runScript(
  script: Script,
  repository: Repository,
  workspace: Workspace,
): Promise<RunRecord> {
  const { entry } = script;
  const first = { path: entry, line: 1, column: 1, function: null };
  const machine = await newMachine({ script, repository, workspace, first });
  const { ending } = machine;
  const kind = repository.has(entry) ? scriptKind(entry, repository.read(entry) ?? "") : null;
  if (kind === null)
    ending.stop(`${entry} is not a file of the repository`, "correct the path of the release", null);
  else if (script.kind === "makefile") runMakefile(machine);
  else if (script.kind === "workflow") runWorkflow(machine);
  else if (kind === "other") ending.stop(`${entry} is no JavaScript, TypeScript or shell`, nativeHelp, null);
  else run(machine, kind);
  return recordOf(machine);
}

function run(machine: Machine, kind: Exclude<ScriptKind, "other">): void {
  const { script, ending, recorder } = machine;
  const { entry } = script;
  if (kind !== "shell") {
    const plan = planFor(script, toVirtualPath(entry), kind);
    runJavaScript(machine, plan, ending, (stream, text) => recorder.print(stream, text));
    return;
  }
  if (script.calls !== null) {
    const help = "name it as `entry` with `args`; functions are called of JavaScript and TypeScript only";
    ending.stop(`${entry} is a shell script, of which no functions are called`, help, null);
    return;
  }
  machine.modules.push(entry);
  try {
    const path = entry.includes("/") ? entry : `./${entry}`;
    const where = { cwd: virtualRoot, env: environmentOf(script), params: script.args };
    const { exitCode, left } = runEntryScript(machine, path, where);
    ending.set(exitOutcome(recorder, exitCode, left));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

/** Where make finds a makefile by itself it is called there; one of another name is named to it, from the root. */
function runMakefile(machine: Machine): void {
  const { script, ending, recorder } = machine;
  const isFound = foundByMake.has(posix.basename(script.entry));
  const folder = isFound ? posix.dirname(script.entry) : ".";
  machine.modules.push(script.entry);
  const argv = ["make", "-f", posix.relative(folder, script.entry), ...script.args];
  const cwd = folder === "." ? virtualRoot : toVirtualPath(folder);
  try {
    const exitCode = runEntryMake(machine, { argv, cwd, env: { ...environmentOf(script), PWD: cwd } });
    ending.set(exitOutcome(recorder, exitCode, null));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

const foundByMake = new Set(["GNUmakefile", "makefile", "Makefile"]);

function runWorkflow(machine: Machine): void {
  const { script, ending, recorder } = machine;
  machine.modules.push(script.entry);
  try {
    ending.set(exitOutcome(recorder, runEntryWorkflow(machine, environmentOf(script)), null));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

function recordOf({ ending, recorder, modules }: Machine): RunRecord {
  const { writes, commands, globs, patterns, looks, log } = recorder;
  return { outcome: ending.outcome ?? neverEnded, writes, commands, globs, patterns, looks, log, modules };
}

const nativeHelp = "rehearse natively with `command` and --engine command";

const neverEnded: Outcome = {
  ended: "stopped",
  message: "the sandbox lost the script",
  help: nativeHelp,
  origin: null,
};
