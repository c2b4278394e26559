import type { CoupleMember } from "../config/schema.ts";
import type { AuditSoFar } from "../findings/audit.ts";
import type { Related, Result, Severity } from "../findings/finding.ts";
import type { Rule } from "./rule.ts";
import { memberPlace, unreadMembers } from "./shared/couples/couple-places.ts";
import type { MemberValue } from "./shared/couples/member-value.ts";
import { type CoupleReading, sqliteCouples } from "./shared/couples/read-couple.ts";
import { recognisedSqlites, type SqliteCarrier } from "./shared/couples/sqlite/recognised-sqlites.ts";
import { requestsFor } from "./shared/couples/sqlite/requests.ts";

/** A native and a WebAssembly SQLite, or any others that must be the same, that are not. */
export const sqliteMismatch: Rule = {
  id: "sqlite-mismatch",
  summary: "the repository ships different versions of SQLite that must be the same",
  check: (audit) => {
    const couples = sqliteCouples(audit);
    return couples.length > 0
      ? couples.flatMap((couple) => configuredResults(couple, audit))
      : recognisedResults(audit);
  },
};

function configuredResults(couple: CoupleReading, audit: AuditSoFar): Result[] {
  const { name, members, why = null } = couple.value;
  const asked = requestPlaces(members.flatMap(carriersOf), audit);
  return [...mismatches(name, couple.values, { asked, severity: "error", why }), ...unreadMembers(couple)];
}

function recognisedResults(audit: AuditSoFar): Result[] {
  const { values, carriers } = recognisedSqlites(audit);
  const asked = requestPlaces(carriers, audit);
  const why = "a crate that bundles SQLite and a package that carries it are both in the lockfiles";
  return mismatches("sqlite", values, { asked, severity: "warning", why });
}

function mismatches(
  name: string,
  values: readonly MemberValue[],
  {
    asked,
    severity,
    why,
  }: { readonly asked: readonly Related[]; readonly severity: Severity; readonly why: string | null },
): Result[] {
  if (values.length < 2) return [];
  const unknown = values.filter(({ value }) => value === null);
  const known = values.flatMap((member) => (member.value === null ? [] : [{ member, value: member.value }]));
  // What is no version with three numbers, such as the `3.46` of a constant, has its place among the others, too.
  const [lowest, ...others] = known.sort((a, b) => a.value.localeCompare(b.value, "en", { numeric: true }));
  const highest = others.at(-1);
  if (lowest === undefined || highest === undefined || lowest.value === highest.value)
    return unknown.map((member) => unknownResult(member, values, asked));
  return [
    {
      severity,
      message: `${name}: ${lowest.member.what} is ${lowest.value}, but ${highest.member.what} is ${highest.value}`,
      location: lowest.member.location,
      label: `SQLite ${lowest.value}${lowest.member.how === null ? "" : `: ${lowest.member.how}`}`,
      related: [...values.filter((member) => member !== lowest.member).map(memberPlace), ...asked],
      why,
      help: "upgrade the older one, so that both bundle the same SQLite",
      family: null,
    },
    ...unknown.map((member) => unknownResult(member, values, asked)),
  ];
}

/** A version that nobody knows is never taken for an equal one. */
function unknownResult(
  member: MemberValue,
  values: readonly MemberValue[],
  asked: readonly Related[],
): Result {
  return {
    severity: "warning",
    message: `${member.what} is not known, so it cannot be held against the others`,
    location: member.location,
    label: "neither the disk nor the facts of this tool know this release",
    related: [...values.filter((other) => other !== member).map(memberPlace), ...asked],
    why: null,
    help: member.how ?? "find out which it is",
    family: null,
  };
}

function carriersOf({ sqliteOfCrate, sqliteOfPackage }: CoupleMember): SqliteCarrier[] {
  if (sqliteOfCrate !== undefined) return [{ type: "crate", name: sqliteOfCrate }];
  return sqliteOfPackage === undefined ? [] : [{ type: "npm", name: sqliteOfPackage }];
}

/** The requirements that an upgrade would change; members in several lockfiles have the same ones. */
function requestPlaces(carriers: readonly SqliteCarrier[], audit: AuditSoFar): Related[] {
  const requests = carriers.flatMap(({ type, name }) => requestsFor(type, name, audit));
  return [...new Set(requests)].map(({ path, span, text, subject }) => ({
    ...audit.repository.locate(path, span),
    message: `asks for ${subject?.name} ${text}`,
  }));
}
