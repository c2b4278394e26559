import type { ProgramCall } from "../../host/desk/program.ts";
import { Refused } from "../../host/desk/program.ts";
import type { MavenLine } from "./maven-line.ts";

/** What leaves the versions of the poms as they are, but for the two that say them. */
const settings =
  /^(?:releaseVersion|developmentVersion|tag|tagNameFormat|autoVersionSubmodules|arguments|goals|preparationGoals|completionGoals|pushChanges|localCheckout|username|password|scm\w*|interactiveMode|resume|useReleaseProfile|releaseProfiles|checkModificationExclude(?:s|List)|allowTimestampedSnapshots|maven\.\S+|gpg\.\S+|skip\w*|style\.color)$/;

/**
 * The version that `release:prepare` gives the build before it tags it. The snapshot that it writes afterwards belongs to
 * what comes after the release. Throws a Refused where it would ask somebody, only try, or end.
 * Source: https://maven.apache.org/maven-release/maven-release-plugin/prepare-mojo.html
 *
 * @param own the version of the build
 */
export function preparedVersion(call: ProgramCall, { properties }: MavenLine, own: string): string {
  const refuse = (form: string, reason: string): never => {
    throw new Refused("mvn release:prepare", form, reason);
  };
  if (properties["dryRun"] !== undefined && properties["dryRun"] !== "false")
    return refuse("-DdryRun", "it only tries what it would do");
  const unknown = Object.keys(properties).find((name) => name !== "dryRun" && !settings.test(name));
  if (unknown !== undefined) return refuse(`-D${unknown}`, "it is not known what it changes of the versions");
  const words = [...call.args, ...(call.env["MAVEN_ARGS"] ?? "").split(/\s+/)];
  const isBatch = words.some((word) => /^(?:-B\w?|--batch-mode)$/.test(word));
  if (!isBatch && properties["interactiveMode"] !== "false")
    return refuse("without --batch-mode", "it asks somebody for the versions");
  if (!own.endsWith("-SNAPSHOT")) return refuse(own, "it ends where the build is at no snapshot");
  const changes = call.run(["git", "status", "--porcelain", "--untracked-files=no"]);
  if (changes.exitCode === 0 && changes.stdout.trim() !== "")
    return refuse(
      "with changes that are not committed",
      `it ends at local modifications: ${changes.stdout.trim().split("\n")[0]?.trim()}`,
    );
  return properties["releaseVersion"] ?? own.replace(/-SNAPSHOT$/, "");
}
