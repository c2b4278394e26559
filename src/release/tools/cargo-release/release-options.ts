import type { Crate } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { readConfiguration } from "../shared/configuration/configuration.ts";
import { type ConfigurationTable, tableAt } from "../shared/configuration/configuration-table.ts";
import { listOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import type { CrateWorkspace } from "../shared/rust/workspace-crates.ts";

/** One of the `pre-release-replacements` of a crate. */
export interface Replacement {
  readonly options: Table;
  readonly origin: Origin;
}

/** The options that hold for one crate. */
export interface ReleaseOptions {
  readonly options: Table;
  readonly replacements: readonly Replacement[];
  /** Where the hook stands; null for none. */
  readonly hookOrigin: Origin | null;
}

/**
 * The options of a crate: the workspace's release.toml and `[workspace.metadata.release]`, then the crate's release.toml
 * and `[package.metadata.release]`, each of which replaces whole options of those before: `resolve_config` of
 * `src/config.rs`.
 */
export function releaseOptions(
  repository: Repository,
  workspace: CrateWorkspace,
  crate: Crate,
): ReleaseOptions {
  const layers = layersOf(repository, workspace, crate);
  const options: Table = Object.assign({}, ...layers.map(({ table }) => table));
  const owner = layers.findLast(({ table }) => table["pre-release-replacements"] !== undefined);
  const hook = layers.findLast(({ table }) => table["pre-release-hook"] !== undefined);
  return {
    options,
    replacements: listOf(options["pre-release-replacements"]).map((entry, index) => ({
      options: tableOf(entry),
      origin: originIn(owner, "pre-release-replacements", index),
    })),
    hookOrigin: hook === undefined ? null : originIn(hook, "pre-release-hook"),
  };
}

function originIn(layer: ConfigurationTable | undefined, ...keys: (string | number)[]): Origin {
  if (layer === undefined) throw new TypeError("an option that is set stands nowhere");
  return layer.at(...keys);
}

/** Where the configuration of a workspace or of its crates stands; null where there is none. */
export function releaseEvidence(repository: Repository, workspace: CrateWorkspace): Origin | null {
  const [layer] = workspace.crates.flatMap((crate) => layersOf(repository, workspace, crate));
  return layer === undefined ? null : layer.at();
}

function layersOf(
  repository: Repository,
  workspace: CrateWorkspace,
  crate: Crate,
): readonly ConfigurationTable[] {
  const read = (path: string, keys: readonly string[]): ConfigurationTable[] => {
    const table = tableAt(readConfiguration(repository, path, "toml"), keys);
    return table === null ? [] : [table];
  };
  const beside = (folder: string) => (folder === "" ? "release.toml" : `${folder}/release.toml`);
  return [
    ...read(beside(workspace.folder), []),
    ...read(workspace.manifest, ["workspace", "metadata", "release"]),
    ...(crate.dir === workspace.folder ? [] : read(beside(crate.dir), [])),
    ...read(crate.manifest, ["package", "metadata", "release"]),
  ];
}
