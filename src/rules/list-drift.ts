import type { Sourced } from "../config/config.ts";
import type { List } from "../config/schema.ts";
import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { findConstant } from "../inventory/ecosystems/constant-value.ts";
import type { Rule } from "./rule.ts";
import { foreignNames, misplacedNames, missingNames } from "./shared/lists/list-differences.ts";
import { listableSet } from "./shared/lists/listable-set.ts";

/** A list in source that is not what it should be: names missing, names too many, or the wrong order. */
export const listDrift: Rule = {
  id: "list-drift",
  summary: "a list in source differs from the set that it should equal",
  check: (audit) => audit.config.lists.flatMap((list) => listResults(list, audit)),
};

function listResults(list: Sourced<List>, audit: AuditSoFar): Result[] {
  const { path, constant, equals, ordered } = list.value;
  const text = audit.repository.has(path) ? audit.repository.read(path) : null;
  const found = text === null ? null : findConstant(path, text, constant);
  if (found?.type !== "list") return unreadList(list, text === null);
  const { start } = found.span;
  const written = {
    ...list,
    elements: found.elements,
    location: audit.repository.locate(path, { start, end: start + 1 }),
  };
  const listed = found.elements.map(({ value }) => value);
  const set = listableSet(equals, listed, audit);
  return [
    ...missingNames(written, set),
    ...foreignNames(written, set, audit),
    ...(ordered ? misplacedNames(written, audit) : []),
  ];
}

/** A preset knows several eras of its repository, and a revision need not have the list of each. */
function unreadList({ value, source }: Sourced<List>, isDead: boolean): Result[] {
  if (source.from !== "file") return [];
  return [
    {
      severity: "error",
      message: `the list ${value.name} cannot be read: ${value.path} ${isDead ? "is not in the repository" : `has no list ${value.constant}`}`,
      location: source.location,
      label: "this list is not checked",
      related: [],
      why: null,
      help: "correct path and constant, or remove the table",
      family: null,
    },
  ];
}
