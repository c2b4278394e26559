import type { Occurrence } from "../inventory/occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import { contains } from "../repository/text/span.ts";
import type { Evidence } from "./evidence.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";
import { PlaceInQuestion } from "./place-in-question.ts";
import { questions } from "./questions.ts";
import { reportOf } from "./reported/unreported.ts";
import type { Ruling } from "./ruling.ts";
import type { Verdict } from "./verdict.ts";
import { editOfParts } from "./written-parts.ts";

/** One question of the fixed order and what came of it. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: string;
  /** True for the answer that decided the verdict. */
  readonly decided: boolean;
}

/** Gives an occurrence its verdict. `edit` is the edit that rewrites it to the target, null when there is none. */
export function judge(occurrence: Occurrence, edit: Edit | null, evidence: Evidence): JudgedOccurrence {
  const { path, span, parts, text, version, kind, subject, keyPath } = occurrence;
  const { verdict, reason, certainty } = rule(new PlaceInQuestion(occurrence, edit, evidence));
  const { owed, unreported } = isMissed(verdict)
    ? reportOf(occurrence, verdict, evidence)
    : { owed: isKept(verdict), unreported: null };
  // There are tens of thousands of them, and to spread one object over another takes longer.
  const judged = {
    path,
    span,
    text,
    version,
    kind,
    subject,
    keyPath,
    verdict,
    reason,
    certainty,
    owed,
    unreported,
    edit,
  };
  return parts === undefined ? judged : { ...judged, parts };
}

/** The questions that led to the verdict, in their fixed order, as `explain` prints them. */
export function questionsOf(
  occurrence: Occurrence,
  edit: Edit | null,
  evidence: Evidence,
): AnsweredQuestion[] {
  const place = new PlaceInQuestion(occurrence, edit, evidence);
  const answered: AnsweredQuestion[] = [];
  for (const { text, ask } of questions) {
    const { said, ruling } = ask(place);
    answered.push({ question: text, answer: said, decided: ruling !== null });
    if (ruling !== null) break;
  }
  return answered;
}

/** The verdicts of places that hold the new version after the release. */
function isKept(verdict: Verdict): boolean {
  return verdict === "covered" || verdict === "generated";
}

/** The verdicts of places that the release leaves wrong. */
export function isMissed(verdict: Verdict): boolean {
  return verdict === "stale" || verdict === "behind" || verdict === "ahead";
}

/** What a requirement is written as when it follows the workspace, or nothing when its key is removed. */
const versionless = /^(?:\*|latest|workspace:[*^~])?$/u;

/** The edit that gives a span the target, or a text that can hold no wrong version; `edits` are those of its file. */
export function coveringEdit(occurrence: Occurrence, edits: readonly Edit[], sentinel: string): Edit | null {
  const { span: place, parts, version } = occurrence;
  if (parts !== undefined) return editOfParts(parts, version, edits, sentinel);
  const edit = edits.find(({ span }) => contains(span, place));
  if (edit === undefined) return null;
  return edit.target !== null || versionless.test(edit.after) ? edit : null;
}

/** The first verdict that a question gives. */
function rule(place: PlaceInQuestion): Ruling {
  for (const { ask } of questions) {
    const { ruling } = ask(place);
    if (ruling !== null) return ruling;
  }
  throw new Error("the last question decides");
}
