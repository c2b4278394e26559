import { AuditError } from "../audit-error.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import { compareVersions, isOfLine, isVersion } from "../inventory/versions/compare.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import type { Document } from "../repository/documents/document.ts";
import type { Repository } from "../repository/repository.ts";
import { type Claim, claimsOf, comesNext, initial, type Opened, weightOf } from "./current-claims.ts";
import { isNextOf, majorOf } from "./next-version.ts";
import { passedBy } from "./passed-by.ts";
import { newestSeen } from "./past-releases/newest-seen.ts";
import { releaseTags } from "./past-releases/release-tags.ts";
import { type History, historyOf } from "./released-versions.ts";

/**
 * The first stage, what current is before anything was rehearsed: the configured place, else the version for which most speaks among
 * the configurations of release tools, the manifests and the release tags. Throws an AuditError when none of them says.
 */
export function presumeCurrent(opened: Opened): string {
  const { config, repository, documentOf } = opened;
  const { current } = config.product;
  if (current !== undefined) return configuredCurrent(current, config.file, documentOf);
  const isPassedBy = passedBy(repository);
  const claims = claimsOf(opened).filter((claim) => !isPassedBy(claim));
  const presumed = mostClaimed(upToDate(claims, repository), repository);
  if (presumed !== null) return presumed;
  if (repository.paths.length === 0) throw nothingThere(repository);
  const seen = unreadRootFiles(repository, documentOf);
  throw new AuditError("no manifest of this repository holds a released version, and no tag names one", {
    path: config.file,
    seen,
    help:
      seen.length > 0
        ? "mend what cannot be read, for a version may stand there"
        : `name a file that holds the version, in version-audit.toml, or tag a release:\n\n[product]\ncurrent = "path/to/file.json#version"`,
  });
}

function nothingThere({ git }: Repository): AuditError {
  const ignored = git === null ? "" : ", or git ignores all of them";
  return new AuditError(`there is no file to audit: the folder is empty${ignored}`, {
    path: null,
    help: "Name the folder of a repository.",
  });
}

/** What stands in the way of a version in the root: files that cannot be read, or do not parse in their format. */
function unreadRootFiles(repository: Repository, documentOf: (path: string) => Document | null): string[] {
  const inRoot = repository.paths.filter((path) => !path.includes("/"));
  const unparsed = inRoot.flatMap((path) => {
    const note = documentOf(path)?.note ?? null;
    return note === null ? [] : [{ path, message: note }];
  });
  const unread = repository.notes.filter(({ path }) => path !== null && !path.includes("/"));
  return [...unread, ...unparsed].map(
    ({ path, message }) =>
      `${path}: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`,
  );
}

/**
 * The second stage, what current is once the release was rehearsed: what the configuration of its tool declares, else what
 * was presumed, where the release writes over it; else what most of the manifest fields hold that it writes, or what comes
 * after what was presumed and gives way to the new version alone.
 * @param covered the occurrences that the release rewrites
 * @param exact those of them that hold the new version and no more afterwards
 * @param declared what the tool holds for the version of the main train; null for what has no such configuration
 */
export function settleCurrent(
  presumed: string,
  { covered, exact }: { readonly covered: readonly Occurrence[]; readonly exact: readonly Occurrence[] },
  declared: string | null,
): string {
  if (declared !== null && covered.some(({ version }) => version === declared)) return declared;
  if (covered.some(({ version }) => version === presumed)) return presumed;
  const fields = covered.filter(({ kind }) => kind === "manifest-version");
  const coming = exact.filter(({ version }) => isNextOf(version, presumed));
  return mostFrequent(fields) ?? mostFrequent(coming) ?? presumed;
}

/** The version that most of the places hold, the newest of several; null without a place. */
function mostFrequent(places: readonly Occurrence[]): string | null {
  const alike = [...groupBy(places, ({ version }) => version)];
  const ranked = alike.sort(([a, n], [b, m]) => m.length - n.length || compareVersions(b, a));
  return ranked[0]?.[0] ?? null;
}

function configuredCurrent(
  place: string,
  configFile: string | null,
  documentOf: (path: string) => Document | null,
): string {
  const at = place.lastIndexOf("#");
  const [path, key] = at === -1 ? [place, "version"] : [place.slice(0, at), place.slice(at + 1)];
  const scalar = documentOf(path)?.scalars.find((candidate) => candidate.path.join(".") === key);
  if (typeof scalar?.value === "string" && isVersion(scalar.value)) return scalar.value;
  throw new AuditError(`current is read from ${place}, where no version stands`, {
    path: configFile,
    help: "write [product] current as path#key.path of a JSON, TOML or YAML file",
  });
}

