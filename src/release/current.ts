import { AuditError } from "../audit-error.ts";
import type { Config } from "../config/config.ts";
import { compareVersions, isVersion } from "../inventory/versions/compare.ts";
import type { Document } from "../repository/documents/document.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { GitFacts } from "../repository/repository.ts";
import { type History, historyOf } from "./released-versions.ts";

/**
 * What current is before anything was rehearsed: the configured place, else what the manifests that could be released
 * hold, else the newest release tag, which is all that many a repository without such manifests has. Throws an
 * AuditError when none of them says.
 */
export function presumeCurrent(
  config: Config,
  workspace: Workspace,
  documentOf: (path: string) => Document | null,
  git: GitFacts | null,
): string {
  const { current } = config.product;
  if (current !== undefined) return configuredCurrent(current, config.file, documentOf);
  const history = historyOf(git);
  const presumed = mostHeld(workspace, history) ?? history.latest;
  if (presumed !== null) return presumed;
  throw new AuditError("no manifest of this repository holds a released version, and no tag names one", {
    path: config.file,
    help: `name a file that holds the version, in version-audit.toml, or tag a release:\n\n[product]\ncurrent = "path/to/file.json#version"`,
  });
}

/** `0.0.0` is what stands where a release has not written yet. */
function holdsVersion({ version }: { readonly version: string | null }): boolean {
  return version !== null && isVersion(version) && version !== "0.0.0";
}

function configuredCurrent(
  place: string,
  configFile: string | null,
  documentOf: (path: string) => Document | null,
): string {
  const at = place.lastIndexOf("#");
  const [path, key] = at === -1 ? [place, "version"] : [place.slice(0, at), place.slice(at + 1)];
  const scalar = documentOf(path)?.scalars.find((candidate) => candidate.path.join(".") === key);
  if (typeof scalar?.value === "string" && isVersion(scalar.value)) return scalar.value;
  throw new AuditError(`current is read from ${place}, where no version stands`, {
    path: configFile,
    help: "write [product] current as path#key.path of a JSON, TOML or YAML file",
  });
}

/**
 * Of the versions of public packages, of crates that can be published, and of the root: the newest release, where any
 * manifest holds it, since demonstrations can outnumber what is released; else the newest of the most frequent, and
 * without packages and crates that of the other manifests of the root.
 */
function mostHeld(workspace: Workspace, { latest }: History): string | null {
  const counts = new Map<string, number>();
  const released = [
    ...workspace.npm.filter((pkg) => !pkg.private || pkg.dir === ""),
    ...workspace.crates.filter((crate) => crate.publish),
  ];
  const others = [...workspace.python, ...workspace.packages];
  const isHeld = [...released, ...others].some(({ version }) => version === latest);
  if (latest !== null && isHeld) return latest;
  const atRoot = others.filter(({ manifest }) => !manifest.includes("/"));
  for (const { version } of released.some(holdsVersion) ? released : atRoot)
    if (version !== null && holdsVersion({ version })) counts.set(version, (counts.get(version) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || compareVersions(b, a));
  return ranked[0]?.[0] ?? null;
}
