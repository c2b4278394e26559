import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { Bridge } from "./engine/bridge.ts";
import { CurrentOrigin } from "./engine/current-origin.ts";
import { Failures } from "./engine/failures.ts";
import { commandOperations } from "./engine/operations/command-operations.ts";
import { fileOperations } from "./engine/operations/file-operations.ts";
import { promptOperations } from "./engine/operations/prompt-operations.ts";
import { runOperations } from "./engine/operations/run-operations.ts";
import { textOperations } from "./engine/operations/text-operations.ts";
import { planFor } from "./engine/plan.ts";
import { newEngine } from "./engine/quickjs.ts";
import { Sandbox } from "./engine/sandbox.ts";
import { scriptKind } from "./engine/script-kind.ts";
import { CommandDesk } from "./host/desk/command-desk.ts";
import { Ending } from "./host/ending.ts";
import { Overlay } from "./host/files/overlay.ts";
import { toVirtualPath } from "./host/files/virtual-path.ts";
import { Recorder } from "./host/record/recorder.ts";
import type { Outcome, RunRecord } from "./host/record/run-record.ts";
import { Loader } from "./modules/loader.ts";
import { PackageFiles } from "./modules/package-files.ts";
import { Resolver } from "./modules/resolver.ts";
import { computeAnswer } from "./programs/answers.ts";
import { effects } from "./programs/effects.ts";
import { undoneByGit } from "./programs/git/undo.ts";
import type { Script } from "./script.ts";

/**
 * Runs a script in the sandbox, over a copy-on-write view of the repository, and gives what it did. Nothing is written, started or connected to. Whatever the script does, the
 * outcome says it; what it did before its end is kept. It is asynchronous only because WebAssembly is.
 */
export async function runScript(
  script: Script,
  repository: Repository,
  workspace: Workspace,
): Promise<RunRecord> {
  const { entry, answers, version, bounds } = script;
  const main = toVirtualPath(entry);
  const ending = new Ending();
  const current = new CurrentOrigin(entry);
  const recorder = new Recorder(current.read, ending);
  const overlay = new Overlay(repository, (path, before, after) => recorder.write(path, before, after));
  const packages = new PackageFiles(repository.root);
  const loader = new Loader(overlay, packages, new Resolver(overlay, packages, workspace, main), main);
  const failures = new Failures(loader, recorder, ending);
  const desk: CommandDesk = new CommandDesk({
    answers,
    answer: computeAnswer,
    undone: undoneByGit,
    effects,
    repository,
    workspace,
    overlay,
    recorder,
    replaceInLines: (...args) => sandbox.replaceInLines(...args),
  });
  const bridge: Bridge = new Bridge(
    {
      ...fileOperations(overlay, recorder),
      ...textOperations,
      ...commandOperations(desk, overlay),
      ...promptOperations(version, recorder),
      ...runOperations({ overlay, recorder, loader, ending, failures, origin: current.read }),
    },
    ending,
  );
  current.follow(bridge, loader);
  const sandbox: Sandbox = new Sandbox({
    engine: await newEngine(),
    loader,
    bridge,
    ending,
    bounds,
  });
  try {
    const kind = repository.has(entry) ? scriptKind(entry, repository.read(entry) ?? "") : null;
    if (kind === null)
      ending.stop(`${entry} is not a file of the repository`, "correct the path of the release", null);
    else if (kind === "other") ending.stop(`${entry} is no JavaScript or TypeScript`, nativeHelp, null);
    else sandbox.run(planFor(script, main, kind));
  } finally {
    sandbox.dispose();
  }
  const { writes, commands, globs, patterns, looks, log } = recorder;
  const outcome = ending.outcome ?? neverEnded;
  return { outcome, writes, commands, globs, patterns, looks, log, modules: loader.loaded };
}

const nativeHelp = "rehearse natively with `command` and --engine command";

const neverEnded: Outcome = {
  ended: "stopped",
  message: "the sandbox lost the script",
  help: nativeHelp,
  origin: null,
};
