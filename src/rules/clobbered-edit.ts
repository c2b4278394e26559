import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { relatedAt } from "../findings/script-place.ts";
import { occurrencesIn } from "../judge/occurrences-in.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { shownPattern } from "../release/script/dead-rule.ts";
import { failingQuestion } from "../release/script/failing-question.ts";
import { type ShadowedPattern, shadowedPatterns } from "../release/script/shadowed-patterns.ts";
import { placeOfLiteral } from "../release/script/sought-literal.ts";
import { overlaps } from "../repository/text/span.ts";
import type { Rule } from "./rule.ts";
import { type UndoneEdit, undoneEdits } from "./shared/rewrites/undone-edits.ts";

/** One step of the bump destroys the work of another: a pattern without its match, an edit that is taken back. */
export const clobberedEdit: Rule = {
  id: "clobbered-edit",
  summary: "one step of the bump undoes or disables another",
  check: (audit) =>
    [...audit.probes.continued.map(({ failed }) => failed), ...audit.rehearsals].flatMap((rehearsal) => [
      ...shadowedPatterns(rehearsal).map((shadowed) => shadowedResult(shadowed, rehearsal, audit)),
      ...undoneEdits(rehearsal, audit.release.sentinel, audit.repository).map((undone) =>
        undoneResult(undone, audit),
      ),
    ]),
};

function shadowedResult(
  { question, shadowedBy }: ShadowedPattern,
  rehearsal: Rehearsal,
  audit: AuditSoFar,
): Result {
  const { pattern, flags, path, origin } = question;
  const failing = failingQuestion(rehearsal);
  const isFatal =
    failing?.about === "pattern" && failing.question.path === path && failing.question.pattern === pattern;
  const place = placeOfLiteral({ text: pattern, flags }, origin, rehearsal, audit.repository);
  return {
    severity: isFatal ? "error" : "warning",
    message: `${shownPattern(pattern, flags)} no longer finds anything in ${path} after an earlier step of the bump`,
    location: audit.repository.locate(place.path, place.span),
    label: "this matches the file as it was, but not as it is by then",
    related:
      shadowedBy === null ? [] : relatedAt(shadowedBy.origin, "this write takes its match away", audit),
    why: `the pattern matches ${path} before the release and nothing in it when the script gets there`,
    help: "do the step that needs the old text first, or let the pattern match the new text too",
    family: null,
  };
}

function undoneResult({ edit, by }: UndoneEdit, audit: AuditSoFar): Result {
  const { path, span, before } = edit;
  return {
    severity: "error",
    message: `the bump of ${path} is undone by a later write`,
    location: audit.repository.locate(path, span),
    label: `${before} is replaced and then written back`,
    related: [
      ...relatedAt(edit.origin, "the new version is written here", audit),
      ...relatedAt(by.origin, "and this write brings the old text back", audit),
    ],
    why: "the later write holds a state of the file from before the edit",
    help: "read the file again before it is written the second time",
    family: `${path} ${by.origin.line}`,
    explains: occurrencesIn(path, audit.occurrences).filter(
      (occurrence) => occurrence.edit === null && overlaps(occurrence.span, span),
    ),
  };
}
