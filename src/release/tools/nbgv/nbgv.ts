import { compareVersions } from "../../../inventory/versions/compare.ts";
import { folderOf } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { taggedVersions } from "../latest-tag.ts";
import type { DeclaredTrain, ReleaseTool } from "../release-tool.ts";
import { coversNothingElse } from "../shared/covering/missed-text.ts";
import { isOfLine, type VersionFile, versionFile } from "./version-file.ts";

/**
 * Nerdbank.GitVersioning: version.json holds the line, such as `1.2` or `1.2-beta`, and a build counts the commits since it
 * was last changed. A release is a tag on the commit that was built, and the tree keeps what it holds: the versions of
 * assemblies and packages are never written into it.
 * https://github.com/dotnet/Nerdbank.GitVersioning/blob/main/docfx/docs/version-calculation.md
 */
export const nbgv: ReleaseTool = {
  id: "nbgv",
  covering: coversNothingElse,
  recognise(repository) {
    const file = versionFile(repository);
    if (file === null) return null;
    const { config, version, tag } = file;
    const { path } = config;
    const train: DeclaredTrain = {
      ...{ name: "", current: releasedOf(repository, file), folders: [folderOf(path)], packages: [], tag },
    };
    return {
      config: config.originOf("version"),
      why: `${path} holds the line ${version} of Nerdbank.GitVersioning, which counts commits and writes nothing`,
      call: "nbgv tag",
      trains: [train],
      apply: async (release) => {
        release.targetOf(train);
      },
    };
  },
};

/** The newest tag of the line; null for a line of which nothing is tagged yet. */
function releasedOf(repository: Repository, file: VersionFile): string | null {
  return taggedVersions(repository, file.tag)
    .filter((version) => isOfLine(version, file))
    .reduce<string | null>(
      (best, version) => (best === null || compareVersions(best, version) < 0 ? version : best),
      null,
    );
}
