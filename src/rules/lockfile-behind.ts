import type { AuditSoFar } from "../findings/audit.ts";
import type { Related, Result } from "../findings/finding.ts";
import { shownName } from "../findings/shown-name.ts";
import { memberFolder } from "../inventory/lockfiles/row-manifest.ts";
import { isMissed } from "../judge/judge.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { occurrencesIn } from "../judge/occurrences-in.ts";
import { groupBy } from "../repository/collections/group-by.ts";
import { isTestOrExample } from "../repository/files/test-or-example.ts";
import { folderOf, within } from "../repository/packages/path.ts";
import type { Rule } from "./rule.ts";
import { type LocalEntry, outdatedEntries } from "./shared/lockfiles/local-entry.ts";
import { outdatedSpecifiers } from "./shared/lockfiles/outdated-specifier.ts";
import { type RegistryMember, registryMembers } from "./shared/lockfiles/registry-member.ts";

/** A lockfile that contradicts the manifests of the packages that live here. */
export const lockfileBehind: Rule = {
  id: "lockfile-behind",
  summary: "a lockfile differs from the manifests of the repository's own packages",
  check(audit) {
    return [...entriesByFile(audit)].flatMap(([path, entries]) => [
      ...outdatedEntries(path, entries, audit.evidence).map((entry) => entryResult(entry, entries, audit)),
      ...specifierResults(path, entries, audit),
      ...registryMembers(path, entries, audit.evidence)
        .filter((member) => !isAskedOnPurpose(path, member, audit))
        .map((member) => memberResult(path, member, audit)),
    ]);
  },
};

function entriesByFile({ occurrences }: AuditSoFar): Map<string, JudgedOccurrence[]> {
  const entries = occurrences.filter(({ kind, verdict }) => kind === "lock-entry" && verdict !== "ignored");
  return groupBy(entries, ({ path }) => path);
}

function entryResult(
  { occurrence, name, manifest, expected }: LocalEntry,
  entries: readonly JudgedOccurrence[],
  audit: AuditSoFar,
): Result {
  const { path, version, span } = occurrence;
  return {
    severity: isLeftByRelease({ occurrence, name, manifest, expected }, audit) ? "error" : "warning",
    message: `${path} records ${name} at ${version}, but its manifest says ${expected}`,
    location: audit.repository.locate(path, span),
    label: `${manifest} says ${expected}`,
    related: manifestPlace(manifest, expected, audit),
    why: whyOf(occurrence, manifest, audit),
    help: "refresh the lockfile and commit it together with the manifests, or remove one that nobody uses",
    family: path,
    explains: entries.filter(
      (other) => isMissed(other.verdict) && other.subject === occurrence.subject && other.version === version,
    ),
  };
}

/** True where the release writes the manifest and not the lockfile that belongs to it: every release leaves the two apart. */
function isLeftByRelease({ occurrence, manifest, expected }: LocalEntry, audit: AuditSoFar): boolean {
  const { path, verdict } = occurrence;
  if (!isMissed(verdict) || isTestOrExample(path)) return false;
  const workspace = audit.evidence.crateByManifest.get(manifest)?.workspace ?? null;
  if (folderOf(workspace ?? manifest) !== folderOf(path)) return false;
  return versionsIn(manifest, expected, audit).some((place) => place.verdict === "covered");
}

function whyOf(
  { path, verdict, reason }: JudgedOccurrence,
  manifest: string,
  { evidence }: AuditSoFar,
): string {
  const workspace = evidence.crateByManifest.get(manifest)?.workspace ?? null;
  if (workspace !== null && folderOf(workspace) !== folderOf(path))
    return `cargo keeps the lockfile of this crate next to ${workspace}, so nothing refreshes this one`;
  if (verdict === "generated") return `${reason}, but what is committed was not refreshed`;
  // `npm ci` compares what is asked for, and not which version a package of the repository has.
  return /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/u.test(path)
    ? "the release is tagged with a lockfile of another version, and the next `npm install` changes it"
    : "an install that refuses to change the lockfile, such as `cargo build --locked`, fails";
}

