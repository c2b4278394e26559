import semver from "semver";
import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { missedPlace } from "../findings/missed-place.ts";
import { trainOfPlace } from "../findings/place-train.ts";
import { shownName } from "../findings/shown-name.ts";
import { isOlder, isUnderDevelopment } from "../inventory/versions/compare.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { initialVersions } from "../judge/owner/train.ts";
import { newestSeen } from "../release/past-releases/newest-seen.ts";
import type { Rule } from "./rule.ts";
import { provedBehind } from "./shared/missed/proved-behind.ts";

/** A place that an earlier release already left behind. */
export const alreadyStale: Rule = {
  id: "already-stale",
  summary: "holds an older release than the rest of the train",
  isGeneral: true,
  check: (audit) => {
    const late = audit.evidence.past.together(audit.occurrences, (occurrence) => isLate(occurrence, audit));
    return audit.occurrences.flatMap((occurrence, index) => {
      if (occurrence.verdict === "behind")
        return occurrence.unreported === null ? [behindResult(occurrence, audit)] : [];
      return late[index] === true ? [lateResult(occurrence, audit)] : [];
    });
  },
};

function behindResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { siblings: _, ...place } = missedPlace(occurrence, audit);
  const proof = provedBehind(occurrence, audit);
  return {
    ...place,
    severity: proof === null ? "warning" : "error",
    why: proof === null ? place.why : `${place.why}; ${proof}`,
    message: `${shownName(occurrence)} is behind at ${occurrence.version}`,
    label: "an earlier release left this behind",
    explains: [occurrence],
    missed: shownName(occurrence),
  };
}

/**
 * The next release writes the place, but until then it holds an older version than its siblings. A range that admits
 * current and the number of a new manifest are no old releases.
 */
function isLate(occurrence: JudgedOccurrence, audit: AuditSoFar): boolean {
  const { verdict, kind, version, text } = occurrence;
  const current = currentOf(occurrence, audit);
  if (verdict !== "covered" || !isOlder(version, current)) return false;
  if (keepsSuffix(occurrence, current)) return false;
  // A tool that left it at the last release releases what has changed, and writes it when its turn comes.
  if (audit.release.mechanism === "tool" && audit.evidence.past.stoodAt(occurrence, current)) return false;
  // What is under development is not released yet, and documents name what is.
  if (isUnderDevelopment(current) && version === newestSeen(audit.repository)) return false;
  if (kind === "manifest-version") return !initialVersions.has(version) && !audit.evidence.isSelective;
  return !semver.satisfies(current, text, { includePrerelease: true });
}

/**
 * What is always `-alpha` behind the version of the train is not behind, and gets the same suffix again; where current is
 * on the way, as `1.3.0-SNAPSHOT`, it has the mark of that behind its own: `1.3.0-alpha-SNAPSHOT`.
 */
function keepsSuffix({ version, edit }: JudgedOccurrence, current: string): boolean {
  if (edit === null || edit.target === null) return false;
  const mark = isUnderDevelopment(current) ? current.replace(/^[\d.]*\d/u, "") : "";
  const released = current.slice(0, current.length - mark.length);
  if (!version.startsWith(`${released}-`) || !version.endsWith(mark)) return false;
  return edit.after.includes(`${edit.target}${version.slice(released.length, version.length - mark.length)}`);
}

/** What the train of a place holds now. */
function currentOf(occurrence: JudgedOccurrence, audit: AuditSoFar): string {
  return trainOfPlace(occurrence, audit)?.current ?? audit.release.current;
}

function lateResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { location, family } = missedPlace(occurrence, audit);
  const current = currentOf(occurrence, audit);
  return {
    severity: "warning",
    message: `${shownName(occurrence)} is behind at ${occurrence.version} until the next release`,
    location,
    label: `not at ${current} yet`,
    related: [],
    why: `${occurrence.reason}, but it was added or changed after the last release was cut`,
    help: `write ${current} here now, so that the tree agrees with itself`,
    family,
    explains: [occurrence],
    missed: shownName(occurrence),
  };
}
