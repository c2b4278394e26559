import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Note } from "../../../repository/repository.ts";
import { readCouples } from "./read-couple.ts";

/**
 * What the couples of a preset name and this revision does not have, said once per couple. A preset knows several eras
 * of its repository, so this is no finding.
 */
export function presetGaps(audit: AuditSoFar): Note[] {
  return readCouples(audit).flatMap(({ value, source, values, missing }) => {
    if (source.from !== "preset" || missing.length === 0) return [];
    const reasons = missing.map(({ reason }) => reason).join("; ");
    const checked = values.length < 2 ? "is not checked" : "is checked without some of its members";
    return [
      {
        path: null,
        message: `the couple ${value.name} of the preset ${source.preset} ${checked}: ${reasons}`,
      },
    ];
  });
}
