import { withoutVersions } from "../../inventory/versions/without-versions.ts";
import type { ChangedFiles, Repository } from "../../repository/repository.ts";
import type { Rehearsal } from "../rehearsal.ts";

/** The content of every file that a rehearsal wrote, as it was at the end. */
export function finalFiles({ writes }: Rehearsal): ChangedFiles {
  return new Map(writes.map(({ path, after }) => [path, after]));
}

/**
 * True when a rehearsal did more than replace versions and tidy blanks, so that doing it twice could do more than doing
 * it once. A release that only replaces versions does the same again by construction, and is not rehearsed twice.
 */
export function changesMoreThanVersions(rehearsal: Rehearsal, repository: Repository): boolean {
  return [...finalFiles(rehearsal)].some(([path, after]) => {
    const before = repository.has(path) ? repository.read(path) : null;
    return before !== null && typeof after === "string" && gist(before) !== gist(after);
  });
}

/** A text of which versions and blanks do not count. */
function gist(text: string): string {
  return withoutVersions(text).replace(/\s+/gu, "");
}
