import type { AuditSoFar } from "../findings/audit.ts";
import type { Related, Result } from "../findings/finding.ts";
import { relatedAt } from "../findings/script-place.ts";
import { historicalDocument } from "../judge/purpose/historical-document.ts";
import type { Origin, Rehearsal } from "../release/rehearsal.ts";
import { deadQuestions } from "../release/script/dead-questions.ts";
import { deadRows } from "../release/script/dead-rows.ts";
import type { DeadRule } from "../release/script/dead-rule.ts";
import { movedFiles } from "../release/script/moved-files.ts";
import type { Repository } from "../repository/repository.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";

/** A rule of the release script that does nothing: a path without files, a pattern without matches. */
export const deadPattern: Rule = {
  id: "dead-pattern",
  summary: "a rule of the release script matches nothing",
  check(audit) {
    const { continued } = audit.probes;
    const dead = [
      ...continued.flatMap(({ leftOut, failed }) => leftOut.map((rule) => ({ rule, rehearsal: failed }))),
      ...[...continued.map(({ failed }) => failed), ...audit.rehearsals].flatMap((rehearsal) =>
        deadRules(rehearsal, audit.repository).map((rule) => ({ rule, rehearsal })),
      ),
    ];
    const places = new Map<string, (typeof dead)[number]>();
    for (const each of dead) {
      const place = `${each.rule.path}:${each.rule.span.start}`;
      if (!places.has(place)) places.set(place, each);
    }
    return [...places.values()]
      .filter(({ rule }) => !rule.wasAlive && !isBetweenReleases(rule) && audit.repository.has(rule.path))
      .map(({ rule, rehearsal }) => result(rule, rehearsal, audit));
  },
};

/** Right after a release the heading of a changelog that the next one replaces is not there yet. */
function isBetweenReleases({ part, fatal, searched }: DeadRule): boolean {
  return (
    part !== "path" &&
    !fatal &&
    searched.length > 0 &&
    searched.every((path) => historicalDocument(path) !== null)
  );
}

function deadRules(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  if (rehearsal.engine === "command") return [];
  return [...deadRows(rehearsal, repository), ...deadQuestions(rehearsal, repository)];
}

function result(rule: DeadRule, rehearsal: Rehearsal, audit: AuditSoFar): Result {
  const location = audit.repository.locate(rule.path, rule.span);
  const moved = movedPlaces(rule, audit);
  return {
    severity: rule.fatal ? "error" : "warning",
    message: `the release rule ${shortened(rule.shown)} ${factOf(rule)}`,
    location,
    label: rule.part === "path" ? "no file has this path" : "nothing in the file matches this",
    related: [...moved, ...askedAt(rule.origin, location.line, audit)],
    why: whyOf(rule, rehearsal),
    help: helpFor(rule, moved),
    family: null,
  };
}

function factOf({ part, searched }: DeadRule): string {
  if (part === "path") return "matches no file";
  const [first] = searched;
  return searched.length === 1 && first !== undefined
    ? `finds nothing in ${first}`
    : `finds nothing in any of ${counted(searched.length, "file")}`;
}

function whyOf({ fatal, shown, searched }: DeadRule, { outcome }: Rehearsal): string {
  if (outcome.ended === "completed") return "the script passes over it without a word";
  if (outcome.ended === "stopped") return "the script could not be rehearsed; this rule was read in its text";
  if (!fatal) return "the script passes over it without a word before it fails";
  const isSpokenOf = [shown, ...searched].some((word) => outcome.message.includes(word));
  return isSpokenOf
    ? `the script throws here: ${outcome.message}`
    : "the script throws at an earlier rule, and would throw here too";
}

function helpFor({ part, shown }: DeadRule, moved: readonly Related[]): string {
  const [first] = moved;
  if (first !== undefined) return `if the file moved to ${first.path}, name it there; else drop the rule`;
  return part === "path"
    ? `name the place where ${shortened(shown)} is now, or drop the rule`
    : "make the pattern match what the file holds now, or drop the rule";
}

function movedPlaces(rule: DeadRule, { repository }: AuditSoFar): Related[] {
  const message = rule.seeks.length > 0 ? "what it seeks stands here" : "a file of this name is here";
  return movedFiles(rule, repository).map(({ path, span }) => ({
    ...repository.locate(path, span),
    message,
  }));
}

/** A rule that stands where it is asked for needs no second place. */
function askedAt(origin: Origin | null, line: number, audit: AuditSoFar): Related[] {
  return origin === null || origin.line === line ? [] : relatedAt(origin, "asked for here", audit);
}

/** A long pattern would push the fact out of the line. */
function shortened(shown: string): string {
  return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
}
