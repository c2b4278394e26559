import { compareVersions, isRelease } from "../inventory/versions/compare.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { oncePer } from "../repository/collections/once-per.ts";
import { folderOf } from "../repository/packages/path.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { GitFacts, Repository } from "../repository/repository.ts";
import { isNextOf } from "./next-version.ts";
import { hasTagsBesideCharts, hasTagsOfRepository } from "./released-versions.ts";
import { tagName } from "./tag-name.ts";
import { latestTagged } from "./tools/latest-tag.ts";
import { mainFirst, namedAfter } from "./tools/main-train.ts";
import type { DeclaredTrain } from "./tools/release-tool.ts";

/**
 * The packages that the tags of the repository show to be released one by one, each a train of its own: `name@1.2.3`,
 * `name/v1.2.3` or `name-v1.2.3` is a tag of the package. The one that the repository is named after comes first. Empty
 * where no package has tags of its own.
 */
export function taggedPackages(repository: Repository, workspace: Workspace): readonly TaggedPackage[] {
  const { npm, crates, python, packages: others } = workspace;
  const packages = [...npm, ...crates, ...python, ...others].flatMap(
    ({ name, version, manifest }): TaggedPackage[] => {
      const tag = version === null ? null : tagsOf(name, version, repository);
      if (tag === null || version === null) return [];
      return [{ name, current: version, folders: [folderOf(manifest)], packages: [name], tag }];
    },
  );
  return mainFirst(
    [...groupBy(packages, ({ tag }) => tag).values()].flatMap((alike) => newestOf(alike)),
    repository,
  );
}

/**
 * The package with tags of its own that the repository is named after, which says what current is where no tag names the
 * whole repository, or where its tags have taken over from those long ago; null for none.
 */
export function taggedMain(repository: Repository, workspace: Workspace): TaggedPackage | null {
  const isNamed = namedAfter(repository);
  const charts = workspace.packages.filter(({ type }) => type === "helm").map(({ dir }) => dir);
  // A chart is called like the application that it installs, which has tags of its own.
  const isBeside = ({ folders }: TaggedPackage): boolean =>
    folders.some((folder) => charts.includes(folder)) && hasTagsBesideCharts(repository.git);
  const main =
    taggedPackages(repository, workspace).find((train) => isNamed(train) && !isBeside(train)) ?? null;
  if (main === null || !hasTagsOfRepository(repository.git)) return main;
  return tookOver(main, repository) ? main : null;
}

/** True where all tags of the whole repository are older, and name older versions, than the tag of a package. */
function tookOver({ tag, current }: TaggedPackage, { git }: Repository): boolean {
  if (git === null || tag === null) return false;
  const own = git.tags.indexOf(tag.replace("{version}", current));
  const names = git.tags.map((name, at) => ({ at, read: tagName(name) }));
  const ofRepository = names.filter(({ read }) => read?.prefix === "");
  return ofRepository.every(
    ({ at, read }) => at < own && read !== null && compareVersions(read.version, current) < 0,
  );
}

/** Of manifests that name themselves alike, those that tags of one form can mean: the ones at the newest version. */
function newestOf(alike: readonly TaggedPackage[]): readonly TaggedPackage[] {
  const newest = alike.reduce((a, b) => (compareVersions(a.current, b.current) < 0 ? b : a));
  return alike.filter(({ current }) => current === newest.current);
}

/** A package that tags of its own release, with what its manifest holds. */
export type TaggedPackage = DeclaredTrain & { readonly current: string };

/**
 * The form of the tags that name a package, with or without its scope; null without such tags, and where none of them
 * names the version of the manifest or the one before it, for then they mark something else, such as what was deployed.
 */
function tagsOf(name: string, version: string, repository: Repository): string | null {
  const bare = name.replace(/^@[^/]+\//u, "");
  // Packages of one family are tagged without what they all begin with: `web-v4.15.0` of `moss-web`.
  const parts = bare.split(/[-_]/u);
  const names = [...new Set([name, bare, ...parts.map((_, at) => parts.slice(at).join("-"))])];
  const marks = ["@", "@v", "/v", "/", "-v", "-"];
  const forms = names.flatMap((each) => marks.map((mark) => `${each}${mark}{version}`));
  const named = forms.find((form) => isTag(form.replace("{version}", version), repository));
  if (named !== undefined) return named;
  // Only the whole name is certain to be meant by tags that do not name the version.
  const own = [name, bare].flatMap((each) => marks.map((mark) => `${each}${mark}{version}`));
  return own.find((form) => isPrepared(version, form, repository)) ?? null;
}

/** A repository of many packages has thousands of tags, and each package is asked for under many names. */
const tagSet = oncePer(({ tags }: GitFacts): ReadonlySet<string> => new Set(tags));

function isTag(name: string, { git }: Repository): boolean {
  return git !== null && tagSet(git).has(name);
}

/** True for the next version after the newest tag of a form, which is not tagged yet and which no tag of the repository names. */
function isPrepared(version: string, form: string, repository: Repository): boolean {
  if (hasTagsOfRepository(repository.git)) return false;
  const newest = latestTagged(repository, form);
  return newest !== null && isRelease(newest) && isNextOf(version, newest);
}
