import { Bridge } from "../engine/bridge.ts";
import { CurrentOrigin } from "../engine/current-origin.ts";
import { Failures } from "../engine/failures.ts";
import { commandOperations } from "../engine/operations/command-operations.ts";
import { fileOperations } from "../engine/operations/file-operations.ts";
import { promptOperations } from "../engine/operations/prompt-operations.ts";
import { type RunParts, runOperations } from "../engine/operations/run-operations.ts";
import { textOperations } from "../engine/operations/text-operations.ts";
import type { Plan } from "../engine/plan.ts";
import { Sandbox } from "../engine/sandbox.ts";
import type { Ending } from "../host/ending.ts";
import { inlineMain, toRepositoryPath } from "../host/files/virtual-path.ts";
import { Loader } from "../modules/loader.ts";
import { Resolver } from "../modules/resolver.ts";
import type { Machine } from "./machine.ts";
import { runShellLine } from "./run-shell-script.ts";

/** Runs a script in an engine of its own until the given end is reached. */
export function runJavaScript(machine: Machine, plan: Plan, ending: Ending, print: RunParts["print"]): void {
  const { origins, overlay, packages, recorder, script, workspace } = machine;
  const loader = new Loader(
    overlay,
    packages,
    new Resolver(overlay, packages, workspace, plan.main),
    plan.main,
  );
  const failures = new Failures(loader, recorder, ending);
  const entry = toRepositoryPath(plan.main) ?? plan.main;
  const isInline = plan.main === inlineMain;
  const current = new CurrentOrigin(
    isInline ? origins.read() : { path: entry, line: 1, column: 1, function: null },
    isInline ? entry : null,
  );
  const origin = origins.read;
  const bridge: Bridge = new Bridge(
    {
      ...fileOperations(overlay, recorder),
      ...textOperations,
      ...commandOperations(machine.desk, (line) => runShellLine(machine, line)),
      ...promptOperations(script.version, recorder),
      ...runOperations({ overlay, recorder, loader, ending, failures, origin, print }),
    },
    ending,
  );
  current.follow(bridge, loader);
  for (const done of machine.finished.splice(0)) done.dispose();
  const sandbox = new Sandbox({
    engine: machine.engine,
    loader,
    bridge,
    ending,
    bounds: script.bounds,
    deadline: machine.deadline,
  });
  try {
    origins.within(current.read, () => sandbox.run(plan));
  } finally {
    machine.finished.push(sandbox);
    const loaded = isInline ? loader.loaded.filter((module) => module !== entry) : loader.loaded;
    machine.modules.push(...loaded.filter((module) => !machine.modules.includes(module)));
  }
}
