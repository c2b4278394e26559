import { satisfies } from "semver";
import { compareVersions } from "../../../inventory/versions/compare.ts";
import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import type { Crate } from "../../../repository/packages/workspace.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { mainFirst } from "../main-train.ts";
import { releaseDay } from "../release-day.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "../release-tool.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { cargoReleaseReplacement } from "../shared/covering/rust-entries.ts";
import { upgradedRequirement } from "../shared/rust/requirement.ts";
import { setCrateVersions } from "../shared/rust/set-crate-versions.ts";
import { type CrateWorkspace, crateWorkspaces } from "../shared/rust/workspace-crates.ts";
import { workflowSteps } from "../shared/workflows/workflow-steps.ts";
import { type ReleaseOptions, releaseEvidence, releaseOptions } from "./release-options.ts";
import { applyReplacements, renderTemplate, type TemplateWords } from "./replacements.ts";

/**
 * cargo-release, https://github.com/crate-ci/cargo-release: versions, requirements and replacements are written as
 * `src/steps/version.rs` and `src/ops/replace.rs` do. Crates that share a version are one train.
 */
export const cargoRelease: ReleaseTool = {
  id: "cargo-release",
  covering: cargoReleaseReplacement,
  recognise(repository) {
    const found = crateWorkspaces(repository)
      .filter(({ manifest }) => !isTestOrExample(manifest))
      .map((workspace) => ({ workspace, origin: evidenceOf(repository, workspace) }))
      .find(({ origin }) => origin !== null);
    if (found === undefined || found.origin === null) return null;
    const { workspace, origin } = found;
    const groups = releaseGroups(repository, workspace);
    if (groups.length === 0) return null;
    const count = workspace.crates.length;
    return {
      config: origin,
      why: `${origin.path} configures cargo-release for ${count === 1 ? "one crate" : `${count} crates`}`,
      call: "cargo release {version} --execute",
      trains: mainFirst(
        groups.map(({ train }) => train),
        repository,
      ),
      apply: (release) => applyGroups(workspace, groups, origin, release),
    };
  },
};

/** The configuration, or a workflow that starts it at the root. */
function evidenceOf(repository: Repository, workspace: CrateWorkspace): Origin | null {
  const configured = releaseEvidence(repository, workspace);
  if (configured !== null || workspace.folder !== "") return configured;
  const step = workflowSteps(repository).find(({ run }) => run !== null && /\bcargo release[ \t]/.test(run));
  return step?.origin ?? null;
}

interface ReleasedCrate {
  readonly crate: Crate;
  readonly settings: ReleaseOptions;
}

interface Group {
  readonly train: DeclaredTrain;
  readonly members: readonly ReleasedCrate[];
}

/** Crates that inherit their version, or name one group, get the same version: the highest of their versions next. */
function releaseGroups(repository: Repository, workspace: CrateWorkspace): readonly Group[] {
  const byGroup = new Map<string, ReleasedCrate[]>();
  for (const crate of workspace.crates) {
    const settings = releaseOptions(repository, workspace, crate);
    const { release, "shared-version": shared } = settings.options;
    if (crate.version === null || (release === false && !crate.inherits)) continue;
    const name = shared === true ? "default" : typeof shared === "string" ? shared : null;
    const group = crate.inherits ? "workspace " : name === null ? `crate ${crate.name}` : `group ${name}`;
    byGroup.set(group, [...(byGroup.get(group) ?? []), { crate, settings }]);
  }
  const groups = [...byGroup.values()].map((members) => ({ members, train: trainOf(members, byGroup.size) }));
  return groups.sort((a, b) => b.members.length - a.members.length);
}

function trainOf(members: readonly ReleasedCrate[], count: number): DeclaredTrain {
  const versions = members.map(({ crate }) => crate.version ?? "");
  const [first] = members;
  const isRoot = (dir: string) => dir === "";
  const main = members.find(({ crate }) => isRoot(crate.dir)) ?? first;
  return {
    name: count === 1 ? "" : (main?.crate.name ?? ""),
    current: versions.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a)),
    folders: members.map(({ crate }) => crate.dir),
    packages: members.map(({ crate }) => crate.name),
    tag: main === undefined || main.settings.options["tag"] === false ? null : tagOf(main, "{version}"),
  };
}

