import { posix } from "node:path";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** How the repository starts `changeset version`, and what it runs around it. */
export interface VersionCall {
  /** Shell lines; empty for none. */
  readonly before: string;
  readonly after: string;
  readonly dir: string;
  /** What a maintainer would type. */
  readonly typed: string;
  readonly origin: Origin;
}

const programs = new Set(["changeset", "changesets", "@changesets/cli"]);
const interpreters = new Set(["node", "tsx", "ts-node", "bun", "deno", "bash", "sh", "jiti", "esno", "zx"]);

/**
 * The call of `changeset version`: what the action of changesets is told to start, else a package script, else a line of a
 * workflow. A script that starts it itself is run after it, since what it does on top is not to be told apart. Null where
 * nothing shows a call.
 */
export function versionCall(repository: Repository): VersionCall | null {
  const calls = programCalls(repository);
  const scripts = calls.filter(({ script }) => script !== null);
  const told = calls.filter(({ isInput }) => isInput).flatMap((call) => scriptsOf(call, scripts));
  const lines = calls.filter(({ script, isInput }) => script === null && !isInput);
  return (
    firstOf(told, directCall, repository) ??
    firstOf(told, wrappedCall, repository) ??
    firstOf(scripts, directCall, repository) ??
    firstOf(scripts, wrappedCall, repository) ??
    firstOf(lines, directCall, repository)
  );
}

/** The calls of the package script that a call runs; itself where it runs none. */
function scriptsOf(call: ProgramCall, scripts: readonly ProgramCall[]): readonly ProgramCall[] {
  const isManager = /^(?:npm|pnpm|yarn|bun)$/u.test(call.program);
  const name = call.args.find((word) => word !== "run" && !word.startsWith("-"));
  const run = scripts.filter(({ script, dir }) => isManager && script === name && dir === "");
  return run.length > 0 ? run : [call];
}

function firstOf(
  calls: readonly ProgramCall[],
  read: (call: ProgramCall, repository: Repository) => VersionCall | null,
  repository: Repository,
): VersionCall | null {
  for (const call of calls) {
    const found = read(call, repository);
    if (found !== null) return found;
  }
  return null;
}

function directCall(call: ProgramCall, repository: Repository): VersionCall | null {
  const { program, args, before, after, dir, origin } = call;
  if (!programs.has(program) || args[0] !== "version" || args.includes("--snapshot")) return null;
  return { before, after, dir, origin, typed: typed(call, repository) };
}

/** A call of a script whose text starts changesets. */
function wrappedCall(call: ProgramCall, repository: Repository): VersionCall | null {
  const { program, args, line, dir, origin } = call;
  const file = interpreters.has(program) ? args.find((word) => !word.startsWith("-")) : undefined;
  if (file === undefined) return null;
  const path = posix.normalize(posix.join(dir, file));
  const found = ["", ".ts", ".mts", ".js", ".mjs"]
    .map((end) => path + end)
    .find((one) => repository.has(one));
  const text = found === undefined ? null : repository.read(found);
  if (text === null || !/\bchangesets?["'`,\s]{1,4}version\b(?!["'`,\s]{1,6}--snapshot)/u.test(text))
    return null;
  return { before: "", after: line, dir, origin, typed: typed(call, repository) };
}

function typed({ script, line }: ProgramCall, repository: Repository): string {
  return script === null ? line.trim() : `${managerOf(repository)} run ${script}`;
}
