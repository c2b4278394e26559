import { dependencyTables } from "../../repository/packages/npm-dependency.ts";
import { folderOf, within } from "../../repository/packages/path.ts";
import type { Occurrence } from "../occurrence.ts";
import { isPackageLock, localFolder } from "./package-lock.ts";

type Row = Pick<Occurrence, "path" | "keyPath">;

/** The folder of a member as a lockfile names it: relative to its own, which is `.` or empty. */
export function memberFolder(lockfile: string, member: string): string {
  const dir = folderOf(lockfile);
  return member === "." || member === "" ? dir : within(dir, member);
}

/** The manifest of the npm package that lives here and for which a row of package-lock.json stands; null for any other. */
export function manifestOfRow({ path, keyPath }: Row): string | null {
  const folder = isPackageLock(path) && keyPath !== null ? localFolder(keyPath) : null;
  return folder === null ? null : within(memberFolder(path, folder), "package.json");
}

/** The manifest of the member whose requirement a row of npm or pnpm records; null for every other row. */
export function manifestAskingFor({ path, keyPath }: Row): string | null {
  if (keyPath === null) return null;
  const [first, second, table] = keyPath;
  if (path.endsWith("pnpm-lock.yaml")) {
    if (keyPath.at(-1) !== "specifier") return null;
    return within(memberFolder(path, first === "importers" ? String(second) : "."), "package.json");
  }
  const isRequirement = first === "packages" && keyPath.length === 4 && dependencyTables.has(String(table));
  if (!isRequirement || String(second).includes("node_modules/")) return null;
  return within(memberFolder(path, String(second)), "package.json");
}
