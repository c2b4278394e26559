import type { AuditSoFar } from "../../findings/audit.ts";
import { type RecognisedCouple, recognisedCouples } from "../../rules/shared/couples/recognised-couples.ts";

/** A `[[couple]]` table: constants that must equal the highest of their numbered schemas. */
export interface ProposedCouple {
  readonly name: string;
  readonly members: readonly Readonly<Record<string, string>>[];
}

/** The couples that names prove: folders of numbered schemas with the integer constants that speak of them. */
export function proposedCouples(audit: AuditSoFar): ProposedCouple[] {
  const names = new Set<string>();
  return recognisedCouples(audit).flatMap((couple) => {
    const members = [...folders(couple), ...constants(couple)];
    if (couple.subject === null || members.length < 2) return [];
    const name = freeName(couple.name, names);
    names.add(name);
    return [{ name, members }];
  });
}

function folders({ subject }: RecognisedCouple): Record<string, string>[] {
  return (subject?.folders ?? []).map(({ dir, extension }) => ({ path: dir, schemas: extension }));
}

function constants({ members }: RecognisedCouple): Record<string, string>[] {
  return members
    .filter(({ role }) => role === "holds")
    .map(({ location, what }) => ({ path: location.path, constant: what }));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
