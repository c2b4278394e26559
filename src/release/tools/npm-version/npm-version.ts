import type { Repository } from "../../../repository/repository.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { versionHook } from "../shared/covering/javascript-entries.ts";
import { runLifecycle } from "../shared/javascript/lifecycle.ts";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { npmVersion as bump, writeVersion } from "../shared/javascript/npm-version.ts";
import { syncWorkspaceLock } from "../shared/javascript/npm-workspace-lock.ts";
import { javaScriptWorkspace, packageIn, packagesAt } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { type Evidence, versionEvidence } from "./evidence.ts";
import { moveYarnRanges } from "./yarn-ranges.ts";

/**
 * `npm version`, and `pnpm version` and `yarn version`, with the scripts that run around them.
 * https://docs.npmjs.com/cli/v11/commands/npm-version
 */
export const npmVersion: ReleaseTool = { id: "npm version", recognise, covering: versionHook };

function recognise(repository: Repository): ToolPlan | null {
  const evidence = versionEvidence(repository);
  if (evidence === null) return null;
  const { dir, words } = evidence;
  const isBerry = words.program === "yarn" && repository.has(".yarnrc.yml");
  // yarn knows the other workspaces wherever it is started.
  const start = isBerry ? "" : dir;
  const { globs } = javaScriptWorkspace(repository, start);
  const members = globs === null ? [] : packagesAt(repository, start, globs);
  const own = packageIn(repository, dir);
  const packages = packagesOf(evidence, own, members);
  const [first] = packages;
  if (first === undefined) return null;
  const train = {
    name: first.dir === "" || packages.length > 1 ? "" : first.name,
    current: first.version,
    folders: packages.map((manifest) => manifest.dir),
    packages: packages.map(({ name }) => name),
    tag: words.withTag ? "v{version}" : null,
  };
  return {
    config: evidence.origin,
    why: evidence.why,
    call: evidence.typed,
    trains: [train],
    apply: (host) => apply(host, { evidence, train, packages, members, isBerry }),
  };
}

/** Those whose versions are set: the package of the folder, or the workspaces that are asked for. */
function packagesOf(
  { words, dir }: Evidence,
  own: Manifest | null,
  members: readonly Manifest[],
): readonly Manifest[] {
  const root = own !== null && own.version !== null ? [own] : [];
  if (!words.all && words.named.length === 0) return root;
  const start = dir === "" ? "" : `${dir}/`;
  const isNamed = ({ name, dir: folder }: Manifest) =>
    words.named.some((one) => one === name || `${start}${one.replace(/^\.\//u, "")}` === folder);
  return [...(words.withRoot ? root : []), ...(words.all ? members : members.filter(isNamed))];
}

interface Release {
  readonly evidence: Evidence;
  readonly train: DeclaredTrain;
  readonly packages: readonly Manifest[];
  readonly members: readonly Manifest[];
  readonly isBerry: boolean;
}

async function apply(host: ToolRelease, release: Release): Promise<void> {
  const { evidence, train, packages, members, isBerry } = release;
  const { words, dir, origin, before, after } = evidence;
  if (before !== "") {
    const { exitCode } = await host.run(before, { cwd: dir, origin });
    if (exitCode !== 0) throw new ToolRefusal(`\`${before}\` ended with exit code ${exitCode}`, origin);
  }
  const version = host.targetOf(train);
  const { withScripts } = words;
  for (const manifest of packages) {
    const style = words.program === "yarn" ? "yarn" : "npm";
    if (isBerry) writeVersion(host, manifest.dir, version, { origin, style });
    else await bump(host, manifest.dir, version, { origin, withScripts, style });
    if (withScripts && !isBerry && packages.length > 1) await runLifecycle(host, manifest.dir, "postversion");
  }
  if (isBerry) moveYarnRanges(host, packages, { members, version, origin });
  const isWorkspaces = words.all || words.named.length > 0;
  if (
    isWorkspaces &&
    words.program === "npm" &&
    words.updatesLock &&
    !syncWorkspaceLock(host, dir, members, origin)
  )
    await host.run("npm install --package-lock-only", { cwd: dir, origin });
  const [first] = packages;
  if (withScripts && !isBerry && packages.length === 1 && first !== undefined)
    await runLifecycle(host, first.dir, "postversion");
  if (after !== "") await host.run(after, { cwd: dir, origin });
}
