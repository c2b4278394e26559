import semver from "semver";
import { npmJson, npmJsonText } from "../../../sandbox/programs/npm/json-text.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { type Manifest, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";

/**
 * The requirements of workspaces on what was released, as yarn 2 and newer moves them: a bare version, a caret, a tilde or
 * `>=`, with the workspace protocol or without it.
 * https://github.com/yarnpkg/berry/blob/master/packages/plugin-version/sources/versionUtils.ts (applyReleases)
 */
export function moveYarnRanges(
  host: ToolRelease,
  released: readonly Manifest[],
  {
    members,
    version,
    origin,
  }: { readonly members: readonly Manifest[]; readonly version: string; readonly origin: Origin },
): void {
  for (const { path } of members) {
    const json = npmJson(path, host.read(path));
    if (json === null) continue;
    let value = json.value;
    for (const field of requirementFields)
      for (const { name, version: before } of released) {
        const range = requirementsIn(value, field).get(name);
        const moved = range === undefined ? null : movedRange(range, before ?? "", version);
        if (moved !== null) value = { ...value, [field]: { ...Object(value[field]), [name]: moved } };
      }
    if (value !== json.value) host.write(path, npmJsonText({ ...json, value }), origin);
  }
}

function movedRange(written: string, before: string, version: string): string | null {
  const [, protocol = "", operator = "", rest = ""] = /^(workspace:)?(>=|[~^])?(\d.*)$/u.exec(written) ?? [];
  if (semver.valid(rest) === null) return null;
  const isLinked = protocol !== "" || semver.satisfies(before, `${operator}${rest}`);
  return isLinked ? `${protocol}${operator}${version}` : null;
}
