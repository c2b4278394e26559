import type { Repository } from "../../../repository/repository.ts";
import { LineIndex } from "../../../repository/text/location.ts";
import { buildVersion, withPomVersion } from "../../../sandbox/programs/maven/pom-versions.ts";
import { child, children, type Pom, readPoms, textAt } from "../../../sandbox/programs/maven/poms.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ReleaseTool } from "../release-tool.ts";
import { coversNothingElse } from "../shared/covering/missed-text.ts";
import { placeOfCommand } from "../shared/workflows/command-place.ts";

/**
 * `mvn release:prepare` and `mvn versions:set`: the build and its modules get one version, and what they ask of each other
 * follows. https://maven.apache.org/maven-release/maven-release-plugin/examples/prepare-release.html,
 * https://www.mojohaus.org/versions/versions-maven-plugin/set-mojo.html. The snapshot that follows a release is not written.
 */
export const mavenRelease: ReleaseTool = {
  id: "maven-release-plugin",
  covering: coversNothingElse,
  recognise(repository) {
    const read = (path: string) => (repository.has(path) ? repository.read(path) : null);
    const poms = readPoms(read, "pom.xml");
    const [root] = poms;
    if (root === undefined) return null;
    const command = placeOfCommand(
      repository,
      /\brelease:(?:prepare|update-versions|perform)\b|\bversions:set\b/,
    );
    const plugin = releasePlugin(root);
    const current = buildVersion(root);
    const origin = command ?? plugin;
    if (origin === null || current === null) return null;
    const setsVersions = command !== null && lineText(repository, command).includes("versions:set");
    return {
      config: origin,
      why: `${origin.path}:${origin.line} ${command === null ? "configures" : "starts"} a release of ${poms.length} poms`,
      call: setsVersions
        ? "mvn versions:set -DnewVersion={version}"
        : "mvn release:prepare -DreleaseVersion={version}",
      trains: [
        {
          ...{ name: "", current, folders: poms.map(({ folder }) => folder) },
          packages: poms.map(({ artifact }) => artifact),
          tag: setsVersions ? null : tagOf(root),
        },
      ],
      async apply(release) {
        const [train] = this.trains;
        if (train === undefined) throw new TypeError("a build is a train");
        const target = release.targetOf(train);
        const now = readPoms((path) => release.read(path), "pom.xml");
        for (const pom of now) {
          const after = withPomVersion(pom, now, current, target);
          if (after !== pom.text) release.write(pom.path, after, origin);
        }
      },
    };
  },
};

function lineText(repository: Repository, { path, line }: Origin): string {
  return new LineIndex(repository.read(path) ?? "").lineText(line);
}

/** Where the root configures the plugin; null where it does not. */
function releasePlugin(root: Pom): Origin | null {
  const lists = [
    child(root.project, "build", "plugins"),
    child(root.project, "build", "pluginManagement", "plugins"),
  ];
  const plugin = lists
    .flatMap((list) => (list === null ? [] : children(list, "plugin")))
    .find((each) => textAt(each, "artifactId") === "maven-release-plugin");
  if (plugin === undefined) return null;
  return { path: root.path, ...new LineIndex(root.text).position(plugin.offset), function: null };
}

/** `tagNameFormat`, with the artifact in front where nothing is said. */
function tagOf(root: Pom): string {
  const lists = [
    child(root.project, "build", "plugins"),
    child(root.project, "build", "pluginManagement", "plugins"),
  ];
  const formats = lists
    .flatMap((list) => (list === null ? [] : children(list, "plugin")))
    .map((plugin) => textAt(plugin, "configuration", "tagNameFormat"))
    .filter((format) => format !== null);
  return (formats[0] ?? "@{project.artifactId}-@{project.version}")
    .replace("@{project.artifactId}", root.artifact)
    .replace("@{project.version}", "{version}");
}
