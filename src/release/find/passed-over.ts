import type { Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import { releaseTools } from "../tools/release-tools.ts";
import { type ScriptCandidate, scriptCandidates } from "./script-candidates.ts";
import { releaseTool } from "./version-programs.ts";

/** Something that looks like a way to release the repository and is not even tried. */
export interface PassedOver {
  /** The script, or the name of the tool. */
  readonly subject: string;
  /** One clause without a full stop. */
  readonly reason: string;
}

/** What looks like the release of the repository and is none of the releases that were found. */
export function passedOver(repository: Repository, found: readonly Release[]): PassedOver[] {
  const taken = new Set(found.flatMap(({ entry, module }) => entry ?? module ?? []));
  const scripts = scriptCandidates(repository).filter(({ path }) => !taken.has(path));
  return [
    ...scripts.map((script) => ({ subject: script.path, reason: reasonFor(script) })),
    ...unreadTool(repository, taken),
  ];
}

function reasonFor({ invocation, writes }: ScriptCandidate): string {
  if (invocation === null) return "its text does not show how it takes a version";
  return writes ? "another script looks as much or more like the release" : "it writes no file";
}

/** A tool whose configuration nobody reads yet, or a script in a language that is not rehearsed. */
function unreadTool(repository: Repository, taken: ReadonlySet<string>): PassedOver[] {
  const tool = releaseTool(repository);
  if (tool === null || tool.isPresumed || taken.has(tool.name)) return [];
  if (releaseTools.some(({ id }) => id === tool.name)) return [];
  const reason = /\.(?:ba)?sh$/.test(tool.name)
    ? "its text does not show that it is called with a version alone"
    : `${tool.by} shows it, and it is rehearsed with --engine command only: ${tool.command}`;
  return [{ subject: tool.name, reason }];
}
