import type { Sourced } from "../../../config/config.ts";
import type { Couple, CoupleMember } from "../../../config/schema.ts";
import type { AuditSoFar } from "../../../findings/audit.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";
import type { MemberValue } from "./member-value.ts";
import { isSqliteMember, readMember } from "./read-member.ts";

/** A couple with what its members say at this revision. */
export interface CoupleReading extends Sourced<Couple> {
  readonly values: readonly MemberValue[];
  /** The members of which nothing could be read, each with the reason. */
  readonly missing: readonly { readonly member: CoupleMember; readonly reason: string }[];
}

/** The couples in force of which no member is a SQLite: those have a rule of their own. */
export function plainCouples(audit: AuditSoFar): CoupleReading[] {
  return readCouples(audit).filter(({ value }) => !value.members.some(isSqliteMember));
}

/** The couples in force of which at least one member is a SQLite. */
export function sqliteCouples(audit: AuditSoFar): CoupleReading[] {
  return readCouples(audit).filter(({ value }) => value.members.some(isSqliteMember));
}

/** Reads every couple, whichever rule asks first. */
export const readCouples = oncePer((audit: AuditSoFar): readonly CoupleReading[] =>
  audit.config.couples.map((couple) => readCouple(couple, audit)),
);

/** Reads all members of a couple, in their order. */
function readCouple({ value: couple, source }: Sourced<Couple>, audit: AuditSoFar): CoupleReading {
  const values: MemberValue[] = [];
  const missing: { member: CoupleMember; reason: string }[] = [];
  for (const member of couple.members) {
    const reading = readMember(member, audit);
    values.push(...reading.values);
    if (reading.missing !== null) missing.push({ member, reason: reading.missing });
  }
  return { value: couple, source, values, missing };
}
