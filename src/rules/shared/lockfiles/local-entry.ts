import { localEntries } from "../../../inventory/lockfiles/cargo-lock.ts";
import { isPackageLock } from "../../../inventory/lockfiles/package-lock.ts";
import { manifestOfRow } from "../../../inventory/lockfiles/row-manifest.ts";
import type { Evidence } from "../../../judge/evidence.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";

/** An entry of a lockfile that differs from the manifest of the package that it stands for. */
export interface LocalEntry {
  readonly occurrence: JudgedOccurrence;
  readonly name: string;
  readonly manifest: string;
  /** The version in the manifest, or in the workspace that it inherits from. */
  readonly expected: string;
}

/** The entries of one lockfile that stand for packages of the repository and hold another version than they do. */
export function outdatedEntries(
  path: string,
  entries: readonly JudgedOccurrence[],
  evidence: Evidence,
): LocalEntry[] {
  if (/(?:^|\/)Cargo\.lock$/u.test(path)) return crateEntries(path, entries, evidence);
  if (isPackageLock(path)) return npmEntries(entries, evidence);
  return [];
}

function crateEntries(path: string, entries: readonly JudgedOccurrence[], evidence: Evidence): LocalEntry[] {
  const outdated = entries.flatMap((occurrence): LocalEntry[] => {
    const name = occurrence.subject?.name ?? "";
    const [crate, ...namesakes] = evidence.crateByName.get(name) ?? [];
    if (crate === undefined || namesakes.length > 0 || occurrence.keyPath?.[2] !== "version") return [];
    if (crate.version === null || crate.version === occurrence.version) return [];
    return [{ occurrence, name, manifest: crate.manifest, expected: crate.version }];
  });
  if (outdated.length === 0) return [];
  const local = localEntries(evidence.repository.read(path) ?? "");
  return outdated.filter(({ name, occurrence }) => local.has(`${name}@${occurrence.version}`));
}

function npmEntries(entries: readonly JudgedOccurrence[], evidence: Evidence): LocalEntry[] {
  return entries.flatMap((occurrence) => {
    const pkg = evidence.npmByManifest.get(manifestOfRow(occurrence) ?? "");
    if (pkg === undefined || pkg.version === null || pkg.version === occurrence.version) return [];
    return [{ occurrence, name: pkg.name, manifest: pkg.manifest, expected: pkg.version }];
  });
}
