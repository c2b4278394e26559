import { within } from "../../../../repository/packages/path.ts";
import { npmJson, npmJsonText } from "../../../../sandbox/programs/npm/json-text.ts";
import { syncLock } from "../../../../sandbox/programs/npm/lockfile.ts";
import type { Origin } from "../../../rehearsal.ts";
import type { ToolRelease } from "../../release-tool.ts";
import { type Manifest, manifestOf } from "./manifest.ts";

/**
 * Brings the lockfile of a root to what the manifests of its workspaces say, as npm does; false where npm would have to ask
 * the registry, and where there is none, so that the command has to be run.
 */
export function syncWorkspaceLock(
  host: ToolRelease,
  root: string,
  members: readonly Manifest[],
  origin: Origin,
): boolean {
  const manifestPath = within(root, "package.json");
  const manifest = npmJson(manifestPath, host.read(manifestPath));
  const names = ["npm-shrinkwrap.json", "package-lock.json"].map((name) => within(root, name));
  const path = names.find((name) => host.read(name) !== null);
  const lock = path === undefined ? null : npmJson(path, host.read(path));
  if (path === undefined || lock === null || manifest === null) return false;
  const current = members.map((member) => manifestOf(member.path, host.read(member.path)) ?? member);
  const located = current.map(({ name, dir, content }) => ({
    ...{ name, content },
    location: root === "" ? dir : dir.slice(root.length + 1),
  }));
  const value = syncLock(lock.value, manifest.value, located);
  if (value === null) return false;
  const { newline, indent } = manifest.style;
  host.write(
    path,
    npmJsonText({ path, value, style: { newline: newline || "\n", indent: indent || "  " } }),
    origin,
  );
  return true;
}
