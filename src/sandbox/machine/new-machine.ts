import { newEngine } from "../engine/quickjs.ts";
import { CommandDesk } from "../host/desk/command-desk.ts";
import { Ending } from "../host/ending.ts";
import { startOf } from "../host/environment.ts";
import { Ages } from "../host/files/ages.ts";
import { Overlay } from "../host/files/overlay.ts";
import { Origins } from "../host/record/origins.ts";
import { Recorder } from "../host/record/recorder.ts";
import { PackageFiles } from "../modules/package-files.ts";
import { computeAnswer } from "../programs/answers.ts";
import { undoneByGit } from "../programs/git/undo.ts";
import { programs } from "../programs/programs.ts";
import { handingOf } from "./hand-over.ts";
import type { Machine, Occasion } from "./machine.ts";

/** A machine with a fresh view of the repository. It is asynchronous only because WebAssembly is. */
export async function newMachine(occasion: Occasion): Promise<Machine> {
  const { script, repository, workspace, first } = occasion;
  const ending = new Ending();
  const origins = new Origins(() => first);
  const recorder = new Recorder(origins.read, ending);
  const ages = new Ages();
  const overlay = new Overlay(repository, (path, before, after) => {
    ages.change(path, before, after);
    recorder.write(path, before, after);
  });
  const engine = await newEngine(script.bounds.memoryMiB);
  const machine: Machine = {
    ...occasion,
    engine,
    finished: [],
    ending,
    origins,
    recorder,
    overlay,
    ages,
    packages: new PackageFiles(repository.root),
    deadline: performance.now() + script.bounds.timeoutSeconds * 1000,
    nesting: { depth: 0, isShell: false },
    modules: [],
    desk: new CommandDesk({
      answers: script.answers,
      answer: computeAnswer,
      undone: undoneByGit,
      programs,
      ending,
      now: startOf(script),
      repository,
      workspace,
      overlay,
      recorder,
      handingOf: (started) => handingOf(machine, started),
    }),
  };
  return machine;
}
