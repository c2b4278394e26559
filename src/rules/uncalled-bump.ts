import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { shownName } from "../findings/shown-name.ts";
import { coveringEdit, isMissed } from "../judge/judge.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { editsOf } from "../release/edits/edits.ts";
import type { UncalledBump } from "../release/probes/uncalled-bump.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";

/** A bump function that the release loads and never calls, proved by calling it. */
export const uncalledBump: Rule = {
  id: "uncalled-bump",
  summary: "a function that would write missed places is never called by the release",
  check: (audit) => audit.probes.uncalled.flatMap((uncalled) => result(uncalled, audit)),
};

/** So many places are shown; the others are findings of their own anyway. */
const shownPlaces = 5;

function result({ function: { name, path, span }, rehearsal }: UncalledBump, audit: AuditSoFar): Result[] {
  const places = missedPlacesWritten(rehearsal, audit);
  if (places.length === 0) return [];
  return [
    {
      severity: "warning",
      message: `the release never calls ${name}, which writes ${counted(places.length, "missed place")}`,
      location: audit.repository.locate(path, span),
      label:
        path === audit.release.entry
          ? "defined here, but not called"
          : "imported by the release, but not called",
      related: places.slice(0, shownPlaces).map((place) => ({
        ...audit.repository.locate(place.path, place.span),
        message: `${shownName(place)}: written when ${name} is called`,
      })),
      why: `called on its own in the sandbox, ${name} writes the new version to ${places.length === 1 ? "a place" : "places"} that the release leaves behind`,
      help: `call ${name} in ${audit.release.entry}, or say in its documentation who calls it and remove the places from the train`,
      family: null,
    },
  ];
}

function missedPlacesWritten(rehearsal: UncalledBump["rehearsal"], audit: AuditSoFar): JudgedOccurrence[] {
  const edits = groupBy(editsOf(rehearsal, audit.repository), ({ path }) => path);
  return audit.occurrences.filter(
    (occurrence) =>
      isMissed(occurrence.verdict) &&
      coveringEdit(occurrence, edits.get(occurrence.path) ?? [], audit.release.sentinel) !== null,
  );
}
