import type { Note, Repository } from "../../repository/repository.ts";

/** Only the remote knows whether its releases are tagged; a repository without one has no tags but its own. */
const withoutTags: Note = {
  path: null,
  message:
    "this clone has no tags, so whether a version is already released (already-released) or the tags are ahead (tag-ahead) could not be asked: fetch them with `git fetch --tags`, if the releases are tagged at all",
};

/**
 * What a clone without history keeps from being asked. `actions/checkout` makes such a clone unless it is told otherwise:
 * shallow, and with no tag but the one that has started the workflow.
 */
export function missingHistoryNotes({ git }: Pick<Repository, "git">): Note[] {
  if (git === null || git.head === null) return [];
  if (!git.shallow) return git.tags.length === 0 && git.remote !== null ? [withoutTags] : [];
  if (git.tags.length > 1) return [];
  const [only] = git.tags;
  const tags = only === undefined ? "without tags" : `with no tag but ${only}`;
  const message = `this clone is shallow and ${tags}, so whether a version is already released (already-released) or the tags are ahead (tag-ahead) could not be asked, and what past releases wrote is not known: fetch the rest with \`git fetch --unshallow --tags\`, or set \`fetch-depth: 0\` for actions/checkout`;
  return [{ path: null, message }];
}
