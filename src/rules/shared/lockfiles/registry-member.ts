import { memberFolder } from "../../../inventory/lockfiles/row-manifest.ts";
import type { Evidence } from "../../../judge/evidence.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { namesItsLine } from "../../../judge/reported/named-line.ts";
import { folderOf, within } from "../../../repository/packages/path.ts";
import type { NpmPackage } from "../../../repository/packages/workspace.ts";

/** A package that lives in the workspace and that its lockfile takes from the registry. */
export interface RegistryMember {
  readonly pkg: NpmPackage;
  /** Where a member of the workspace resolves it; the first place of the lockfile that says so. */
  readonly occurrence: JudgedOccurrence;
  /** The folder of the member that asks for it, as the lockfile names it; null where it does not say. */
  readonly importer: string | null;
  /** Every place of the lockfile about it. */
  readonly places: readonly JudgedOccurrence[];
}

/**
 * The workspace members that a lockfile of the workspace resolves from the registry. pnpm links members and gives them
 * no version, npm marks them as links, so a resolved version of a member is a copy from the registry.
 */
export function registryMembers(
  path: string,
  entries: readonly JudgedOccurrence[],
  evidence: Evidence,
): RegistryMember[] {
  const places = new Map<NpmPackage, JudgedOccurrence[]>();
  for (const occurrence of entries) {
    const pkg = evidence.npmByName.get(occurrence.subject?.name ?? "")?.find(({ member }) => member);
    if (pkg !== undefined && pkg.dir !== folderOf(path))
      places.set(pkg, [...(places.get(pkg) ?? []), occurrence]);
  }
  return [...places].flatMap(([pkg, about]) => {
    const occurrence = about.find((place) => isResolved(path, place) && !isOfNamedLine(place));
    if (occurrence === undefined || !isLockOf(path, pkg, entries)) return [];
    const importer = occurrence.keyPath?.[0] === "importers" ? String(occurrence.keyPath[1]) : null;
    return [{ pkg, occurrence, importer, places: about }];
  });
}

/**
 * True for the version to which a place resolves what a member asks for. In npm's lockfile that is no copy below a package
 * of others, which asks for it, and in no lockfile an alias, which was asked for by its own name.
 */
function isResolved(path: string, { keyPath, subject }: JudgedOccurrence): boolean {
  if (keyPath === null) return false;
  const field = keyPath.at(-1);
  if (path.endsWith("pnpm-lock.yaml"))
    return keyPath[0] === "importers" && field === "version" && keyPath.at(-2) === subject?.name;
  if (keyPath[0] !== "packages" || field !== "version") return false;
  const [folder, name, ...deeper] = String(keyPath[1]).split("node_modules/");
  return folder !== undefined && name === subject?.name && deeper.length === 0;
}

/** True where whoever asks is called after the line of releases that it asks for, and cannot mean the one of the workspace. */
function isOfNamedLine({ keyPath, ...place }: JudgedOccurrence): boolean {
  const asker = keyPath?.[0] === "importers" ? within(String(keyPath[1]), "package.json") : null;
  return asker !== null && namesItsLine({ ...place, keyPath, path: asker });
}

/** A lockfile is that of a package when it lies at the root, or when it knows the package as a member. */
function isLockOf(path: string, pkg: NpmPackage, entries: readonly JudgedOccurrence[]): boolean {
  return (
    folderOf(path) === "" ||
    entries.some(
      ({ keyPath }) => keyPath?.[0] === "importers" && memberFolder(path, String(keyPath[1])) === pkg.dir,
    )
  );
}
