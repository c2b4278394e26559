import type { AuditSoFar } from "../findings/audit.ts";
import { isAudited } from "../findings/checked-something.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { scriptStart } from "../findings/script-start.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";

/** A release that rewrites no version at all: a gate that checked nothing must not pass. */
export const nothingAudited: Rule = {
  id: "nothing-audited",
  summary: "the rehearsal wrote no version, so nothing was checked",
  check: (audit) => (isAudited(audit) ? [] : [result(audit)]),
};

function result(audit: AuditSoFar): Result {
  const { entry, target } = audit.release;
  const start = { path: entry, line: 1, column: 1, function: null };
  return {
    severity: "error",
    message: `the rehearsal of ${entry} wrote the new version nowhere`,
    location: placeAt(start, audit) ?? scriptStart(entry, audit),
    label: "no write of this release holds the new version",
    related: [],
    why: `${counted(audit.occurrences.length, "version string")} found, none of them rewritten`,
    help: "name the release entry and its arguments in a [[release]] table of version-audit.toml; `version-audit init` tries what could be one",
    family: null,
    ...(/^\d+$/u.test(target) ? oneNumber(target) : {}),
  };
}

/** What is said where versions have one number: in a file that could be anything, so that no place is read as one. */
function oneNumber(target: string): Pick<Result, "message" | "label" | "why" | "help"> {
  return {
    message: `the next version is ${target}, and a version of one number is not recognised in files`,
    label: "nothing can be said of this release",
    why: "one number alone could be anything, so that no place was checked",
    help: "see with `version-audit diff` what the release writes",
  };
}
