import { isMissed } from "../../../judge/judge.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { dependencyTables } from "../../../repository/packages/npm-dependency.ts";
import { folderOf, within } from "../../../repository/packages/path.ts";

/** A requirement that a lockfile records otherwise than the manifest of its member writes it. */
export interface OutdatedSpecifier {
  /** In the lockfile. */
  readonly occurrence: JudgedOccurrence;
  /** In the manifest. */
  readonly requirement: JudgedOccurrence;
}

/**
 * The requirements of the train in a lockfile of npm or pnpm that its manifests do not ask for any more, so that an
 * install which must not change the lockfile fails. Only missed entries are looked at: what resolutions and overrides
 * put in the place of a requirement holds no version.
 */
export function outdatedSpecifiers(
  path: string,
  entries: readonly JudgedOccurrence[],
  requirementsOf: (manifest: string) => readonly JudgedOccurrence[],
): OutdatedSpecifier[] {
  return entries.flatMap((occurrence) => {
    const importer = isMissed(occurrence.verdict) ? importerOf(path, occurrence) : null;
    if (importer === null) return [];
    const requirement = requirementsOf(within(importer, "package.json")).find(
      ({ subject }) => subject?.name === occurrence.subject?.name,
    );
    if (requirement === undefined || requirement.text === occurrence.text) return [];
    return [{ occurrence, requirement }];
  });
}

/** The folder of the member whose requirement an entry records; null for every other entry. */
function importerOf(path: string, { keyPath }: JudgedOccurrence): string | null {
  if (keyPath === null) return null;
  const dir = folderOf(path);
  const [first, second, table] = keyPath;
  if (path.endsWith("pnpm-lock.yaml")) {
    if (keyPath.at(-1) !== "specifier") return null;
    return first === "importers" && second !== "." ? within(dir, String(second)) : dir;
  }
  const isRequirement = first === "packages" && keyPath.length === 4 && dependencyTables.has(String(table));
  if (!isRequirement || String(second).includes("node_modules/")) return null;
  return second === "" ? dir : within(dir, String(second));
}
