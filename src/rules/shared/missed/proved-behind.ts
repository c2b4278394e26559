import type { AuditSoFar } from "../../../findings/audit.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { occurrencesIn } from "../../../judge/occurrences-in.ts";
import { withoutPlatform } from "../../../judge/owner/names.ts";

/** Why a place that is behind is proved to be wrong, one clause; null where that is only likely. */
export function provedBehind(occurrence: JudgedOccurrence, audit: AuditSoFar): string | null {
  if (audit.evidence.isSelective) return null;
  return leftByLast(occurrence, audit) ?? declared(occurrence, audit) ?? twin(occurrence, audit);
}

function declares({ kind }: JudgedOccurrence): boolean {
  return kind === "manifest-version" || kind === "dependency";
}

function leftByLast(occurrence: JudgedOccurrence, { evidence }: AuditSoFar): string | null {
  const isLeft = declares(occurrence) && evidence.learned.left(occurrence) !== null;
  return isLeft ? "former releases wrote it, and the last one left it" : null;
}

/** An entry of the configuration declares the file; of several places that are behind in it, those of a manifest are meant. */
function declared(occurrence: JudgedOccurrence, { rehearsals, occurrences }: AuditSoFar): string | null {
  const { path } = occurrence;
  if (!rehearsals.some(({ inert }) => inert.some((entry) => entry.declares === path))) return null;
  const behind = occurrencesIn(path, occurrences).filter(({ verdict }) => verdict === "behind");
  return declares(occurrence) || behind.length === 1
    ? "the configuration of the release names this file, and nothing in it is rewritten"
    : null;
}

/** What has to be at one version with something that the release writes: the binaries of a package, two forms of one API. */
function twin(occurrence: JudgedOccurrence, { occurrences }: AuditSoFar): string | null {
  const { kind, path, subject, keyPath, text, version } = occurrence;
  if (subject === null) return null;
  const written = (of: JudgedOccurrence["kind"]) =>
    occurrences.filter((other) => other.kind === of && other.verdict === "covered");
  if (kind === "api-version")
    return written(kind).some((other) => other.subject?.name === subject.name)
      ? "another document of the same API is written by the release"
      : null;
  const base = withoutPlatform(subject.name);
  if (base === subject.name) return null;
  if (kind === "manifest-version")
    return written(kind).some(({ subject: other }) => other !== null && isBinaryOf(other.name, base))
      ? `the release writes the packages of ${base} for other platforms`
      : null;
  const isPinned = keyPath?.[0] === "optionalDependencies" && text === version;
  return isPinned &&
    written("manifest-version").some(
      (other) => other.path === path && unscoped(other.subject?.name ?? "") === unscoped(base),
    )
    ? `the binaries of ${unscoped(base)} are those of its own release, which is written here`
    : null;
}

function isBinaryOf(name: string, base: string): boolean {
  return name !== base && withoutPlatform(name) === base;
}

function unscoped(name: string): string {
  return name.replace(/^@[^/]*\//, "");
}
