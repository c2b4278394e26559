import type { Sourced } from "../config/config.ts";
import type { Frozen } from "../config/schema.ts";
import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { pathMatcher } from "../repository/files/path-pattern.ts";
import { blobIdsAt } from "../repository/git/git-objects.ts";
import type { Rule } from "./rule.ts";
import { changeSince } from "./shared/frozen/frozen-file.ts";
import { latestReleaseTag } from "./shared/frozen/release-tag.ts";

/** A frozen file that is not what the latest release contains. */
export const schemaModified: Rule = {
  id: "schema-modified",
  summary: "a file that must not change after its release was changed",
  check: (audit) => {
    const { frozen } = audit.config;
    if (frozen.length === 0) return [];
    const tag = latestReleaseTag(audit);
    const released = tag === null ? new Map<string, string>() : blobIdsAt(audit.repository, tag, "");
    if (tag === null || released.size === 0) return frozen.flatMap((table) => skipped(table, tag, audit));
    return frozen.flatMap((table) => modifiedFiles(table, tag, released, audit));
  },
};

function modifiedFiles(
  { value }: Sourced<Frozen>,
  tag: string,
  released: ReadonlyMap<string, string>,
  audit: AuditSoFar,
): Result[] {
  const isFrozen = pathMatcher(value.paths);
  return audit.repository.paths.flatMap((path) => {
    const id = released.get(path);
    return id === undefined || !isFrozen(path)
      ? []
      : modifiedFile(path, id, { tag, why: value.why ?? null, audit });
  });
}

function modifiedFile(
  path: string,
  id: string,
  {
    tag,
    why,
    audit: { repository },
  }: { readonly tag: string; readonly why: string | null; readonly audit: AuditSoFar },
): Result[] {
  const change = changeSince(tag, path, id, repository);
  if (change === null) return [];
  return [
    {
      severity: change.isRemark ? "note" : "error",
      message: `${path} is not what ${tag} contains`,
      location: change.location,
      label: change.isRemark ? "only remarks and blanks differ" : `differs from ${tag} from here on`,
      related: [],
      why: why ?? `${tag} has released this file, and others rely on it`,
      help: `restore it with \`git checkout ${tag} -- ${path}\`, and make the change in a new version`,
      family: null,
    },
  ];
}

/** Said aloud where a user asked for the check; a preset asks for it on behalf of checkouts without history, too. */
function skipped({ source }: Sourced<Frozen>, tag: string | null, { repository }: AuditSoFar): Result[] {
  if (source.from !== "file") return [];
  const reason =
    repository.git === null
      ? "the audited folder lies in no git repository"
      : tag === null
        ? "no release tag is at or below current"
        : `the files of ${tag} are not in the local copy of the repository`;
  return [
    {
      severity: "note",
      message: `frozen files were not compared: ${reason}`,
      location: source.location,
      label: "not checked",
      related: [],
      why: null,
      help: "run the audit in a checkout with the tags of its releases",
      family: null,
    },
  ];
}
