import semver from "semver";
import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { documentAt } from "../repository/documents/document-cache.ts";
import {
  type InternalRequirement,
  internalRequirements,
  isLocal,
} from "../repository/packages/internal-requirements.ts";
import { forcedRequirements, resolvingManifests } from "../repository/packages/npm-resolutions.ts";
import type { Location } from "../repository/text/location.ts";
import type { Rule } from "./rule.ts";

/**
 * A package of the workspace that another asks for by a plain range, in a repository whose root maps such packages to
 * `workspace:*`, and that the root does not map: the next install takes it from the registry. Where a lockfile shows that
 * it already did, `lockfile-behind` says so.
 */
export const missingResolution: Rule = {
  id: "missing-resolution",
  summary: "an internal package is missing from the root's resolutions, so it comes from the registry",
  check: (audit) => {
    const convention = mappedPackages(audit);
    const [first] = convention;
    if (first === undefined || convention.length < 2 || linksWorkspacePackages(audit)) return [];
    const { npm } = audit.workspace;
    const manifests = npm.filter(({ member }) => member).map(({ manifest }) => manifest);
    const locked = lockedNames(audit);
    const asked = internalRequirements(manifests, audit).filter(
      (requirement) => !locked.has(requirement.name) && isUnmapped(requirement, audit),
    );
    return [...groupBy(asked, ({ name }) => name)].map(([name, places]) =>
      result(name, places, { location: first.location, mapped: convention.length, audit }),
    );
  },
};

interface MappedPackage {
  readonly name: string;
  readonly location: Location;
}

/** The entries of the root manifests that map a package of the workspace to the workspace. */
function mappedPackages({ repository, workspace }: AuditSoFar): MappedPackage[] {
  const internal = new Set(workspace.npm.filter(({ member }) => member).map(({ name }) => name));
  return resolvingManifests.flatMap((path) =>
    forcedRequirements(documentAt(repository, path))
      .filter(({ name, scalar }) => internal.has(name) && String(scalar.value).startsWith("workspace:"))
      .map(({ name, scalar }) => ({ name, location: repository.locate(path, scalar.content) })),
  );
}

/** What the lockfile of the root takes from the registry. */
function lockedNames({ occurrences }: AuditSoFar): ReadonlySet<string | undefined> {
  const entries = occurrences.filter(({ kind, path }) => kind === "lock-entry" && !path.includes("/"));
  return new Set(entries.map(({ subject }) => subject?.name));
}

/** With this setting pnpm takes any package of the workspace that satisfies a range, see https://pnpm.io/settings . */
function linksWorkspacePackages({ repository }: AuditSoFar): boolean {
  const says = (path: string, setting: RegExp) =>
    repository.has(path) && setting.test(repository.read(path) ?? "");
  return (
    says(".npmrc", /^[ \t]*link-workspace-packages[ \t]*=[ \t]*(?:true|deep)/m) ||
    says("pnpm-workspace.yaml", /^linkWorkspacePackages:\s*(?:true|deep)/m)
  );
}

/** True when the workspace could fulfil the requirement and nothing says that it should. */
function isUnmapped({ name, spec }: InternalRequirement, { workspace }: AuditSoFar): boolean {
  if (isLocal(spec) || workspace.resolutions.has(name)) return false;
  const version = workspace.npm.find((pkg) => pkg.member && pkg.name === name)?.version;
  return version != null && semver.satisfies(version, spec, { includePrerelease: true });
}

function result(
  name: string,
  places: readonly InternalRequirement[],
  {
    location,
    mapped,
    audit: { repository },
  }: { readonly location: Location; readonly mapped: number; readonly audit: AuditSoFar },
): Result {
  return {
    severity: "warning",
    message: `${name} is missing from the resolutions of the root`,
    location,
    label: `${mapped} internal packages are mapped to the workspace here, ${name} is not`,
    related: places.map(({ manifest, spec, span }) => ({
      ...repository.locate(manifest, span),
      message: `asks for ${spec}, which the registry will fulfil`,
    })),
    why: "a plain range is fulfilled from the registry, where the package is the one of an earlier release",
    help: `add "${name}": "workspace:*" to the resolutions, or ask for workspace:*`,
    family: "missing-resolution",
  };
}
