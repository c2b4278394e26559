import type { Result } from "../findings/finding.ts";
import type { Rule } from "./rule.ts";
import { disagreementPlaces, unreadMembers } from "./shared/couples/couple-places.ts";
import { findDisagreement } from "./shared/couples/disagreement.ts";
import { type CoupleReading, plainCouples } from "./shared/couples/read-couple.ts";
import type { RecognisedCouple } from "./shared/couples/recognised-couples.ts";
import { fallsBehind, unconfiguredCouples } from "./shared/couples/unconfigured-couples.ts";

/** Values that must agree and do not. */
export const coupleMismatch: Rule = {
  id: "couple-mismatch",
  summary: "values that must agree do not",
  check: (audit) => [
    ...plainCouples(audit).flatMap(configuredResults),
    ...unconfiguredCouples(audit)
      .filter((couple) => !fallsBehind(couple))
      .flatMap(recognisedResults),
  ],
};

function configuredResults(couple: CoupleReading): Result[] {
  const { name, why = null } = couple.value;
  const disagreement = findDisagreement(couple.values);
  if (disagreement === null) return unreadMembers(couple);
  const isProved = couple.source.from === "file" || disagreement.odd.some(({ role }) => role === "holds");
  return [
    {
      ...disagreementPlaces(name, disagreement, couple.values),
      // An older schema may be named, or its copy kept, on purpose; only the user's own couple proves otherwise.
      severity: isProved ? "error" : "warning",
      why,
      help: "make the members of the couple agree, or take out of it what is meant to differ",
    },
    ...unreadMembers(couple),
  ];
}

function recognisedResults({ name, members }: RecognisedCouple): Result[] {
  const disagreement = findDisagreement(members);
  if (disagreement === null) return [];
  return [
    {
      ...disagreementPlaces(name, disagreement, members),
      severity: "warning",
      why: `these places name the versions of ${name}`,
      help: "make them agree, or configure a [[couple]] that leaves out what is meant to differ",
    },
  ];
}
