import { within } from "../../../../repository/packages/path.ts";
import { type NpmJson, npmJson, npmJsonText } from "../../../../sandbox/programs/npm/json-text.ts";
import { bumpLock } from "../../../../sandbox/programs/npm/lockfile.ts";
import type { Origin } from "../../../rehearsal.ts";
import type { ToolRelease } from "../../release-tool.ts";
import { runLifecycle } from "./lifecycle.ts";

/**
 * What `npm version X` does with one package: `preversion`, the manifest and the lockfiles beside it, `version`. The
 * commit and the tag come after it, and then `postversion`.
 * https://github.com/npm/cli/blob/latest/workspaces/libnpmversion/lib/version.js
 */
export async function npmVersion(
  host: ToolRelease,
  dir: string,
  version: string,
  { origin, withScripts }: { origin: Origin; withScripts: boolean },
): Promise<void> {
  const path = within(dir, "package.json");
  const before = npmJson(path, host.read(path))?.value["version"];
  const env = { npm_old_version: typeof before === "string" ? before : "0.0.0", npm_new_version: version };
  if (withScripts) await runLifecycle(host, dir, "preversion", env);
  writeVersion(host, dir, version, origin);
  if (withScripts) await runLifecycle(host, dir, "version", env);
}

/** The manifest of a folder and the lockfiles beside it at a version, in the style of npm. */
export function writeVersion(host: ToolRelease, dir: string, version: string, origin: Origin): void {
  const write = (name: string, change: (value: NpmJson["value"]) => NpmJson["value"]) => {
    const path = within(dir, name);
    const json = npmJson(path, host.read(path));
    if (json !== null) host.write(path, npmJsonText({ ...json, value: change(json.value) }), origin);
  };
  write("package.json", (value) => ({ ...value, version }));
  for (const lock of ["package-lock.json", "npm-shrinkwrap.json"])
    write(lock, (value) => bumpLock(value, version));
}
