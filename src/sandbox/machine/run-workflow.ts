import { byteText } from "../host/files/byte-text.ts";
import { decodeUtf8 } from "../host/files/text.ts";
import { toVirtualPath, virtualRoot } from "../host/files/virtual-path.ts";
import { sinkTo } from "../shell/streams/sinks.ts";
import { environmentOf } from "../workflow/contexts.ts";
import type { WorkflowHost } from "../workflow/host.ts";
import { readWorkflow } from "../workflow/read-workflow.ts";
import { runWorkflow } from "../workflow/run-workflow.ts";
import { startingEvent } from "../workflow/starting-event.ts";
import type { Machine } from "./machine.ts";
import { runRecipeLine } from "./run-shell-script.ts";
import { shellHost } from "./shell-host.ts";

/** Runs a job of a workflow as the release itself, with inputs as `name=value`; gives its exit code. */
export function runEntryWorkflow(machine: Machine, env: Readonly<Record<string, string>>): number {
  const { repository, script } = machine;
  const workflow = readWorkflow(repository.read(script.entry) ?? "");
  const host = workflowHost(machine);
  if (workflow === null) {
    const origin = machine.origins.read();
    return host.stop(`${script.entry} is no workflow`, "correct the path of the release", origin);
  }
  machine.nesting.isShell = true;
  const event = startingEvent(workflow, script.tag);
  const inputs = script.args.map((arg): [string, string] => {
    const at = arg.indexOf("=");
    return [arg.slice(0, at), arg.slice(at + 1)];
  });
  return runWorkflow({
    host,
    workflow,
    path: script.entry,
    event,
    jobNames: script.jobs,
    inputs: Object.fromEntries(inputs),
    env: { ...env, ...environmentOf(event, workflow) },
    repository:
      /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository.git?.remote ?? "")?.[1] ?? null,
    revision: repository.git?.head ?? null,
  });
}

function workflowHost(machine: Machine): WorkflowHost {
  const { overlay, recorder } = machine;
  return {
    run(line) {
      let said = "";
      const stdout = sinkTo((text) => {
        said += text;
        recorder.print("stdout", text);
      });
      const stderr = sinkTo((text) => recorder.print("stderr", text));
      return { exitCode: runRecipeLine(machine, line, { stdout, stderr }), said };
    },
    empty: (path) => overlay.writeFile(path, new Uint8Array()),
    read: (path) => byteText(overlay.read(path)),
    text(path) {
      const place = toVirtualPath(path);
      return overlay.kindOf(place) === "file" ? decodeUtf8(overlay.read(place)) : null;
    },
    used: (what, origin) =>
      machine.origins.within(
        () => origin,
        () => machine.desk.notRun(`uses ${what}`, ["uses", what], virtualRoot),
      ),
    stop: shellHost(machine).stop,
  };
}
