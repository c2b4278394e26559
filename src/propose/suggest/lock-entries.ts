import { localEntries } from "../../inventory/lockfiles/cargo-lock.ts";
import { manifestOfRow } from "../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../../judge/evidence.ts";
import { folderOf, within } from "../../repository/packages/path.ts";

/**
 * True for the entry of a lockfile whose version alone can be rewritten: it stands for a package of the repository
 * itself. Entries from a registry have a checksum that belongs to their version, so only the package manager can.
 */
export function isWritableEntry(occurrence: Occurrence, evidence: Evidence): boolean {
  const { path, keyPath, subject, version } = occurrence;
  const { repository } = evidence;
  if (isPassedOver(path, evidence)) return false;
  if (/(?:^|\/)Cargo\.lock$/u.test(path)) {
    const local = localEntries(repository.read(path) ?? "");
    return keyPath?.[2] === "version" && local.has(`${subject?.name ?? ""}@${version}`);
  }
  return manifestOfRow(occurrence) !== null;
}

/**
 * True for a lockfile that its tool does not read: a package of a workspace is installed or built by the lockfile next
 * to the manifest of the workspace, wherever it is started.
 * https://doc.rust-lang.org/cargo/reference/workspaces.html, https://pnpm.io/settings#sharedworkspacelockfile
 */
export function isPassedOver(
  path: string,
  { repository, crateByManifest, npmByManifest }: Evidence,
): boolean {
  const folder = folderOf(path);
  if (/(?:^|\/)Cargo\.lock$/u.test(path)) {
    const manifest = within(folder, "Cargo.toml");
    const workspace = crateByManifest.get(manifest)?.workspace ?? manifest;
    return workspace !== manifest || !repository.has(manifest);
  }
  const isMember = folder !== "" && npmByManifest.get(within(folder, "package.json"))?.member === true;
  return isMember && repository.has(path.slice(folder.length + 1));
}

/** The tool that writes a lockfile. */
export function lockTool(path: string): string {
  return tools.find(([file]) => file.test(path))?.[1] ?? "its package manager";
}

const tools: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)Cargo\.lock$/u, "cargo"],
  [/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/u, "npm"],
  [/(?:^|\/)pnpm-lock\.yaml$/u, "pnpm"],
  [/(?:^|\/)yarn\.lock$/u, "yarn"],
];
