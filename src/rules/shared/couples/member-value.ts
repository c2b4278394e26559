import { findTagVersion } from "../../../inventory/versions/docker-tag.ts";
import { parseInteger } from "../../../inventory/versions/integer.ts";
import type { Location } from "../../../repository/text/location.ts";

/**
 * How much the value of a member weighs. A schema folder `decides` what the others should be, a constant or key `holds`
 * a value, and an import or re-export only `names` one, which may be an older one on purpose.
 */
export type MemberRole = "decides" | "holds" | "names";

/** What one member of a couple says, and where it says it. */
export interface MemberValue {
  /** What the place is, as a reader would call it, for example `PROTOCOL_VERSION` or `the highest schema`. */
  readonly what: string;
  /** In the one form in which members are compared, see `comparable`; null when it cannot be told. */
  readonly value: string | null;
  /** How the value is known where the place itself does not show it, or how to find out; else null. */
  readonly how: string | null;
  readonly location: Location;
  readonly role: MemberRole;
}

/** The outcome of reading one member. */
export interface MemberReading {
  readonly values: readonly MemberValue[];
  /** One sentence that says why there is no value; null when there is one. */
  readonly missing: string | null;
}

/**
 * The form in which values are compared: integers in decimal (`0x07` is `7`), the version inside a requirement or an
 * image tag (`^1.2.3`, `v1.2.3` and `1.2.3-slim` are `1.2.3`), anything else as it is written.
 */
export function comparable(written: string): string {
  const text = written.trim();
  const integer = parseInteger(text);
  if (integer !== null) return String(integer);
  const bare = text.replace(/^(?:[\^~=]|[<>]=?)\s*/, "");
  return findTagVersion(bare)?.version ?? text;
}
