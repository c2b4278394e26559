import { AuditError } from "../../audit-error.ts";
import type { Note, Repository } from "../../repository/repository.ts";
import type { Attempt } from "./choose-release.ts";
import { recogniseRelease } from "./recognise-release.ts";

/** What looked like the release of the repository and was not taken for it, each with the reason. */
export function attemptNotes(attempts: readonly Attempt[]): Note[] {
  const read = attempts.flatMap(({ rehearsal }) => rehearsal?.learned?.reader?.path ?? []);
  const notes = attempts.flatMap(({ release, dropped, rehearsal }) => {
    if (dropped === null || rehearsal === null || release.history === true) return [];
    // What says that a tag is the version is not passed over where past releases were tags alone.
    if (rehearsal.writes.length === 0 && read.includes(rehearsal.entry)) return [];
    const { entry } = release;
    // Of several ways to call one script it is enough that one is the release.
    if (entry !== undefined && attempts.some((each) => each.dropped === null && each.release.entry === entry))
      return [];
    const path = entry ?? release.module ?? null;
    const subject = path === null ? release.name : "it";
    return [{ path, message: `${subject} was not taken for the release: ${dropped}` }];
  });
  // A script that is called in several ways can fail at all of them in one way.
  return [...new Map(notes.map((note) => [`${note.path}\n${note.message}`, note])).values()];
}

/** Nothing is configured, recognised or learned from past releases: the error says what to do about it. */
export function nothingKnown(repository: Repository): AuditError {
  try {
    recogniseRelease(repository);
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
  throw new Error("a release that is recognised is rehearsed by construction");
}
