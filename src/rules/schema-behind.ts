import type { Result } from "../findings/finding.ts";
import type { Rule } from "./rule.ts";
import { disagreementPlaces } from "./shared/couples/couple-places.ts";
import type { RecognisedCouple } from "./shared/couples/recognised-couples.ts";
import { unconfiguredCouples } from "./shared/couples/unconfigured-couples.ts";

/** A constant or re-export that speaks an older version than the highest schema of its name. */
export const schemaBehind: Rule = {
  id: "schema-behind",
  summary: "speaks an older version than the highest schema",
  check: (audit) => unconfiguredCouples(audit).flatMap(behindResults),
};

function behindResults({ name, subject, members }: RecognisedCouple): Result[] {
  if (subject === null) return [];
  const right = String(subject.highest);
  const [first, ...more] = members.filter(({ value }) => Number(value) < subject.highest);
  if (first === undefined) return [];
  return [
    {
      ...disagreementPlaces(name, { right, odd: [first, ...more] }, members),
      severity: "warning",
      why: `its name ties it to the schemas of ${name}, of which v${right} is the highest`,
      help: `move it to v${right}, or configure a [[couple]] that leaves out what is meant to stay`,
    },
  ];
}
