import { folderOf, within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { jsonObject, type Manifest, manifestOf } from "../shared/javascript/manifest.ts";
import { javaScriptWorkspace, packagesAt } from "../shared/javascript/workspace.ts";

/** A project of the workspace, as nx makes it out of package.json and project.json. */
export interface NxProject {
  readonly name: string;
  /** Its folder relative to the root; `""` for the root. */
  readonly dir: string;
  readonly tags: readonly string[];
  /** False for an application, which is released only where it is named. */
  readonly isLibrary: boolean;
  /** The package.json in its folder; null without one that has a name. */
  readonly manifest: Manifest | null;
  /** What the project itself says of its release. */
  readonly release: Table;
}

/**
 * Every project by the two plugins that nx always has. What other plugins infer from further files has no package.json of
 * its own.
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/plugins/package-json/create-nodes.ts and ../project-json
 */
export function nxProjects(repository: Repository): readonly NxProject[] {
  const described = new Set(
    repository.paths.filter((path) => /(?:^|\/)project\.json$/u.test(path)).map((path) => folderOf(path)),
  );
  const { globs } = javaScriptWorkspace(repository, "");
  const members = packagesAt(repository, "", globs ?? []).map(({ dir }) => dir);
  const root = repository.has("package.json") ? jsonObject(repository.read("package.json")) : null;
  const own = root !== null && Object.hasOwn(root, "nx") ? [""] : [];
  return [...new Set([...described, ...members, ...own])]
    .sort()
    .map((dir) => projectAt(repository, dir))
    .filter((project) => project !== null);
}

function projectAt(repository: Repository, dir: string): NxProject | null {
  const [manifestPath, projectPath] = [within(dir, "package.json"), within(dir, "project.json")];
  const manifest = repository.has(manifestPath)
    ? manifestOf(manifestPath, repository.read(manifestPath))
    : null;
  const own = repository.has(projectPath) ? tableOf(readConfig(repository, projectPath)?.value) : {};
  const inPackage = tableOf(manifest?.content["nx"]);
  const name =
    textOf(own["name"]) ??
    textOf(inPackage["name"]) ??
    manifest?.name ??
    dir.slice(dir.lastIndexOf("/") + 1).toLowerCase();
  if (name === "") return null;
  const type = textOf(own["projectType"]) ?? textOf(inPackage["projectType"]);
  return {
    ...{ name, dir, manifest },
    tags: [...textsOf(own["tags"]), ...tagsOf(manifest), ...textsOf(inPackage["tags"])],
    isLibrary: type === null ? isLibrary(repository, dir, manifest) : type === "library",
    release: { ...tableOf(inPackage["release"]), ...tableOf(own["release"]) },
  };
}

function tagsOf(manifest: Manifest | null): readonly string[] {
  if (manifest === null) return [];
  const keywords = textsOf(manifest.content["keywords"]).map((word) => `npm:${word}`);
  return [manifest.isPrivate ? "npm:private" : "npm:public", ...keywords];
}

/** https://github.com/nrwl/nx/blob/master/packages/nx/src/project-graph/utils/normalize-project-nodes.ts */
function isLibrary(repository: Repository, dir: string, manifest: Manifest | null): boolean {
  if (repository.has(within(dir, "tsconfig.lib.json"))) return true;
  if (repository.has(within(dir, "tsconfig.app.json"))) return false;
  return manifest === null || ["exports", "main", "module", "bin"].some((key) => manifest.content[key]);
}
