import { basename } from "node:path/posix";
import type { FoundAudit } from "../../findings/audit.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import { folderOf } from "../../repository/packages/path.ts";
import type { Changes } from "./changes.ts";

/** The files in which packages and crates say what they are called, which version they have and what they ask for. */
const manifests = new Set([
  ...[
    "package.json",
    "package-lock.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    "yarn.lock",
    "lerna.json",
  ],
  ...["Cargo.toml", "Cargo.lock", "pyproject.toml", "setup.cfg", "setup.py"],
]);

/**
 * A changed file that can have caused findings on lines that did not change: the configuration, a manifest, what a
 * rehearsal loads, reads, lists or is told of, and the files that one of these findings shows. Null when there is none.
 * @param leftOut the findings that stand on unchanged lines
 */
export function causeAmong(changes: Changes, audit: FoundAudit, leftOut: readonly Finding[]): string | null {
  const { config, repository, rehearsals } = audit;
  if (config.file !== null && changes.touches(config.file)) return config.file;
  // What runs natively is not watched, so anything can be a part of it.
  const isNative = rehearsals.some(({ engine }) => engine === "command");
  const candidates = isNative
    ? repository.paths
    : [
        ...rehearsals.flatMap(touchedBy),
        ...leftOut.flatMap(({ location, related }) => [location.path, ...related.map(({ path }) => path)]),
        ...repository.paths.filter((path) => manifests.has(basename(path))),
      ];
  const listed = new Set(
    rehearsals.flatMap(({ looks }) => looks.filter(({ how }) => how === "list").map(({ path }) => path)),
  );
  return (
    changes.deleted[0] ??
    [...new Set(candidates)].find((path) => changes.touches(path)) ??
    repository.paths.find((path) => changes.isNew(path) && listed.has(folderOf(path))) ??
    null
  );
}

function touchedBy({ modules, looks, globs, commands }: Rehearsal): string[] {
  return [
    ...modules,
    ...looks.map(({ path }) => path),
    ...globs.flatMap(({ matches }) => matches),
    ...commands.flatMap(({ named }) => named),
  ];
}
