import type { Config } from "../config/config.ts";
import { isRelease } from "../inventory/versions/compare.ts";
import type { Document } from "../repository/documents/document.ts";
import { isTestOrExample } from "../repository/files/test-or-example.ts";
import { folderOf } from "../repository/packages/path.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { namelessClaims } from "./nameless-claims.ts";
import { isNextOf } from "./next-version.ts";
import { raisedVersions } from "./past-releases/raised-versions.ts";
import { releaseTags } from "./past-releases/release-tags.ts";
import { preparedVersion } from "./prepared-version.ts";
import { type History, historyOf, tagsOfRepository } from "./released-versions.ts";
import { type TaggedPackage, taggedMain } from "./tagged-packages.ts";
import { isMarkedAfter } from "./target.ts";
import { releaseTools } from "./tools/release-tools.ts";

/** What is known of a repository before its files are read. */
export interface Opened {
  readonly config: Config;
  readonly workspace: Workspace;
  readonly repository: Repository;
  readonly documentOf: (path: string) => Document | null;
}

/** Where a version stands that may be current, and how much that says. */
export interface Claim {
  readonly version: string;
  readonly weight: number;
}

/** All that is said of what current is, before the files are read. */
export function claimsOf(opened: Opened): Claim[] {
  const { config, workspace, repository } = opened;
  const declared = declaredBy(config, repository);
  const claims = [
    ...declared,
    ...taggedClaims(taggedMain(repository, workspace), declared),
    ...preparedClaims(repository),
    ...previewClaims(repository),
    ...manifestClaims(opened),
  ];
  return [...claims, ...raisedClaims(claims, repository)];
}

/** What a package manager writes into a manifest that nobody releases, and what is marked as somebody's own. */
export const initial = /^(?:0\.0\.1|(?:0\.1|1\.0)(?:\.0)?)(?:-SNAPSHOT|\+.*)?$/u;

/**
 * True for a version above the newest release that leaves out no major: `3.3.0` does not come after `0.18.1`. One that a
 * tag of another form names, such as that of a chart beside its application, has been released already. The newest release
 * with a mark of development behind it comes after that, too.
 */
export function comesNext(version: string, { latest, released, elsewhere }: History): boolean {
  if (latest === null || (elsewhere.has(version) && !released.has(version))) return false;
  return isMarkedAfter(version, latest) || isNextOf(version, latest);
}

/**
 * How much each piece of evidence says. The tags of the package that gives the repository its name outweigh whatever agrees
 * beside it, the configuration of a release tool any single manifest; the root outweighs one package below it, many packages
 * that agree outweigh both; a tag on its own outweighs stray manifests, such as those of examples and of tools, of which hundreds that agree say no more than one package does.
 */
export const weightOf = {
  tagged: 1000,
  tool: 20,
  /** The same where a tool holds another version. */
  taggedBesides: 16,
  root: 4,
  released: 2,
  member: 1,
  /** Public, and admitted by no workspace. */
  alone: 0.75,
  stray: 0.25,
  newestRelease: 8,
  nextRelease: 4,
  formerRelease: 1,
  tagAlone: 3.5,
};

/** What sources say the next release will be counts where it comes after one, for others prepare what they embed. */
function preparedClaims(repository: Repository): Claim[] {
  const history = historyOf(repository.git);
  const version = history.latest === null ? null : preparedVersion(repository);
  return version !== null && comesNext(version, history) ? [{ version, weight: weightOf.released }] : [];
}

/** Tags of what is built every day, which no tree is at. */
const passing = /nightly|canary|snapshot|daily|experimental/iu;

/**
 * Where the last tag that the commit can see is a preview of what comes after the newest release, such as `v2.0.0-alpha.6`
 * beside the patches of 1.23, the tree is at that preview.
 */
function previewClaims(repository: Repository): Claim[] {
  const { latest } = historyOf(repository.git);
  const version = tagsOfRepository(releaseTags(repository)).at(-1)?.version;
  if (version === undefined || latest === null || isRelease(version) || passing.test(version)) return [];
  return isNextOf(version, latest) ? [{ version, weight: weightOf.released }] : [];
}

/**
 * What stands where the last releases had their version counts where nothing else holds the newest release or what comes after
 * it, since git has to be asked what was written since.
 */
function raisedClaims(claims: readonly Claim[], repository: Repository): Claim[] {
  const history = historyOf(repository.git);
  const { latest } = history;
  const isRecent = ({ version, weight }: Claim): boolean =>
    weight > weightOf.stray && (version === latest || comesNext(version, history));
  if (latest === null || claims.some(isRecent)) return [];
  return raisedVersions(repository)
    .filter((version) => comesNext(version, history))
    .map((version) => ({ version, weight: weightOf.released }));
}

/** The tags of the package that the repository is named after, which say less where a tool holds another version. */
function taggedClaims(main: TaggedPackage | null, declared: readonly Claim[]): Claim[] {
  if (main === null) return [];
  const isDenied = declared.length > 0 && declared.every(({ version }) => version !== main.current);
  return [{ version: main.current, weight: isDenied ? weightOf.taggedBesides : weightOf.tagged }];
}

function manifestClaims(opened: Opened): Claim[] {
  const { workspace } = opened;
  const claims: Claim[] = [];
  const claim = (version: string | null, dir: string, weight: number): void => {
    if (version === null) return;
    const certain = dir === "" ? weightOf.root : weight;
    claims.push({ version, weight: initial.test(version) ? certain / 2 : certain });
  };
  for (const { version, path } of namelessClaims(opened)) claim(version, folderOf(path), weightOf.released);
  for (const { version, dir, member, private: isPrivate } of workspace.npm)
    claim(
      version,
      dir,
      weightOf[member ? (isPrivate ? "member" : "released") : isPrivate ? "stray" : "alone"],
    );
  for (const { version, dir, manifest, publish, workspace: admitting } of workspace.crates) {
    const isFirst = version !== null && initial.test(version);
    const isStray = admitting === null && (isFirst || !publish || isTestOrExample(manifest));
    claim(version, dir, weightOf[isStray ? "stray" : publish ? "released" : "member"]);
  }
  for (const { version, manifest } of workspace.python) claim(version, folderOf(manifest), weightOf.released);
  // A chart installs an application, and counts by itself.
  for (const { type, version, dir, manifest } of workspace.packages) {
    // So do plugins and skills, of which dozens stay at their first version.
    const isFirst = version !== null && initial.test(version);
    claim(
      version,
      dir,
      weightOf[type === "helm" || isFirst || isTestOrExample(manifest) ? "stray" : "member"],
    );
  }
  return claims;
}

/** What the configurations of release tools hold for the version of the main train. */
function declaredBy(config: Config, repository: Repository): Claim[] {
  return config.releases.flatMap(({ value }) => {
    const plan = releaseTools.find(({ id }) => id === value.tool)?.recognise(repository) ?? null;
    const version = plan?.trains[0]?.current ?? null;
    return version === null ? [] : [{ version, weight: weightOf.tool }];
  });
}
