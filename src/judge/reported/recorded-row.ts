import { manifestOfRow } from "../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";

/** Files that a package manager writes, whether their rows are read one by one or not. */
const lockfile =
  /(?:^|\/)(?:[\w.-]{0,60}[.-]lock(?:\.(?:json|ya?ml|hcl))?|[\w-]{0,40}-lock\.(?:json|ya?ml)|[\w.]{1,40}\.lock\.json|go(?:\.work)?\.sum|npm-shrinkwrap\.json|Package\.resolved|bun\.lockb?)$/u;

/**
 * True for a row of a lockfile that only follows what somebody asked for. The rows of the packages that live here are made
 * from their manifests, and are no such rows.
 */
export function isRecordedRow(occurrence: Occurrence, evidence: Evidence): boolean {
  const { kind, path, subject } = occurrence;
  if (!lockfile.test(path)) return false;
  if (kind !== "lock-entry" || subject === null) return true;
  if (subject.type === "npm") return manifestOfRow(occurrence) === null || isLinkOut(occurrence);
  const isDefined =
    subject.type === "crate" ? evidence.crateByName.has(subject.name) : subject.type === "python";
  return !isDefined || isFromRegistry(occurrence, evidence);
}

/**
 * What a package that stands by itself links to, `"../..": { "version": … }`, is taken from its folder whatever the row
 * says (https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages).
 */
function isLinkOut({ keyPath }: Occurrence): boolean {
  return keyPath?.[0] === "packages" && /^\.\.(?:\/|$)/u.test(String(keyPath[1]));
}

/** In the lockfiles of Cargo and uv the source of an entry stands below its version; what lives here has none, or a path. */
function isFromRegistry({ path, span, version, subject }: Occurrence, { repository }: Evidence): boolean {
  const text = repository.read(path) ?? "";
  const isRow = text.startsWith(`"${subject?.name} ${version}"`, text.lastIndexOf('"', span.start));
  // Of two crates of one name, rows of what is asked for say which one is meant by its version.
  const entry = isRow ? text.indexOf(`\nname = "${subject?.name}"\nversion = "${version}"\n`) : span.end;
  if (entry === -1) return false;
  const below = text.slice(entry, entry + 300).split("\n\n")[0] ?? "";
  return /\nsource = (?:"registry|\{ registry)/u.test(below);
}
