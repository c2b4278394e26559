import type { Related, Result } from "../../../findings/finding.ts";
import { counted } from "../../../repository/text/counted.ts";
import type { Disagreement } from "./disagreement.ts";
import type { MemberValue } from "./member-value.ts";
import type { CoupleReading } from "./read-couple.ts";

/** Who is odd and where the others stand. */
export function disagreementPlaces(
  name: string,
  { right, odd }: Disagreement,
  members: readonly MemberValue[],
): Pick<Result, "message" | "location" | "label" | "related" | "family"> {
  const [first, ...more] = odd;
  const rest = more.length === 0 ? "" : ` (and ${counted(more.length, "other place")})`;
  return {
    message:
      right === null
        ? `${name}: ${first.what} is at ${first.value}, but its couple is not`
        : `${name}: ${first.what} is at ${first.value}, not ${right}${rest}`,
    location: first.location,
    label: right === null ? `${first.value} here` : `${first.value} here, ${right} elsewhere`,
    related: members.filter((member) => member !== first).map(memberPlace),
    family: null,
  };
}

export function memberPlace({ what, value, how, location }: MemberValue): Related {
  const says = value === null ? `${what} is not known` : `${what} is at ${value}`;
  return { ...location, message: how === null ? says : `${says}: ${how}` };
}

/**
 * The members that the user named and that are not there. A preset's may be missing: it knows several eras of its
 * repository, of which a revision is only one.
 */
export function unreadMembers({ value, source, missing }: CoupleReading): Result[] {
  if (source.from !== "file") return [];
  return missing.map(({ reason }) => ({
    severity: "error",
    message: `a member of the couple ${value.name} cannot be read: ${reason}`,
    location: source.location,
    label: "this couple is not checked in full",
    related: [],
    why: null,
    help: "correct the member, or remove it from the couple",
    family: null,
  }));
}
