import type { KeyPath } from "../../../../repository/documents/document.ts";
import { parseToml } from "../../../../repository/documents/parse-toml.ts";
import { plainToml } from "../../../../repository/documents/plain-toml.ts";
import { dependencyAt } from "../../../../repository/packages/cargo-dependency.ts";
import { resolveFrom } from "../../../../repository/packages/path.ts";
import type { Crate } from "../../../../repository/packages/workspace.ts";
import type { Origin } from "../../../rehearsal.ts";
import type { ToolRelease } from "../../release-tool.ts";
import { tableOf } from "../configuration/table.ts";
import { withLockedCrates } from "../values/cargo-lock.ts";
import { type TomlString, withTomlStrings } from "../values/toml-strings.ts";
import { upgradedRequirement } from "./requirement.ts";
import type { CrateWorkspace } from "./workspace-crates.ts";

/** The crates of a workspace that get a new version, and why. */
export interface CrateVersions {
  readonly workspace: CrateWorkspace;
  readonly versions: ReadonlyMap<Crate, string>;
  readonly origin: Origin;
  /** What becomes of a requirement on a crate that is released; null where it stays. */
  readonly raise?: (requirement: string, version: string, crate: Crate) => string | null;
}

/**
 * Gives crates their new versions: their own line or that which they inherit from the workspace, the requirements of
 * members and of the workspace that name them by path, and their rows of Cargo.lock.
 */
export function setCrateVersions(
  { workspace, versions, origin, raise = upgradedRequirement }: CrateVersions,
  release: ToolRelease,
): void {
  const inherited = [...versions].find(([crate]) => crate.inherits)?.[1];
  const byFolder = new Map([...versions].map(([crate, version]) => [crate.dir, { crate, version }]));
  const manifests = [...new Set([workspace.manifest, ...workspace.crates.map(({ manifest }) => manifest)])];
  for (const path of manifests) {
    const text = release.read(path);
    if (text === null) continue;
    const crate = workspace.crates.find(({ manifest }) => manifest === path);
    const own = crate === undefined || crate.inherits ? undefined : versions.get(crate);
    const strings: TomlString[] = [];
    if (own !== undefined) strings.push({ path: ["package", "version"], value: own });
    if (path === workspace.manifest && inherited !== undefined)
      strings.push({ path: ["workspace", "package", "version"], value: inherited });
    strings.push(...raisedRequirements(text, path));
    const after = withTomlStrings(text, strings);
    if (after !== null && after !== text) release.write(path, after, origin);
  }
  writeLock();

  function raisedRequirements(text: string, path: string): TomlString[] {
    const folder = path.slice(0, Math.max(0, path.length - "/Cargo.toml".length));
    const root = tableOf(plainToml(text));
    return parseToml(text).scalars.flatMap(({ path: key, value }) => {
      const dependency = dependencyAt(key);
      if (dependency?.field !== "version" || key.at(-1) !== "version") return [];
      const target = folderOfDependency(root, key, folder);
      const released = target === null ? undefined : byFolder.get(target);
      const raised = released === undefined ? null : raise(String(value), released.version, released.crate);
      return raised === null ? [] : [{ path: key, value: raised }];
    });
  }

  function writeLock(): void {
    const path = workspace.folder === "" ? "Cargo.lock" : `${workspace.folder}/Cargo.lock`;
    const text = release.read(path);
    const names = new Map([...versions].map(([{ name }, version]) => [name, version]));
    const after = text === null ? null : withLockedCrates(text, names);
    if (after !== null && after !== text) release.write(path, after, origin);
  }
}

/** The folder that a dependency names; null for one from a registry. */
function folderOfDependency(root: unknown, key: KeyPath, folder: string): string | null {
  const table = key.slice(0, -1).reduce<unknown>((value, name) => tableOf(value)[String(name)], root);
  const path = tableOf(table)["path"];
  return typeof path === "string" ? resolveFrom(folder, path) : null;
}
