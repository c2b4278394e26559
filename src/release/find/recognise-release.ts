import * as v from "valibot";
import { AuditError } from "../../audit-error.ts";
import type { Sourced } from "../../config/config.ts";
import { type Release, releaseSchema } from "../../config/schema.ts";
import { tomlLines } from "../../config/toml-text.ts";
import type { Repository } from "../../repository/repository.ts";
import { type ScriptCandidate, scriptCandidates } from "./script-candidates.ts";
import { releaseTool, type ToolSeen } from "./version-programs.ts";

/**
 * Finds the release script of a repository that was not told about it: a package script of a telling name that runs a
 * JavaScript or TypeScript file, else a file of a telling name in a folder for scripts. It must write files and its
 * text must show how it takes a version.
 *
 * @throws AuditError when there is none, or several that are equally good, with the TOML to paste.
 */
export function recogniseRelease(repository: Repository): Sourced<Release> {
  const candidates = scriptCandidates(repository);
  const ranks = [
    candidates.filter(({ script }) => script !== null),
    candidates.filter(({ invocation, byOption }) => invocation?.as === "entry" && !byOption),
    candidates.filter(({ invocation }) => invocation?.as === "module"),
    candidates.filter(({ byOption }) => byOption),
  ];
  const usable = ranks.map((rank) => rank.filter(({ invocation, writes }) => invocation !== null && writes));
  const best = usable.find((rank) => rank.length > 0) ?? [];
  const [only, second] = best;
  if (only === undefined) throw nothingFound(candidates, releaseTool(repository));
  if (second !== undefined) throw ambiguous(best);
  return { value: releaseOf(only), source: { from: "recognised", why: whyOf(only) } };
}

/** The entry of the configuration that says what was recognised. */
function releaseOf(candidate: ScriptCandidate): Release {
  return v.parse(releaseSchema, tableOf(candidate));
}

function tableOf({ path, args, invocation }: ScriptCandidate): Record<string, unknown> {
  if (invocation?.as === "module") return { name: "release", module: path, calls: [invocation.call] };
  return { name: "release", entry: path, args: [...args, ...(invocation?.args ?? ["{version}"])] };
}

function whyOf({ path, script, byOption, invocation }: ScriptCandidate): string {
  const named = byOption ? "a package script runs it" : "its name says so";
  const found = script === null ? named : `the package script ${JSON.stringify(script)} runs it`;
  return `${path}: ${found}, it writes files, and ${invocation?.why ?? "takes a version"}`;
}

function ambiguous(candidates: readonly ScriptCandidate[]): AuditError {
  const paths = shownSome(candidates.map(({ path }) => path));
  const message = `${candidates.length} scripts look equally like the release script: ${paths}`;
  return noRelease(message, "Say which one it is, in version-audit.toml, for example:", candidates);
}

/** A repository without a tool's configuration and without two past releases that agree comes here, too. */
const nothingShows = "nothing shows how this repository is released";

function nothingFound(candidates: readonly ScriptCandidate[], tool: ToolSeen | null): AuditError {
  const seen = candidates.map(({ path, invocation }) =>
    invocation === null ? `${path} (does not show how it takes a version)` : `${path} (writes no file)`,
  );
  if (seen.length > 0) {
    const help = "`version-audit init` tries them. Or say in version-audit.toml how one is run:";
    return noRelease(
      `${nothingShows}, though these look like a release script: ${shownSome(seen)}`,
      help,
      candidates,
    );
  }
  if (tool === null) {
    const own = tableText({ name: "release", entry: "scripts/release.ts", args: ["{version}"] });
    return failure(nothingShows, `Name the script that sets the version, in version-audit.toml:\n\n${own}`);
  }
  const native = tableText({ name: "release", command: tool.command });
  const help = `If it is ${tool.name}, say so in version-audit.toml, and add --engine command, which runs it in a throw-away copy:\n\n${native}`;
  return failure(nothingShows, help, [`by ${tool.by} the release seems to be that of ${tool.name}`]);
}

/** More would bury the others. */
const mostShown = 3;

function shownSome(texts: readonly string[]): string {
  const rest = texts.length - mostShown;
  return `${texts.slice(0, mostShown).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function noRelease(message: string, help: string, [first]: readonly ScriptCandidate[]): AuditError {
  return failure(message, first === undefined ? help : `${help}\n\n${tableText(tableOf(first))}`);
}

function tableText(table: Readonly<Record<string, unknown>>): string {
  return `[[release]]\n${tomlLines(table).join("\n")}`;
}

function failure(message: string, help: string, seen: readonly string[] = []): AuditError {
  return new AuditError(message, { path: null, seen, help });
}
