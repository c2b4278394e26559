import { AuditError } from "../../audit-error.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";

/** The content of a file: text where it is valid UTF-8, else bytes; null where there is no file. */
export type Content = string | Uint8Array | null;

/** What a release does to one file from first to last. */
export interface FileChange {
  readonly path: string;
  readonly before: Content;
  readonly after: Content;
}

/**
 * The files that the releases change, sorted by path; a file that ends as it began is left out. Throws an AuditError
 * when two releases leave the same file differently, since one patch cannot say both.
 */
export function fileChanges(rehearsals: readonly Rehearsal[]): FileChange[] {
  const changes = new Map<string, FileChange>();
  for (const rehearsal of rehearsals) {
    for (const change of changesOf(rehearsal)) {
      const other = changes.get(change.path);
      if (other !== undefined && !sameContent(other.after, change.after))
        throw conflict(change.path, rehearsals);
      changes.set(change.path, change);
    }
  }
  return [...changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function changesOf({ writes }: Rehearsal): FileChange[] {
  const changes = new Map<string, FileChange>();
  for (const { path, before, after } of writes) {
    changes.set(path, { path, before: (changes.get(path) ?? { before }).before, after });
  }
  return [...changes.values()].filter(({ before, after }) => !sameContent(before, after));
}

function sameContent(a: Content, b: Content): boolean {
  if (a === null || b === null || (typeof a === "string" && typeof b === "string")) return a === b;
  return Buffer.from(a).equals(Buffer.from(b));
}

function conflict(path: string, rehearsals: readonly Rehearsal[]): AuditError {
  const names = rehearsals.map(({ name }) => JSON.stringify(name)).join(" and ");
  return new AuditError(`the releases ${names} leave ${path} in different states`, {
    path,
    help: "Name a configuration with --config in which only one of them stands.",
  });
}