/** The first of them stands for every other place of the lockfile that holds the same version. */
function specifierResults(
  path: string,
  entries: readonly JudgedOccurrence[],
  { repository, occurrences }: AuditSoFar,
): Result[] {
  const requirementsOf = (manifest: string) =>
    occurrencesIn(manifest, occurrences).filter(({ kind }) => kind === "dependency");
  return outdatedSpecifiers(entries, requirementsOf).map(({ occurrence, requirement }) => ({
    severity: "warning",
    message: `${path} records ${shownName(occurrence)} as ${occurrence.text}, but the manifest asks for ${requirement.text}`,
    location: repository.locate(path, occurrence.span),
    label: `${requirement.path} asks for ${requirement.text}`,
    related: [
      { ...repository.locate(requirement.path, requirement.span), message: "the requirement as it is now" },
    ],
    why: "an install that refuses to change the lockfile, such as `pnpm install --frozen-lockfile`, fails",
    help: "refresh the lockfile and commit it together with the manifest, or remove it",
    family: path,
    explains: entries.filter(({ verdict, version }) => isMissed(verdict) && version === occurrence.version),
  }));
}

/** The place where a manifest holds the version, or the one of the workspace that it inherits from. */
function manifestPlace(manifest: string, expected: string, audit: AuditSoFar): Related[] {
  const { repository } = audit;
  return versionsIn(manifest, expected, audit)
    .slice(0, 1)
    .map(({ path, span }) => ({
      ...repository.locate(path, span),
      message: "the version that it should have",
    }));
}

function versionsIn(
  manifest: string,
  expected: string,
  { occurrences, evidence }: AuditSoFar,
): JudgedOccurrence[] {
  const workspace = evidence.crateByManifest.get(manifest)?.workspace ?? manifest;
  return [manifest, workspace]
    .flatMap((path) => occurrencesIn(path, occurrences))
    .filter(({ kind, version }) => kind === "manifest-version" && version === expected);
}

/** True where the requirement that the lockfile follows is no finding either: it means a release of before. */
function isAskedOnPurpose(
  path: string,
  { pkg, importer }: RegistryMember,
  { occurrences }: AuditSoFar,
): boolean {
  if (importer === null) return false;
  return occurrencesIn(within(memberFolder(path, importer), "package.json"), occurrences).some(
    ({ kind, subject, unreported }) =>
      kind === "dependency" && subject?.name === pkg.name && unreported !== null,
  );
}

function memberResult(
  path: string,
  { pkg, occurrence, importer, places }: RegistryMember,
  audit: AuditSoFar,
): Result {
  const { version, span } = occurrence;
  return {
    severity: "warning",
    message: `${path} takes ${pkg.name} ${version} from the registry, although it lives in ${pkg.dir}`,
    location: audit.repository.locate(path, span),
    label: "a copy from the registry, not the package of this workspace",
    related:
      importer === null
        ? []
        : requirementPlace(within(memberFolder(path, importer), "package.json"), pkg.name, audit),
    why: `the workspace holds ${pkg.name} at ${pkg.version ?? "no version"}, and whoever asks here gets ${version}`,
    help: `map ${pkg.name} to workspace:* in the resolutions or overrides of the root, or ask for workspace:*`,
    family: null,
    explains: places.filter(({ verdict }) => isMissed(verdict)),
  };
}

/** The line of a manifest that asks for a package; requirements such as `*` hold no version and so no occurrence. */
function requirementPlace(manifest: string, name: string, { repository }: AuditSoFar): Related[] {
  const text = repository.has(manifest) ? repository.read(manifest) : null;
  const start = text?.indexOf(`"${name}":`) ?? -1;
  if (start === -1) return [];
  const end = start + name.length + 2;
  return [{ ...repository.locate(manifest, { start, end }), message: "asked for here" }];
}
