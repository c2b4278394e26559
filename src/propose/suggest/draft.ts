import type { Finding } from "../../findings/finding.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Proof } from "./proof.ts";
import type { Repair } from "./repair.ts";

/** Repairs that are still to be proved, and what earlier proofs spoke against. */
export interface Draft {
  readonly repairs: readonly Repair[];
  /** Places whose value cannot be brought to current without breaking something else. */
  readonly lagging: ReadonlySet<JudgedOccurrence>;
  /** Why a better repair than an ignore was given up, as one sentence without a full stop. */
  readonly failures: ReadonlyMap<JudgedOccurrence, string>;
  /** Places for which an ignore is no help either. */
  readonly hopeless: ReadonlySet<JudgedOccurrence>;
  /** Places that become the release's business by the repairs. */
  readonly exposed: ReadonlySet<JudgedOccurrence>;
}

/** The draft before any proof. */
export function draftOf(repairs: readonly Repair[]): Draft {
  return { repairs, lagging: new Set(), failures: new Map(), hopeless: new Set(), exposed: new Set() };
}

/** The draft without what the proof speaks against; null when it speaks against nothing that could be given up. */
export function mended(draft: Draft, proof: Proof): Draft | null {
  const failures = new Map(draft.failures);
  const hopeless = new Set(draft.hopeless);
  for (const place of proof.unrepaired) {
    if (failures.has(place)) hopeless.add(place);
    else failures.set(place, "the repair that was found does not hold in an audit of the patched repository");
  }
  const fresh = proof.exposed.filter((place) => !draft.exposed.has(place));
  for (const place of fresh.filter(({ kind }) => kind !== "lock-entry")) {
    failures.set(place, "the other repairs make it owed; ask again once they are applied");
    hopeless.add(place);
  }
  const lagging = new Set(draft.lagging);
  // What is found at exposed places is judged when they have been dealt with.
  for (const finding of fresh.length > 0 ? [] : proof.newFindings) {
    for (const repair of draft.repairs.filter((each) => isTouched(each, finding))) {
      const late = isWritten(repair) ? repair.places.filter((place) => isLate(place, lagging)) : [];
      for (const place of late) lagging.add(place);
      if (late.length > 0) continue;
      for (const place of repair.places) failures.set(place, `its repair would cause: ${finding.message}`);
    }
  }
  const exposed = new Set([...draft.exposed, ...fresh]);
  const repairs = draft.repairs.flatMap((repair): Repair[] => {
    const places = repair.places.filter((place) => !failures.has(place));
    return places.length === 0 ? [] : [{ ...repair, places }];
  });
  const next = { repairs, lagging, failures, hopeless, exposed };
  return sizeOf(next) === sizeOf(draft) ? null : next;
}

/** True for a repair with which the release writes its places. */
export function isWritten({ kind }: Repair): boolean {
  return kind === "list" || kind === "name" || kind === "row" || kind === "line";
}

/** True for a place that holds an old version which the patch brings to current. */
export function isLate(place: JudgedOccurrence, lagging: ReadonlySet<JudgedOccurrence>): boolean {
  return place.verdict === "behind" && !lagging.has(place);
}

/** True when a finding is about a file in which a repair mends a place. */
function isTouched({ places }: Repair, { location, related }: Finding): boolean {
  const paths = new Set([location, ...related].map(({ path }) => path));
  return places.some(({ path }) => paths.has(path));
}

/** Nothing that was given up comes back, so two drafts of the same size are the same. */
function sizeOf({ lagging, failures, hopeless, exposed }: Draft): number {
  return lagging.size + failures.size + hopeless.size + exposed.size;
}
