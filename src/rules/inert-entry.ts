import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { scriptStart } from "../findings/script-start.ts";
import type { InertEntry } from "../release/tools/release-tool.ts";
import type { Rule } from "./rule.ts";

/**
 * An entry in the configuration of a release tool that declares a place and reaches none, located at the entry. Whoever
 * reads the configuration takes the place for covered.
 */
export const inertEntry: Rule = {
  id: "inert-entry",
  summary: "an entry of a release tool's configuration declares a place and reaches none",
  check: (audit) => {
    const known = new Set<string>();
    return audit.rehearsals
      .flatMap(({ inert }) => inert)
      .filter(({ origin, message }) => {
        const name = `${origin.path}:${origin.line} ${message}`;
        return !known.has(name) && known.add(name);
      })
      .map((entry) => result(entry, audit));
  },
};

function result({ origin, message }: InertEntry, audit: AuditSoFar): Result {
  return {
    // The entry is proved to do nothing; whether a version stands where its author meant one is not.
    severity: "warning",
    message,
    location: placeAt(origin, audit) ?? scriptStart(origin.path, audit),
    label: "nothing follows of this entry",
    related: [],
    why: null,
    help: "let the entry name the place that is meant, or remove it",
    family: null,
  };
}
