import type { Evidence } from "../../../judge/evidence.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { folderOf } from "../../../repository/packages/path.ts";
import type { NpmPackage } from "../../../repository/packages/workspace.ts";

/** A public package that the release leaves out while it writes everything next to it. */
export interface LeftOutPackage {
  readonly pkg: NpmPackage;
  /** The manifests next to it that the release writes. */
  readonly siblings: readonly JudgedOccurrence[];
}

/** Fewer packages in one folder are no family. */
const smallestFamily = 3;

/** The public packages that are the only ones of their folder which the release does not write. */
export function leftOutPackages(
  occurrences: readonly JudgedOccurrence[],
  evidence: Evidence,
): LeftOutPackage[] {
  const written = new Map(
    occurrences
      .filter(({ kind, verdict }) => kind === "manifest-version" && verdict === "covered")
      .map((occurrence) => [occurrence.path, occurrence]),
  );
  const families = new Map<string, NpmPackage[]>();
  for (const pkg of evidence.workspace.npm) {
    if (pkg.private || pkg.dir === "" || evidence.train.others.has(pkg.name)) continue;
    const family = folderOf(pkg.dir);
    families.set(family, [...(families.get(family) ?? []), pkg]);
  }
  return [...families.values()].flatMap((family) => {
    const siblings = family.flatMap(({ manifest }) => written.get(manifest) ?? []);
    const [pkg, ...others] = family.filter(({ manifest }) => !written.has(manifest));
    return pkg === undefined || others.length > 0 || siblings.length < smallestFamily
      ? []
      : [{ pkg, siblings }];
  });
}
