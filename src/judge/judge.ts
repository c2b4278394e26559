import type { Occurrence } from "../inventory/occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import { contains } from "../repository/text/span.ts";
import type { Evidence } from "./evidence.ts";
import type { GeneratedFile } from "./generated/generated.ts";
import { compareHeld } from "./held-version.ts";
import { ignoredBecause } from "./ignores.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";
import { otherTrain } from "./other-trains.ts";
import { isGenericName } from "./owner/identifier-owner.ts";
import { ownerOf } from "./owner/owner.ts";
import { type Ownership, train } from "./owner/ownership.ts";
import { isOfTrain } from "./owner/package-owner.ts";
import { initialVersions } from "./owner/train.ts";
import { isInstruction } from "./purpose/historical-document.ts";
import { boundName, passingPurposeOf, purposeOf } from "./purpose/purpose.ts";
import { isKeptUp } from "./reported/spoken-of.ts";
import { likely, proved, type Ruling } from "./ruling.ts";
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
  const { path, span, text, version, kind, subject, keyPath } = occurrence;
  const { verdict, reason, certainty } = rule(occurrence, edit, evidence, null);
  const owed = isOwed(verdict);
  // There are tens of thousands of them, and to spread one object over another takes longer.
  return { path, span, text, version, kind, subject, keyPath, verdict, reason, certainty, owed, edit };
}

/** The questions that led to the verdict, in their fixed order, as `explain` prints them. */
export function questionsOf(
  occurrence: Occurrence,
  edit: Edit | null,
  evidence: Evidence,
): AnsweredQuestion[] {
  const record: AnsweredQuestion[] = [];
  rule(occurrence, edit, evidence, record);
  return record;
}

/** The verdicts of places that a release owes the new version. */
function isOwed(verdict: Verdict): boolean {
  return verdict === "covered" || verdict === "generated" || isMissed(verdict);
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

function rule(
  occurrence: Occurrence,
  edit: Edit | null,
  evidence: Evidence,
  record: AnsweredQuestion[] | null,
): Ruling {
  const ask = (question: string, answer: string | null): boolean => {
    record?.push({ question, answer: answer ?? "no", decided: answer !== null });
    return answer !== null;
  };
  const ignored = ignoredBecause(occurrence, evidence.ignores, evidence.repository);
  if (ask("Does the configuration or a comment ignore it?", ignored)) return likely("ignored", ignored ?? "");
  const script = edit === null ? null : `${edit.origin.path}:${edit.origin.line} writes it`;
  const written = script === null ? null : (evidence.learned.written(occurrence) ?? script);
  if (ask("Does a rehearsal write the new version here?", written)) return proved("covered", written ?? "");

  const other = otherTrain(occurrence, evidence);
  if (ask("Is it the version of another train?", other?.reason ?? null) && other !== null)
    return likely(other.verdict, other.reason);

  const generator = evidence.generatedBy(occurrence.path);
  const ownership = ownershipOf(occurrence, evidence, generator);
  const purpose = purposeUnder(ownership, occurrence, evidence);
  const isOthers = !isOurs(ownership) && purpose === null;
  record?.push({ question: "Whose version is it?", answer: ownership.because, decided: isOthers });
  if (ownership.owner === "foreign" && purpose === null) return likely("external", ownership.because);
  if (ownership.owner === "elsewhere" && purpose === null) return likely("independent", ownership.because);
  const isMentioned = ownership.owner === "mentioned" && !isKeptUp(occurrence, evidence);
  const past = purpose ?? (isMentioned ? ownership.because : null);
  if (ask("Does it name a past version on purpose?", past)) return likely("pinned", past ?? "");
  record?.push({
    question: "Is it written by a generator?",
    answer: generator?.reason ?? "no",
    decided: false,
  });
  const ruling = compareHeld({ occurrence, ownership, generator, evidence });
  record?.push({ question: "What does it hold?", answer: ruling.reason, decided: true });
  return ruling;
}

function isOurs(ownership: Ownership): boolean {
  return ownership.owner !== "foreign" && ownership.owner !== "elsewhere";
}

/** A number that names nothing else in the output of a generator is ours when it is a version of the train. */
function ownershipOf(occurrence: Occurrence, evidence: Evidence, generator: GeneratedFile | null): Ownership {
  const left = evidence.learned.left(occurrence);
  if (left !== null) return train("proved", left);
  const ownership = ownerOf(occurrence, evidence);
  const { kind, version } = occurrence;
  if (generator === null || !isOfTrain(version, evidence)) return ownership;
  const isGiven =
    version === evidence.train.current || evidence.given.get(generator.output)?.has(version) === true;
  const isOurs =
    ownership.owner === "foreign"
      ? namesNothing(occurrence) || (kind === "text" && isGiven)
      : kind === "manifest-version" && !initialVersions.has(version);
  return isOurs ? train("likely", "a version of the train in the output of a generator") : ownership;
}

/** Headers of generators and constants such as `SDK_VERSION` name no subject of their own. */
function namesNothing({ kind, subject }: Occurrence): boolean {
  if (kind === "generated-header") return true;
  return (kind === "constant" || kind === "assignment") && subject !== null && isGenericName(subject.name);
}

/** A version that is not ours can still be named on purpose: history speaks of former releases without our name. */
function purposeUnder(ownership: Ownership, occurrence: Occurrence, evidence: Evidence): string | null {
  const { kind, version, path } = occurrence;
  if (ownership.owner === "train" || ownership.owner === "mentioned") return purposeOf(occurrence, evidence);
  if (ownership.owner === "own-line") return kind === "snippet" ? purposeOf(occurrence, evidence) : null;
  if (ownership.owner === "elsewhere")
    return kind === "dependency" || kind === "lock-entry" ? null : purposeOf(occurrence, evidence);
  if (kind === "constant") return isOfTrain(version, evidence) ? boundName(occurrence) : null;
  const isBare = kind === "text" || kind === "snippet" || kind === "assignment";
  const mayBeOurs = isOfTrain(version, evidence) || isInstruction(path);
  return isBare && mayBeOurs ? passingPurposeOf(occurrence, evidence) : null;
}
