import type { Release } from "../config/schema.ts";
import type { Script } from "../sandbox/script.ts";
import type { Bump } from "./bump.ts";
import { fill, fillDeep } from "./placeholders.ts";

/** A release as the sandbox runs it, with its placeholders filled for the step that it is to make. */
export function sandboxedScript(release: Release, bump: Bump): Script {
  const { args, calls, timeoutSeconds, memoryMiB } = release;
  return {
    ...fileOf(release),
    jobs: [release.job ?? []].flat(),
    tag: release.tag === undefined ? null : fill(release.tag, bump),
    calls:
      release.module === undefined
        ? null
        : calls.map((call) => ({ function: call.function, args: fillDeep(call.args, bump) })),
    args: [...(release.target?.split(/\s+/) ?? []), ...args].map((arg) => fill(arg, bump)),
    env: filled(release.env, bump),
    answers: filled(release.answers, bump),
    version: bump.target,
    bounds: { timeoutSeconds, memoryMiB },
  };
}

function fileOf({ entry, module, target, makefile, workflow }: Release): Pick<Script, "entry" | "kind"> {
  if (workflow !== undefined) return { entry: workflow, kind: "workflow" };
  if (target !== undefined) return { entry: makefile ?? "Makefile", kind: "makefile" };
  return { entry: entry ?? module ?? "", kind: "program" };
}

function filled(texts: Readonly<Record<string, string>>, bump: Bump): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, bump)]));
}
