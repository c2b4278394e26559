import type { Source } from "../config/config.ts";
import type { AuditSoFar } from "../findings/audit.ts";
import { pathMatcher } from "../repository/files/path-pattern.ts";
import type { Note, Repository } from "../repository/repository.ts";
import type { Rule } from "./rule.ts";

/**
 * A path of the user's configuration that matches no file. Other rules say so of ignores, couples and lists. A preset
 * knows several eras of its repository, of which a revision is only one, so its dead paths are notes.
 */
export const deadPath: Rule = {
  id: "dead-path",
  summary: "a path of the configuration that matches no file",
  check: (audit) =>
    deadPaths(audit).flatMap(({ glob, table, source }) =>
      source.from !== "file"
        ? []
        : [
            {
              severity: "error",
              message: `no file of the repository matches ${JSON.stringify(glob)} of a [[${table}]]`,
              location: source.location,
              label: "this table has a dead path",
              related: [],
              why: null,
              help: "correct the path, or remove it",
              family: null,
            },
          ],
    ),
};

/** The paths of a preset that match no file of this revision. */
export function deadPresetPaths(audit: AuditSoFar): Note[] {
  return deadPaths(audit).flatMap(({ glob, table, source }) => {
    if (source.from !== "preset") return [];
    const message = `no file matches ${glob} of a [[${table}]] of the preset ${source.preset}`;
    return [{ path: null, message }];
  });
}

interface DeadPath {
  readonly glob: string;
  readonly table: string;
  readonly source: Source;
}

function deadPaths({ config, repository }: AuditSoFar): DeadPath[] {
  const tables = [
    ...config.generated.map(({ value, source }) => ({ table: "generated", source, paths: value.paths })),
    ...config.frozen.map(({ value, source }) => ({ table: "frozen", source, paths: value.paths })),
  ];
  return tables.flatMap(({ table, source, paths }) =>
    paths.filter((glob) => isDead(glob, repository)).map((glob) => ({ glob, table, source })),
  );
}

function isDead(glob: string, { paths }: Repository): boolean {
  return !paths.some(pathMatcher([glob]));
}
