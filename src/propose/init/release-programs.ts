import { packageCommands, packageScripts } from "../../release/find/release-package-scripts.ts";
import type { Repository } from "../../repository/repository.ts";
import { telling } from "./release-candidates.ts";

/** A package script of a telling name that starts a program, and no script of the repository. */
export interface ReleaseProgram {
  readonly name: string;
  readonly command: string;
}

/** So many show how the repository releases; more would bury what else there is to say. */
const fewPrograms = 5;

/** How the repository releases with a tool of others, for example `bumpp` or `lerna version`. */
export function releasePrograms(repository: Repository): ReleaseProgram[] {
  const own = new Set(packageScripts(repository, telling).map(({ name }) => name));
  const programs = packageCommands(repository).flatMap(([name, command]) =>
    telling.test(name) && !own.has(name) ? [{ name, command }] : [],
  );
  return programs.slice(0, fewPrograms);
}
