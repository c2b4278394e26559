import { manifestOfRow } from "../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";

/** Files that a package manager writes, whether their rows are read one by one or not. */
const lockfile =
  /(?:^|\/)(?:[\w.-]{0,60}[.-]lock(?:\.(?:json|ya?ml|hcl))?|[\w-]{0,40}-lock\.(?:json|ya?ml)|[\w.]{1,40}\.lock\.json|go\.sum|npm-shrinkwrap\.json|Package\.resolved|bun\.lockb?)$/u;

/**
 * True for a row of a lockfile that only follows what somebody asked for. The rows of the packages that live here are made
 * from their manifests, and are no such rows.
 */
export function isRecordedRow(occurrence: Occurrence, evidence: Evidence): boolean {
  const { kind, path, subject } = occurrence;
  if (!lockfile.test(path)) return false;
  if (kind !== "lock-entry" || subject === null) return true;
  if (subject.type === "npm") return manifestOfRow(occurrence) === null;
  const isDefined =
    subject.type === "crate" ? evidence.crateByName.has(subject.name) : subject.type === "python";
  return !isDefined || isFromRegistry(occurrence, evidence);
}

/** In the lockfiles of Cargo and uv the source of an entry stands below its version; what lives here has none, or a path. */
function isFromRegistry({ path, span }: Occurrence, { repository }: Evidence): boolean {
  const below = (repository.read(path) ?? "").slice(span.end, span.end + 200).split("\n\n")[0] ?? "";
  return /\nsource = (?:"registry|\{ registry)/u.test(below);
}
