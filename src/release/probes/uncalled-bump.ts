import type { Argument, Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import { scriptKind } from "../../sandbox/engine/script-kind.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { likelyArguments } from "../script/likely-arguments.ts";
import { type UncalledFunction, uncalledWriters } from "../script/uncalled-functions.ts";
import { uncalledShellFunctions } from "../script/uncalled-shell-functions.ts";
import { changedRepository } from "./changed-repository.ts";

/** A function that no release calls, and what it writes when it is called on its own. */
export interface UncalledBump {
  readonly function: Pick<UncalledFunction, "name" | "path" | "span">;
  readonly rehearsal: Rehearsal;
}

/**
 * The releases with which the functions can be tried that write files, ask for a version and are not called by any of
 * the rehearsed releases, although their modules are loaded. Usually there is none, and nothing is rehearsed.
 */
export function uncalledBumps(
  rehearsals: readonly Rehearsal[],
  releases: readonly Release[],
  repository: Repository,
): { readonly function: UncalledFunction; readonly release: Release }[] {
  const modules = new Set(rehearsals.flatMap((rehearsal) => rehearsal.modules));
  const called = releases.flatMap(({ calls }) => calls.map((call) => call.function));
  const [like] = releases;
  if (like === undefined) return [];
  return uncalledWriters([...modules], called, repository).flatMap((uncalled) => {
    const args = likelyArguments(uncalled);
    return args === null ? [] : [{ function: uncalled, release: releaseThatCalls(uncalled, args, like) }];
  });
}

/** The environment and the answers are those of the release that fails to call the function. */
function releaseThatCalls({ name, path }: UncalledFunction, args: Argument[], like: Release): Release {
  const { entry: _entry, command: _command, ...rest } = like;
  return { ...rest, name, module: path, args: [], calls: [{ function: name, args }] };
}

/** The same for a script of a shell: each with the repository in which the script calls the function at its end. */
export function uncalledShellBumps(
  { entry }: Pick<Rehearsal, "entry">,
  repository: Repository,
): { readonly function: UncalledBump["function"]; readonly view: Repository }[] {
  const text = repository.has(entry) ? repository.read(entry) : null;
  if (text === null || scriptKind(entry, text) !== "shell") return [];
  return uncalledShellFunctions(text).map(({ name, span }) => ({
    function: { name, path: entry, span },
    view: changedRepository(repository, new Map([[entry, `${text}\n${name}\n`]])),
  }));
}
