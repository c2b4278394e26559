import type { Release } from "../config/schema.ts";
import type { Script } from "../sandbox/script.ts";
import { fill, fillDeep } from "./placeholders.ts";

/** A release as the sandbox runs it, with its placeholders filled for the version that it is to give. */
export function sandboxedScript(release: Release, target: string): Script {
  const { args, calls, timeoutSeconds, memoryMiB } = release;
  return {
    ...fileOf(release),
    job: release.job ?? null,
    calls:
      release.module === undefined
        ? null
        : calls.map((call) => ({ function: call.function, args: fillDeep(call.args, target) })),
    args: [...(release.target?.split(/\s+/) ?? []), ...args].map((arg) => fill(arg, target)),
    env: filled(release.env, target),
    answers: filled(release.answers, target),
    version: target,
    bounds: { timeoutSeconds, memoryMiB },
  };
}

function fileOf({ entry, module, target, makefile, workflow }: Release): Pick<Script, "entry" | "kind"> {
  if (workflow !== undefined) return { entry: workflow, kind: "workflow" };
  if (target !== undefined) return { entry: makefile ?? "Makefile", kind: "makefile" };
  return { entry: entry ?? module ?? "", kind: "program" };
}

function filled(texts: Readonly<Record<string, string>>, target: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, target)]));
}
