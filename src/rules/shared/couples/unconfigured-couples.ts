import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Location } from "../../../repository/text/location.ts";
import { findDisagreement } from "./disagreement.ts";
import { plainCouples } from "./read-couple.ts";
import { type RecognisedCouple, recognisedCouples } from "./recognised-couples.ts";

/** The recognised couples that disagree at a place of which no configured couple speaks. */
export function unconfiguredCouples(audit: AuditSoFar): RecognisedCouple[] {
  const configured = new Set<string>();
  for (const { values } of plainCouples(audit))
    for (const { location } of values) configured.add(placeOf(location));
  return recognisedCouples(audit).filter(({ members }) => {
    const odd = findDisagreement(members)?.odd ?? [];
    return odd.some(({ location }) => !configured.has(placeOf(location)));
  });
}

/** True when a place of the couple has not kept up with its highest schema. */
export function fallsBehind({ subject, members }: RecognisedCouple): boolean {
  return subject !== null && members.some(({ value }) => Number(value) < subject.highest);
}

function placeOf({ path, line }: Location): string {
  return `${path}:${line}`;
}
