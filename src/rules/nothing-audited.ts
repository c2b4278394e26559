import type { AuditSoFar } from "./audit.ts";
import { count, placeOf } from "./missed-place.ts";
import type { Result, Rule } from "./rule.ts";

/** A release that rewrites no version at all: a gate that checked nothing must not pass. */
export const nothingAudited: Rule = {
  id: "nothing-audited",
  summary: "the rehearsal wrote no version, so nothing was checked",
  check: (audit) => (isAudited(audit) ? [] : [result(audit)]),
};

/** True when the release writes at least one version. */
export function isAudited({ occurrences }: AuditSoFar): boolean {
  return occurrences.some(({ verdict }) => verdict === "covered");
}

function result(audit: AuditSoFar): Result {
  const { entry } = audit.release;
  const [place] = placeOf({ path: entry, line: 1, column: 1, function: null }, "", audit);
  const { message: _, ...location } = place ?? {
    ...{ path: entry, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" },
    message: "",
  };
  return {
    severity: "error",
    message: `the rehearsal of ${entry} wrote the new version nowhere`,
    location,
    label: "no write of this release holds the new version",
    related: [],
    why: `${count(audit.occurrences.length, "version string")} found, none of them rewritten`,
    help: "name the release entry and its arguments in a [[release]] table of version-audit.toml; `version-audit init` tries what could be one",
    family: null,
  };
}
