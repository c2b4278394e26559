import { askAbout } from "../repository/git/git-tree.ts";
import type { Repository } from "../repository/repository.ts";

/** What gives a plugin of Jenkins its version where every change is released. */
interface Changelist {
  readonly path: string;
  /** `%d` is the count of the commits, `%s` the last one of them. */
  readonly format: string;
  /** The version of the project, with `${changelist}` in it. */
  readonly version: string;
}

/**
 * The configuration by which the version is counted from the commits; null without one.
 * https://github.com/jenkinsci/incrementals-tools#superseding-maven-releases and
 * https://www.jenkins.io/doc/developer/publishing/releasing-cd/
 */
export function changelistOf(repository: Repository): Changelist | null {
  const path = ".mvn/maven.config";
  if (!repository.has(path) || !repository.has("pom.xml")) return null;
  const format = /^-Dchangelist\.format=(\S{1,60})$/mu.exec(repository.read(path) ?? "")?.[1];
  const pom = repository.read("pom.xml") ?? "";
  const version = /<version>([^<\n]{0,60}\$\{changelist\}[^<\n]{0,60})<\/version>/u.exec(pom)?.[1];
  if (format === undefined || version === undefined) return null;
  const revision = /<revision>([^<\n]{1,60})<\/revision>/u.exec(pom)?.[1] ?? "";
  return { path, format, version: version.replace(/\$\{revision\}/u, () => revision) };
}

/** So many digits of a commit are named. */
const digits = 12;

/** The version of the checked-out commit where commits are counted; null without the configuration, or where git does not say. */
export function changelistVersion(repository: Repository): string | null {
  const changelist = changelistOf(repository);
  if (changelist === null || repository.git?.shallow === true) return null;
  const [count, head] = [
    askAbout(repository, "rev-list", ["--count", "HEAD"]),
    askAbout(repository, "rev-parse", ["HEAD"]),
  ];
  if (!count.ok || !head.ok) return null;
  // The extension puts an underscore behind these letters, which Maven would else read as alpha and beta.
  const commit = head.stdout.toString().slice(0, digits).replace(/[ab]/gu, "$&_");
  const counted = changelist.format.replace("%d", count.stdout.toString().trim()).replace("%s", commit);
  return changelist.version.replace(/\$\{changelist\}/u, () => counted);
}
