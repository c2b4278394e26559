import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Location } from "../../../repository/text/location.ts";
import { findDisagreement } from "./disagreement.ts";
import { type Lineage, lineages } from "./recognised-couples.ts";
import { plainCouples } from "./read-couple.ts";

/** The recognised lineages that disagree at a place of which no configured couple speaks. */
export function unconfiguredLineages(audit: AuditSoFar): Lineage[] {
  const configured = new Set<string>();
  for (const { values } of plainCouples(audit))
    for (const { location } of values) configured.add(placeOf(location));
  return lineages(audit).filter(({ members }) => {
    const odd = findDisagreement(members)?.odd ?? [];
    return odd.some(({ location }) => !configured.has(placeOf(location)));
  });
}

/** True when a place of the lineage has not kept up with its highest schema. */
export function fallsBehind({ subject, members }: Lineage): boolean {
  return subject !== null && members.some(({ value }) => Number(value) < subject.highest);
}

function placeOf({ path, line }: Location): string {
  return `${path}:${line}`;
}
