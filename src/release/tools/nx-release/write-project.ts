import { applyEdits, type JSONPath, modify } from "jsonc-parser";
import semver from "semver";
import { within } from "../../../repository/packages/path.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { jsonObject, requirementsIn } from "../shared/javascript/manifest.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import type { NxProject } from "./projects.ts";
import { fieldsInOrder, type NxRequirement } from "./requirements.ts";
import type { ManifestRoot, VersionOptions } from "./version-options.ts";

/** One project of a release. */
export interface ReleasedProject {
  readonly project: NxProject;
  readonly options: VersionOptions;
  readonly version: string;
  readonly requirements: readonly NxRequirement[];
  /** True where a command before the release makes files that are not in the repository. */
  readonly isBuilt: boolean;
  readonly origin: Origin;
}

/**
 * Writes the version of a project, and what it requires of others, into each of its manifests.
 * https://github.com/nrwl/nx/blob/master/packages/js/src/release/version-actions.ts
 * @param versionOf the version that another project has behind the release
 */
export function writeProject(
  host: ToolRelease,
  released: ReleasedProject,
  versionOf: (project: NxProject) => string | null,
): void {
  const { project, options, version, origin } = released;
  const own = [{ path: "{projectRoot}", keepsProtocols: options.keepsProtocols }];
  const roots = options.roots ?? (project.manifest === null ? [] : own);
  for (const root of roots) {
    const path = manifestPath(root, project);
    const text = host.read(path);
    if (text === null) {
      // What a build makes is no part of the repository.
      if (!released.isBuilt) throw new ToolRefusal(`${path}, which gets the version, does not exist`, origin);
      continue;
    }
    const versions = { path: ["version"], value: version };
    const moved = movedRequirements(path, text, { released, root, versionOf });
    host.write(path, withValues(text, [versions, ...moved]), origin);
  }
}

function manifestPath({ path }: ManifestRoot, { dir, name }: NxProject): string {
  const folder = path
    .replaceAll("{projectRoot}", dir)
    .replaceAll("{projectName}", name)
    .replaceAll("{workspaceRoot}", "");
  const plain = folder.split("/").filter((part) => part !== "" && part !== ".");
  return within(plain.join("/"), "package.json");
}

interface Value {
  readonly path: JSONPath;
  readonly value: string;
}

interface Moving {
  readonly released: ReleasedProject;
  readonly root: ManifestRoot;
  readonly versionOf: (project: NxProject) => string | null;
}

function movedRequirements(
  path: string,
  text: string,
  { released: { options, requirements, origin }, root, versionOf }: Moving,
): readonly Value[] {
  const content = jsonObject(text) ?? {};
  return fieldsInOrder.flatMap((field) =>
    [...requirementsIn(content, field)].flatMap(([name, range]) => {
      const known = requirements.find(({ project }) => project.manifest?.name === name);
      const version = known === undefined ? null : versionOf(known.project);
      if (known === undefined || version === null) return [];
      const isLocal = /^(?:workspace|file):/u.test(range);
      if (isLocal && root.keepsProtocols) return [];
      if (!isLocal && options.keepsRangesOf.includes(field) && isRange(range)) {
        if (semver.satisfies(semver.coerce(version, { includePrerelease: true }) ?? "", range)) return [];
        throw new ToolRefusal(
          `${path} requires ${name} at ${range}, which does not take in the new version`,
          origin,
        );
      }
      const value = `${prefixOf(options, isLocal ? range.replace(/^\w+:/u, "") : known.range)}${version}`;
      return [{ path: [field, name], value }];
    }),
  );
}

function prefixOf({ prefix }: VersionOptions, range: string): string {
  if (prefix !== "auto") return /^[~^=]$/u.test(prefix) ? prefix : "";
  return /^[~^=]/u.exec(range)?.[0] ?? "";
}

function isRange(range: string): boolean {
  return semver.valid(range) === null && semver.validRange(range) !== null;
}

/** Values are set where they stand, and everything else stays as it is. */
function withValues(text: string, values: readonly Value[]): string {
  const indentation = /^[\t ]+(?=")/mu.exec(text)?.[0] ?? "  ";
  const insertSpaces = !indentation.includes("\t");
  const formattingOptions = { insertSpaces, tabSize: insertSpaces ? indentation.length : 1 };
  return values.reduce(
    (changed, { path, value }) =>
      applyEdits(changed, modify(changed, [...path], value, { formattingOptions })),
    text,
  );
}
