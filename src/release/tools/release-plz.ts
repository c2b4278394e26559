import type { Crate } from "../../repository/packages/workspace.ts";
import type { ReleaseTool } from "./release-tool.ts";
import { readConfiguration } from "./shared/configuration/configuration.ts";
import { listOf, textOf } from "./shared/configuration/plain-values.ts";
import { type Table, tableOf } from "./shared/configuration/table.ts";
import { coversNothingElse } from "./shared/covering/missed-text.ts";
import { crateGroups } from "./shared/rust/crate-trains.ts";
import { cratePlan } from "./shared/rust/release-crates.ts";
import { crateWorkspaces } from "./shared/rust/workspace-crates.ts";
import { workflowSteps } from "./shared/workflows/workflow-steps.ts";

/**
 * release-plz, https://github.com/release-plz/release-plz: crates that can be published get their versions, dependents
 * the new requirements, and Cargo.lock its rows, as `crates/release_plz_core/src/command/update` does. Changelogs, whose
 * words come from commits, are not written.
 */
export const releasePlz: ReleaseTool = {
  id: "release-plz",
  covering: coversNothingElse,
  recognise(repository) {
    const config = ["release-plz.toml", ".release-plz.toml"]
      .map((path) => readConfiguration(repository, path, "toml"))
      .find((each) => each !== null);
    const step = workflowSteps(repository).find(
      ({ action, run }) =>
        action?.endsWith("release-plz/action") === true || /\brelease-plz (?:update|release)/.test(run ?? ""),
    );
    const origin = config?.originOf("workspace") ?? step?.origin;
    const [workspace] = crateWorkspaces(repository);
    if (origin === undefined || workspace === undefined) return null;
    const options = tableOf(config?.value["workspace"]);
    const packages = new Map(
      listOf(config?.value["package"]).map((each) => [tableOf(each)["name"], tableOf(each)]),
    );
    const optionsOf = (crate: Crate): Table => ({ ...options, ...packages.get(crate.name) });
    const released = workspace.crates.filter(
      (crate) => crate.publish && optionsOf(crate)["release"] !== false,
    );
    const groups = crateGroups(
      released,
      (crate) => {
        const group = textOf(optionsOf(crate)["version_group"]);
        return crate.inherits ? "workspace " : group === null ? `crate ${crate.name}` : `group ${group}`;
      },
      (crate) => {
        const usual = released.length > 1 ? "{{ package }}-v{{ version }}" : "v{{ version }}";
        const template = textOf(optionsOf(crate)["git_tag_name"]) ?? usual;
        return template
          .replace(/\{\{\s{0,9}package\s{0,9}\}\}/, crate.name)
          .replace(/\{\{\s{0,9}version\s{0,9}\}\}/, "{version}");
      },
    );
    const why = `${origin.path} starts release-plz, and ${released.length} crates can be published`;
    return cratePlan(workspace, groups, { repository, origin, why, call: "release-plz update" });
  },
};
