import type { Occurrence } from "../../../inventory/occurrence.ts";
import { parseInteger } from "../../../inventory/versions/integer.ts";
import type { Span } from "../../../repository/text/span.ts";

/** An integer constant whose name says that it is the newest version of a protocol or format. */
export interface ProtocolConstant {
  readonly name: string;
  /** What stands before `PROTOCOL_VERSION` and its kin, in lower case with hyphens; empty when nothing does. */
  readonly prefix: string;
  /** True for a bare `VERSION`, which says something only where its package does. */
  readonly bare: boolean;
  readonly value: number;
  /** Where the number is written. */
  readonly span: Span;
}

const speaking = /^(?:([A-Z0-9_]+)_)?(?:CURRENT|LATEST|PROTOCOL|SCHEMA)(?:_MK\d+)?_VERSION$/;

/** Words that say that the constant names another version than the newest on purpose. */
const notNewest = /(?:^|-)(?:base|first|initial|last|legacy|max|min|minimum|old|oldest|previous|v\d+)(?:-|$)/;

/** The protocol constants among all occurrences, by path. */
export function protocolConstants(occurrences: readonly Occurrence[]): Map<string, ProtocolConstant[]> {
  const constants = new Map<string, ProtocolConstant[]>();
  for (const { path, kind, subject, version, span } of occurrences) {
    const prefix = kind === "constant" && subject !== null ? prefixOf(subject.name) : null;
    const value = prefix === null ? null : parseInteger(version);
    if (prefix === null || subject === null || value === null) continue;
    const constant = { name: subject.name, prefix, bare: subject.name === "VERSION", value, span };
    constants.set(path, [...(constants.get(path) ?? []), constant]);
  }
  return constants;
}

function prefixOf(name: string): string | null {
  if (name === "VERSION") return "";
  const parts = speaking.exec(name);
  if (parts === null) return null;
  const prefix = (parts[1] ?? "").toLowerCase().replaceAll("_", "-");
  return notNewest.test(prefix) ? null : prefix;
}
