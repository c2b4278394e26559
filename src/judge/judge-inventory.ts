import type { Edit } from "../release/edits/edit.ts";
import { editsOf } from "../release/edits/edits.ts";
import { collectEvidence, type JudgementInput } from "./collect-evidence.ts";
import { coveredPlaces } from "./covered-places.ts";
import type { Evidence } from "./evidence.ts";
import { judge } from "./judge.ts";
import type { JudgedOccurrence } from "./judged-occurrence.ts";

export interface Judgement {
  readonly evidence: Evidence;
  /** Sorted by path and offset. */
  readonly edits: readonly Edit[];
  /** In the order of the inventory. */
  readonly occurrences: readonly JudgedOccurrence[];
}

/** Holds every occurrence against the edits of the rehearsals and gives it its one verdict. */
export function judgeInventory(input: JudgementInput): Judgement {
  const { repository, inventory, rehearsals, bump } = input;
  const edits = rehearsals.flatMap((rehearsal) => editsOf(rehearsal, repository));
  const places = coveredPlaces(inventory.occurrences, edits, bump.target);
  const evidence = collectEvidence(input, places);
  const found = inventory.occurrences.map((occurrence, index) => ({
    occurrence,
    edit: places.edits[index] ?? null,
  }));
  const occurrences = evidence.past.together(found, ({ occurrence, edit }) =>
    judge(occurrence, edit, evidence),
  );
  return { evidence, edits, occurrences };
}
