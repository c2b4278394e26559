import { plainToml } from "../../repository/documents/plain-toml.ts";
import type { ReleaseTool } from "./release-tool.ts";
import { textOf } from "./shared/configuration/plain-values.ts";
import { tableOf } from "./shared/configuration/table.ts";
import { coversNothingElse } from "./shared/covering/missed-text.ts";
import { crateGroups } from "./shared/rust/crate-trains.ts";
import { cratePlan } from "./shared/rust/release-crates.ts";
import { crateWorkspaces } from "./shared/rust/workspace-crates.ts";
import { placeOfCommand } from "./shared/workflows/command-place.ts";

/**
 * `cargo set-version` of cargo-edit, https://github.com/killercup/cargo-edit: the crates of the workspace get one version,
 * see `src/bin/set-version/set_version.rs` there.
 */
export const cargoSetVersion: ReleaseTool = {
  id: "cargo set-version",
  covering: coversNothingElse,
  recognise(repository) {
    const origin = placeOfCommand(repository, /\bcargo set-version\b/);
    const [workspace] = crateWorkspaces(repository);
    if (origin === null || workspace === undefined) return null;
    const groups = crateGroups(
      workspace.crates,
      (crate) => (crate.inherits ? "workspace" : (crate.version ?? "")),
      () => null,
    );
    const why = `${origin.path} starts cargo set-version`;
    return cratePlan(workspace, groups, {
      repository,
      origin,
      why,
      call: "cargo set-version --workspace {version}",
    });
  },
};

/**
 * cargo-workspaces, https://github.com/pksunkara/cargo-workspaces: the crates of the workspace share a version unless they
 * are independent, see `src/utils/version.rs` there.
 */
export const cargoWorkspaces: ReleaseTool = {
  id: "cargo-workspaces",
  covering: coversNothingElse,
  recognise(repository) {
    const [workspace] = crateWorkspaces(repository);
    if (workspace === undefined) return null;
    const root = tableOf(tableOf(plainToml(repository.read(workspace.manifest) ?? ""))["workspace"]);
    const options = tableOf(tableOf(root["metadata"])["workspaces"]);
    const isConfigured = Object.keys(options).length > 0;
    const manifest = { path: workspace.manifest, line: 1, column: 1, function: null };
    const command = /\bcargo (?:workspaces|ws) (?:version|publish)\b/;
    const origin = isConfigured ? manifest : placeOfCommand(repository, command);
    if (origin === null) return null;
    const isIndependent = options["independent"] === true;
    const groups = crateGroups(
      workspace.crates,
      (crate) => (isIndependent && !crate.inherits ? crate.name : "shared"),
      (crate) =>
        isIndependent ? `${crate.name}@{version}` : `${textOf(options["tag_prefix"]) ?? "v"}{version}`,
    );
    const why = `${origin.path} ${isConfigured ? "configures" : "starts"} cargo-workspaces`;
    return cratePlan(workspace, groups, {
      repository,
      origin,
      why,
      call: "cargo workspaces version custom {version}",
    });
  },
};
