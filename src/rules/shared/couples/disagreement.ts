import type { MemberRole, MemberValue } from "./member-value.ts";

/** What is known of the members of a couple that do not agree. */
export interface Disagreement {
  /**
   * The value that is clearly right: of the highest schema, else of a strict majority, else the one that every constant
   * holds against what imports name; null when none is.
   */
  readonly right: string | null;
  /** The members that hold another value, constants first; all that are known when no value is right. */
  readonly odd: readonly [MemberValue, ...MemberValue[]];
}

/** Holds members against each other; null when all values that are known agree. */
export function findDisagreement(members: readonly MemberValue[]): Disagreement | null {
  const known = members.filter(({ value }) => value !== null);
  if (new Set(known.map(({ value }) => value)).size < 2) return null;
  const right = highestSchema(known) ?? majority(known) ?? heldByAll(known);
  const odd = known.filter(({ value }) => value !== right);
  const [first, ...others] = odd.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return first === undefined ? null : { right, odd: [first, ...others] };
}

const roles: readonly MemberRole[] = ["holds", "names", "decides"];

function highestSchema(members: readonly MemberValue[]): string | null {
  const versions = members.filter(({ role }) => role === "decides").map(({ value }) => Number(value));
  return versions.length === 0 ? null : String(Math.max(...versions));
}

function majority(members: readonly MemberValue[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { value } of members) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts].find(([, count]) => count * 2 > members.length);
  return most?.[0] ?? null;
}

function heldByAll(members: readonly MemberValue[]): string | null {
  const held = new Set(members.filter(({ role }) => role === "holds").map(({ value }) => value));
  return held.size === 1 ? ([...held][0] ?? null) : null;
}
