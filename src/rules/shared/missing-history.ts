import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Note, Repository } from "../../repository/repository.ts";

const unasked =
  "so whether a version is already released (already-released) or the tags are ahead (tag-ahead) could not be asked";
const cure = "if the releases are tagged at all";

/** Only the remote knows whether its releases are tagged. */
const withoutTags = `this clone has no tags, ${unasked}: fetch them with \`git fetch --tags\`, ${cure}`;

/** A repository without a remote has no tags but its own, unless it was cloned without them. */
const withoutOrigin = `the history shows releases, and there is no tag of them, ${unasked}: fetch them from where this clone comes from with \`git fetch --tags\`, ${cure}`;

/** Whoever fetches tags alone has no history between them. */
const withoutPast =
  "this clone is shallow, so what past releases wrote is not known: fetch the rest with `git fetch --unshallow`, or set `fetch-depth: 0` for actions/checkout";

/**
 * What a clone without history keeps from being asked. `actions/checkout` makes such a clone unless it is told otherwise:
 * shallow, and with no tag but the one that has started the workflow.
 */
export function missingHistoryNotes(
  { git }: Pick<Repository, "git">,
  rehearsals: readonly Pick<Rehearsal, "learned">[],
): Note[] {
  if (git === null || git.head === null) return [];
  const showsReleases = rehearsals.some(({ learned }) => (learned?.releases.length ?? 0) > 0);
  if (!git.shallow) {
    if (git.tags.length > 0) return [];
    if (git.remote !== null) return [note(withoutTags)];
    return showsReleases ? [note(withoutOrigin)] : [];
  }
  if (git.tags.length > 1) return showsReleases ? [] : [note(withoutPast)];
  const [only] = git.tags;
  const tags = only === undefined ? "without tags" : `with no tag but ${only}`;
  const message = `this clone is shallow and ${tags}, ${unasked}, and what past releases wrote is not known: fetch the rest with \`git fetch --unshallow --tags\`, or set \`fetch-depth: 0\` for actions/checkout`;
  return [note(message)];
}

function note(message: string): Note {
  return { path: null, message };
}
