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
  for (const { name: member, path } of members) {
    const json = npmJson(path, host.read(path));
    if (json === null) continue;
    let value = json.value;
    for (const field of requirementFields)
      for (const { name, version: before } of released) {
        const range = requirementsIn(value, field).get(name);
        const moved = range === undefined ? null : movedRange(range, before ?? "", version);
        if (range === undefined || moved === null) continue;
        value = { ...value, [field]: { ...Object(value[field]), [name]: moved } };
        moveInLockfile(host, { member, name, range, moved, origin });
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

/** A requirement of one workspace on another one, before and after. */
interface MovedRange {
  readonly member: string;
  readonly name: string;
  readonly range: string;
  readonly moved: string;
  readonly origin: Origin;
}

/**
 * The lockfile keeps what each workspace asks for, and every entry is called after all that it answers, in order.
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts (generateLockfile)
 */
function moveInLockfile(host: ToolRelease, { member, name, range, moved, origin }: MovedRange): void {
  const text = host.read("yarn.lock");
  if (text === null) return;
  const [from, to] = [range, moved].map((one) => (one.startsWith("workspace:") ? one : `npm:${one}`));
  const entries = text.split("\n\n").map((entry) => {
    const [head = "", ...rest] = entry.split("\n");
    const descriptors = head.replace(/^"|":$/gu, "").split(", ");
    if (descriptors.includes(`${name}@${from}`)) {
      const renamed = descriptors.map((one) => (one === `${name}@${from}` ? `${name}@${to}` : one));
      return [`"${[...new Set(renamed)].sort().join(", ")}":`, ...rest].join("\n");
    }
    const isMember = entry.includes(`\n  resolution: "${member}@workspace:`);
    return isMember ? entry.replace(`\n    ${name}: "${from}"\n`, `\n    ${name}: "${to}"\n`) : entry;
  });
  host.write("yarn.lock", entries.join("\n\n"), origin);
}