/** The version for which most is said, the newer of two for which as much is said; null where nothing says one. */
function mostClaimed(claims: readonly Claim[], repository: Repository): string | null {
  const history = historyOf(repository.git);
  const { latest, released } = history;
  const newest = newestOfTree(repository, history);
  const weights = new Map<string, number>();
  const strays = new Map<string, number>();
  for (const { version, weight } of claims) {
    if (!isVersion(version) || /^0+(?:\.0+)*(?![.\d])/u.test(version)) continue;
    if (leavesOutMany(version, history)) continue;
    // Members that stay at their first version beside tags of another scheme are released with those.
    const isFirst = initial.test(version) && latest !== null && !released.has(version);
    const isPassed = isFirst && compareVersions(latest, version) > 0;
    const kind = weight > weightOf.stray && !isPassed ? weights : strays;
    kind.set(version, (kind.get(version) ?? 0) + weight);
  }
  for (const [version, weight] of weights) {
    const isFirst = initial.test(version) && weight < weightOf.released;
    const isNext = !isFirst && comesNext(version, history);
    const said = newest.includes(version) ? weightOf.newestRelease : isNext ? weightOf.nextRelease : 0;
    weights.set(version, weight + said + (released.has(version) ? weightOf.formerRelease : 0));
  }
  // A stray manifest that agrees with a tag, or is above all of them, does so by chance.
  for (const [version, weight] of strays)
    weights.set(version, (weights.get(version) ?? 0) + Math.min(weight, weightOf.member));
  if (latest !== null && !isOverrun(latest, claims))
    weights.set(latest, Math.max(weights.get(latest) ?? 0, weightOf.tagAlone));
  const ranked = [...weights].sort(([a, m], [b, n]) => n - m || compareVersions(b, a));
  return ranked[0]?.[0] ?? null;
}

/** The newest release, and the one that the tree sees where the patches of its line are made on a branch of their own. */
function newestOfTree(repository: Repository, { latest }: History): readonly string[] {
  if (latest === null) return [];
  const seen = newestSeen(repository);
  if (seen === null || !isOfLine(seen, latest, 2)) return [latest];
  // A preview that the tree sees as well shows that it has gone on to what comes after.
  const isLast = !releaseTags(repository).some(({ version }) => compareVersions(version, seen) > 0);
  return isLast ? [latest, seen] : [latest];
}

/** So many packages that could be released, and are majors ahead of the newest tag, show that tags are no longer made. */
const enough = 3;

/** True for the last tag of a custom that was given up: most packages have gone on by majors, and none is at its line. */
function isOverrun(latest: string, claims: readonly Claim[]): boolean {
  const packages = claims.filter(({ version, weight }) => isVersion(version) && weight >= weightOf.alone);
  const ahead = packages.filter(({ version }) => majorOf(version) > majorOf(latest) + 1);
  return (
    ahead.length >= enough &&
    ahead.length * 2 > packages.length &&
    !packages.some(({ version }) => isOfLine(version, latest, 2))
  );
}

/** A number such as `100.0.0` holds the place of those that a build gives; a year is none, for a repository may take to dates. */
function leavesOutMany(version: string, { latest, released }: History): boolean {
  const major = majorOf(version);
  const isYear = major >= 1990 && major < 2100;
  return latest !== null && !released.has(version) && !isYear && major - majorOf(latest) >= 20;
}

/**
 * Where a manifest of the repository holds a release of the newest line or what comes after it, no older one is current:
 * many packages that are never released agree on their first version. A stray manifest proves nothing, neither do tags of
 * single packages, and an older version that the configuration of a release tool declares needs no proof.
 */
function upToDate(claims: readonly Claim[], { git }: Repository): readonly Claim[] {
  const history = historyOf(git);
  const { latest } = history;
  const isOfRepository = git?.tags.some((tag) => tag === latest || tag === `v${latest}`) ?? false;
  if (latest === null || !isOfRepository) return claims;
  const isRecent = ({ version }: Claim) =>
    isVersion(version) && (isOfLine(version, latest, 2) || comesNext(version, history));
  if (claims.some((claim) => claim.weight === weightOf.tool && !isRecent(claim))) return claims;
  return claims.some((claim) => claim.weight >= weightOf.alone && isRecent(claim))
    ? claims.filter(isRecent)
    : claims;
}
