import { posix } from "node:path";
import { within } from "../../../repository/packages/path.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { placeIn } from "../shared/javascript/config.ts";
import { indentationOf } from "../shared/javascript/indentation.ts";
import { jsonObject, requirementFields, requirementsIn } from "../shared/javascript/manifest.ts";
import { changelogEntry, withEntry } from "./changelog.ts";
import { preStateText } from "./pre-state.ts";
import { movedRange, movesRange } from "./ranges.ts";
import { isSkipped, type PlannedRelease, type Situation } from "./release-plan.ts";

/**
 * Writes what `changeset version` writes: manifests, changelogs, the state of pre mode, and the changesets gone.
 * https://github.com/changesets/changesets/blob/main/packages/apply-release-plan/src/index.ts
 * @param versionOf the version that is written for a package
 */
export function writeReleases(
  host: ToolRelease,
  releases: readonly PlannedRelease[],
  situation: Situation,
  versionOf: (release: PlannedRelease) => string,
): void {
  const { packages, settings } = situation;
  const byName = new Map(packages.map((manifest) => [manifest.name, manifest]));
  writePreState(host, situation);
  for (const release of releases) {
    const manifest = byName.get(release.name);
    if (manifest === undefined) continue;
    const origin = originOf(release, situation);
    writeManifest(host, manifest.path, { release, releases, situation, versionOf, origin });
    if (settings.changelog === false || release.type === "none") continue;
    const path = within(manifest.dir, "CHANGELOG.md");
    const entry = changelogEntry(release, manifest, { releases, situation, versionOf });
    host.write(path, withEntry(host.read(path), entry, release.name), origin);
  }
  if (situation.pre?.mode === "pre") return;
  for (const { path, releases: named } of situation.changesets) {
    const isKept = named.some(({ name }) => {
      const manifest = byName.get(name);
      return manifest !== undefined && isSkipped(manifest, settings);
    });
    if (!isKept && host.read(path) !== null) host.remove(path, placeIn(path));
  }
}

function writePreState(host: ToolRelease, { pre, changesets, packages }: Situation): void {
  if (pre === null) return;
  const origin = placeIn(pre.path);
  if (pre.mode === "exit") host.remove(pre.path, origin);
  else
    host.write(
      pre.path,
      preStateText(
        pre,
        changesets.map(({ id }) => id),
        packages,
      ),
      origin,
    );
}

/** The line of the changeset that asks for the release, else that of the configuration which draws it in. */
function originOf({ name, changesets: ids }: PlannedRelease, { changesets, settings }: Situation): Origin {
  const asking = changesets.find(({ id }) => ids.includes(id));
  const line = asking?.releases.find((named) => named.name === name)?.line;
  if (asking !== undefined && line !== undefined) return placeIn(asking.path, line);
  const group = settings.fixed.findIndex((names) => names.includes(name));
  return group === -1 ? settings.originOf("updateInternalDependencies") : settings.originOf("fixed", group);
}

function writeManifest(
  host: ToolRelease,
  path: string,
  {
    release,
    releases,
    situation: { packages, root, settings },
    versionOf,
    origin,
  }: {
    readonly release: PlannedRelease;
    readonly releases: readonly PlannedRelease[];
    readonly situation: Situation;
    readonly versionOf: (release: PlannedRelease) => string;
    readonly origin: Origin;
  },
): void {
  const text = host.read(path);
  const content = jsonObject(text);
  if (text === null || content === null) return;
  const changed: Record<string, unknown> = { ...content, version: versionOf(release) };
  if (release.oldVersion === "") delete changed["version"];
  for (const field of requirementFields) {
    const held = requirementsIn(content, field);
    for (const other of releases) {
      const written = held.get(other.name);
      const required = packages.find(({ name }) => name === other.name);
      if (written === undefined || written === "" || required === undefined) continue;
      const { newVersion: version, oldVersion, type } = other;
      const folder = posix.relative(root, required.dir);
      if (!movesRange(written, field, { version, oldVersion, type, folder }, settings)) continue;
      const moved = movedRange(written, version, versionOf(other), settings);
      if (moved !== null) changed[field] = { ...Object(changed[field]), [other.name]: moved };
    }
  }
  const indent = indentationOf(text) || "  ";
  host.write(path, JSON.stringify(changed, null, indent) + (text.endsWith("\n") ? "\n" : ""), origin);
}
