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
  { origin, withScripts, style = "npm" }: { origin: Origin; withScripts: boolean; style?: ManifestStyle },
): Promise<void> {
  const path = within(dir, "package.json");
  const before = npmJson(path, host.read(path))?.value["version"];
  const env = { npm_old_version: typeof before === "string" ? before : "0.0.0", npm_new_version: version };
  if (withScripts) await runLifecycle(host, dir, "preversion", env);
  writeVersion(host, dir, version, { origin, style });
  if (withScripts) await runLifecycle(host, dir, "version", env);
}

/** Whose way of writing a manifest is meant. */
export type ManifestStyle = "npm" | "yarn";

/**
 * The manifest of a folder at a version, and with npm the lockfiles beside it. yarn knows nothing of those, and breaks a
 * manifest of one line into several.
 */
export function writeVersion(
  host: ToolRelease,
  dir: string,
  version: string,
  { origin, style }: { readonly origin: Origin; readonly style: ManifestStyle },
): void {
  const write = (name: string, change: (value: NpmJson["value"]) => NpmJson["value"]) => {
    const path = within(dir, name);
    const json = npmJson(path, host.read(path));
    if (json === null) return;
    const isOneLine = style === "yarn" && json.style.newline === "";
    const own = isOneLine ? { newline: "\n", indent: "  " } : json.style;
    host.write(path, npmJsonText({ ...json, style: own, value: change(json.value) }), origin);
  };
  write("package.json", (value) => ({ ...value, version }));
  if (style === "yarn") return;
  for (const lock of ["package-lock.json", "npm-shrinkwrap.json"])
    write(lock, (value) => bumpLock(value, version));
}