function tagOf({ crate, settings }: ReleasedCrate, version: string): string {
  const words = { crate_name: crate.name, version };
  const prefix = settings.options["tag-prefix"];
  const template = textOf(settings.options["tag-name"]) ?? "{{prefix}}v{{version}}";
  const usual = crate.dir === "" ? "" : "{{crate_name}}-";
  const rendered = renderTemplate(typeof prefix === "string" ? prefix : usual, words);
  return renderTemplate(template, { ...words, prefix: rendered });
}

async function applyGroups(
  workspace: CrateWorkspace,
  groups: readonly Group[],
  origin: Origin,
  release: ToolRelease,
): Promise<void> {
  const released = groups.flatMap(({ train, members }) => {
    const version = release.targetOf(train);
    return members.map((member) => ({ ...member, version }));
  });
  setCrateVersions(
    {
      workspace,
      versions: new Map(released.map(({ crate, version }) => [crate, version])),
      origin,
      raise: (requirement, version, crate) => {
        const policy = released.find((each) => each.crate === crate)?.settings.options["dependent-version"];
        const isFine = policy === "fix" && satisfies(version, cargoRange(requirement));
        return isFine ? null : upgradedRequirement(requirement, version);
      },
    },
    release,
  );
  for (const { crate, settings, version } of released) {
    if (settings.options["release"] === false) continue;
    const tag = tagOf({ crate, settings }, version);
    const words = wordsOf(crate, version, tag, release);
    applyReplacements(crate, settings.replacements, { words, isPrerelease: version.includes("-"), release });
    await runHook(workspace, crate, { settings, words, release });
  }
}

/** A bare requirement of Cargo is one with a caret. */
function cargoRange(requirement: string): string {
  return requirement
    .split(",")
    .map((part) => (/^\s*\d/.test(part) && !part.includes("*") ? `^${part.trim()}` : part.trim()))
    .join(" ");
}

function wordsOf(crate: Crate, version: string, tag: string, release: ToolRelease): TemplateWords {
  const manifest = configurationOf("", release.read(crate.manifest) ?? "", "toml");
  const repository = textOf(tableOf(manifest?.value["package"])["repository"]);
  const [bare = "", metadata = ""] = version.split("+");
  const [before = "", metadataBefore = ""] = (crate.version ?? "").split("+");
  return {
    ...{ prev_version: before, prev_metadata: metadataBefore, version: bare, metadata },
    ...{ crate_name: crate.name, date: releaseDay.toISOString().slice(0, 10), tag_name: tag },
    ...(repository === null ? {} : { repository }),
  };
}

async function runHook(
  workspace: CrateWorkspace,
  crate: Crate,
  {
    settings: { options, hookOrigin },
    words,
    release,
  }: { readonly settings: ReleaseOptions; readonly words: TemplateWords; readonly release: ToolRelease },
): Promise<void> {
  const hook = options["pre-release-hook"];
  if (hookOrigin === null || hook === undefined) return;
  const args = Array.isArray(hook) ? hook.map(String) : [String(hook)];
  const line = args.map((arg) => quoted(renderTemplate(arg, words))).join(" ");
  const depth = crate.dir.slice(workspace.folder.length).split("/").filter(Boolean).length;
  const env = {
    ...{ PREV_VERSION: words["prev_version"] ?? "", NEW_VERSION: words["version"] ?? "" },
    ...{ PREV_METADATA: words["prev_metadata"] ?? "", NEW_METADATA: words["metadata"] ?? "" },
    ...{ DRY_RUN: "false", CRATE_NAME: crate.name, CRATE_ROOT: "." },
    WORKSPACE_ROOT: depth === 0 ? "." : Array(depth).fill("..").join("/"),
  };
  await release.run(line, { cwd: crate.dir, env, origin: hookOrigin });
}

function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
