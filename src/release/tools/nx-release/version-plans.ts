import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../../repository/repository.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";

/** A file that says which projects are to be released, and how far. */
export interface VersionPlan {
  readonly path: string;
  /** A kind of step by the name of a project or a group. */
  readonly steps: ReadonlyMap<string, string>;
}

/**
 * The plans that are pending.
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/command-line/release/config/version-plans.ts
 */
export function versionPlans(repository: Repository): readonly VersionPlan[] {
  return repository.paths
    .filter((path) => /^\.nx\/version-plans\/[^/]+$/u.test(path))
    .flatMap((path) => {
      const [, head] = /^---\r?\n([\s\S]*?)\r?\n---/u.exec(repository.read(path) ?? "") ?? [];
      return head === undefined ? [] : [{ path, steps: stepsOf(tableOf(plainYaml(head))) }];
    });
}

function stepsOf(table: Table): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([name, step]) => [name, String(step)]));
}
