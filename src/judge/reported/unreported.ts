import type { Occurrence } from "../../inventory/occurrence.ts";
import { compareVersions, isOlder, isRelease } from "../../inventory/versions/compare.ts";
import { rangeAdmits } from "../../inventory/versions/range.ts";
import { newestSeen } from "../../release/past-releases/newest-seen.ts";
import type { Evidence } from "../evidence.ts";
import { admits } from "../held-version.ts";
import { isDeployed } from "../owner/deployed-release.ts";
import { withoutPlatform } from "../owner/names.ts";
import { initialVersions } from "../owner/train.ts";
import { lineContext } from "../purpose/line-context.ts";
import type { Verdict } from "../verdict.ts";
import { caredForBecause } from "./cared-for.ts";
import { isLeftAtPreview, isModuleFile } from "./go-preview.ts";
import { heldBy, isMeantAsRange, staysMet } from "./meant-range.ts";
import { namesItsLine } from "./named-line.ts";
import { isOneOfList } from "./one-of-list.ts";
import { isOverridden } from "./overridden.ts";
import { isRecordedRow } from "./recorded-row.ts";
import { isComment, mentionedBecause, spoken } from "./spoken-of.ts";

/** What a place that the release misses is reported as. */
export interface Report {
  /** Why it is no finding of its own; null where the place itself has to be written. */
  readonly unreported: string | null;
  /** False where it only records what another place asks for, or speaks of a version. */
  readonly owed: boolean;
}

/**
 * Whether a place that the release misses is a finding of its own. It is none where it records what another place asks
 * for, where it only speaks of a version, and where its history shows that somebody takes care of it. Its verdict stays
 * what it is, and `list` shows it.
 */
export function reportOf(occurrence: Occurrence, verdict: Verdict, evidence: Evidence): Report {
  const isLeft = evidence.learned.left(occurrence) !== null && !evidence.isSelective;
  const isCompared = evidence.guardOf(occurrence) !== null && !isOneOfList(occurrence, evidence);
  const recorded = isLeft
    ? leftRightly(occurrence, evidence)
    : isCompared
      ? null
      : recordedBecause(occurrence, evidence);
  if (recorded !== null) return { unreported: recorded, owed: false };
  return { unreported: isLeft ? null : caredForBecause(occurrence, verdict, evidence), owed: true };
}

/** Why the last release was right to leave a place that former ones wrote. */
function leftRightly(occurrence: Occurrence, evidence: Evidence): string | null {
  if (isMeantAsRange(occurrence, evidence)) return `${occurrence.text} admits ${evidence.train.current}`;
  return askedRightly(occurrence, evidence);
}

function recordedBecause(occurrence: Occurrence, evidence: Evidence): string | null {
  const { kind, subject, version, text, path } = occurrence;
  if (isRecordedRow(occurrence, evidence)) return "a lockfile records what a manifest asks for";
  if (subject?.type === "go" && isModuleFile(path) && !isLeftAtPreview(occurrence, evidence))
    return "a Go module can only ask for a release that is already there";
  if (evidence.isLeftOut(occurrence) || asksForLeftOut(occurrence, evidence))
    return "the configuration of the release leaves it out";
  if (evidence.isSelective && (kind === "manifest-version" || kind === "dependency"))
    return "packages are released here when they have changed, and hold several releases";
  if (vendored.test(path)) return "what others made and was copied here";
  if (kind === "dependency" && givenUp.test(path) && version !== evidence.train.current)
    return "what is kept as it was";
  if (kind === "dependency" && isCommentedOut(occurrence, evidence))
    return "it is commented out, and nothing asks for it";
  if (checksItself(occurrence, evidence)) return "the repository checks itself with a release that is out";
  if (namesItsLine(occurrence)) return "the name under which it is asked for says which releases are meant";
  if (isOverridden(occurrence, evidence)) return "an override beside it says which one is meant";
  if (asksForItself(occurrence, evidence)) return "a package that asks for itself means a release of before";
  if (spoken.has(kind) && isOneOfList(occurrence, evidence)) return "one of a list of versions";
  const { current } = evidence.train;
  if (version === current && (text.startsWith("~>") || staysMet(occurrence, evidence)))
    return `${text} admits what comes after ${current}`;
  if (version === current) return isBuilt(occurrence) ? "the output of a build" : null;
  if (isMeantAsRange(occurrence, evidence)) return `${text} admits ${heldBy(subject, evidence)}`;
  const rightly = askedRightly(occurrence, evidence);
  if (rightly !== null) return rightly;
  if (isNewestBefore(occurrence, evidence)) return `the newest release, while ${current} is on the way`;
  if (beginsAtOnce.has(kind) && initialVersions.has(version) && !evidence.past.moved(occurrence))
    return `${version} is what everything new begins with`;
  if (
    kind === "manifest-version" &&
    !followsAnother(occurrence, evidence) &&
    !isLastOfAll(path, evidence) &&
    (evidence.past.wasElsewhere(occurrence) || evidence.past.cameLater(occurrence))
  )
    return `it did not hold ${version} when that was released, and has a number of its own`;
  if (evidence.learned.raisedLater(occurrence))
    return "it is raised in a commit of its own, and was behind after each release";
  if (evidence.past.countsByItself(occurrence, current))
    return "each release gives it another number, which is not its own";
  return mentionedBecause(occurrence, evidence);
}

/** True for a statement in a comment, as one of a build that is compared with a release now and then. */
function isCommentedOut({ path, span, version }: Occurrence, { repository, train }: Evidence): boolean {
  return version !== train.current && isComment(lineContext(repository, path, span).before);
}

/** Folders into which package managers and people copy what others made. */
const vendored = /(?:^|\/)(?:vendor|third[_-]?party|bower_components)\//u;

/** Folders of what is no longer worked on. */
const givenUp = /(?:^|\/)(?:old|legacy|archived?)(?:[-_][\w-]{1,60})?\//u;

/** True for the newest release, or the newest preview, before a current that is on the way. */
function isNewestBefore({ version, text, subject }: Occurrence, { train, repository }: Evidence): boolean {
  const { current, history } = train;
  if (isRelease(current)) return false;
  const before = [...history.released].filter((released) => isOlder(released, current));
  const [newest] = before.sort((a, b) => compareVersions(b, a));
  return [newestSeen(repository), history.latest, newest].some(
    (released) =>
      released != null &&
      (version === released ||
        admits(version, released) ||
        rangeAdmits(text, subject?.type ?? null, released)),
  );
}

/** True for a public package beside which nine of ten hold current: whenever it came, it was to move with them. */
function isLastOfAll(path: string, { workspace, train }: Evidence): boolean {
  const released = workspace.npm.filter(({ member, private: isPrivate }) => member && !isPrivate);
  const others = released.filter(({ manifest }) => manifest !== path);
  return (
    others.length < released.length &&
    others.length >= fewestOthers &&
    others.filter(({ version }) => version === train.current).length >= others.length * 0.9
  );
}

/** Two packages can agree by chance. */
const fewestOthers = 3;

/** Kinds of places that are given a first number before anything is released. */
const beginsAtOnce = new Set<Occurrence["kind"]>([
  "manifest-version",
  "text",
  "api-version",
  "constant",
  "assignment",
]);

/** What has no number of its own: the binaries of a package of the train, and what a chart says of the release that it deploys. */
function followsAnother(occurrence: Occurrence, { train }: Evidence): boolean {
  const { subject } = occurrence;
  if (subject === null) return false;
  if (subject.type === "helm") return isDeployed(occurrence);
  const base = withoutPlatform(subject.name);
  return base !== subject.name && train.npm.has(base);
}

/** A hook of the repository that it runs on its own files, which can only be a release from before. */
function checksItself(occurrence: Occurrence, { train, past }: Evidence): boolean {
  return (
    occurrence.path === ".pre-commit-config.yaml" &&
    occurrence.version !== train.current &&
    !past.moved(occurrence)
  );
}

/** What is taken from a registry, for all projects of a solution: https://learn.microsoft.com/nuget/consume-packages/central-package-management */
function isCentral(path: string): boolean {
  return /(?:^|\/)Directory\.Packages\.props$/u.test(path);
}

/** What builds itself with what was released of it last, and a package that tests what is published of it. */
function asksForItself(occurrence: Occurrence, evidence: Evidence): boolean {
  const { kind, subject, path, version } = occurrence;
  if (kind !== "dependency" || subject === null) return false;
  if (isCentral(path)) return version !== evidence.train.current && !evidence.past.moved(occurrence);
  const own =
    subject.type === "crate" ? evidence.crateByManifest.get(path) : evidence.npmByManifest.get(path);
  return own?.name === subject.name;
}

/** What asks for packages whose folders the configuration of the release leaves out stays with them. */
function asksForLeftOut({ kind, subject }: Occurrence, { isLeftOut, npmByName }: Evidence): boolean {
  if (kind !== "dependency" || subject?.type !== "npm") return false;
  const here = npmByName.get(subject.name) ?? [];
  return here.length > 0 && here.every(({ manifest }) => isLeftOut({ path: manifest }));
}

/** A manifest that is behind is its own finding, and whoever asks for what it holds does so rightly. */
function askedRightly(
  { kind, subject, version }: Occurrence,
  { npmByName, crateByName, train }: Evidence,
): string | null {
  if (kind !== "dependency" || subject === null || version === train.current) return null;
  const here = [...(npmByName.get(subject.name) ?? []), ...(crateByName.get(subject.name) ?? [])];
  return here.length > 0 && here.every((pkg) => pkg.version === version)
    ? `the package here is at ${version} itself`
    : null;
}

const buildFolder = /(?:^|\/)(?:dist|build|out)\//u;

/** What a build writes from a source that is judged itself. */
function isBuilt({ path, kind }: Occurrence): boolean {
  return (
    spoken.has(kind) &&
    ((buildFolder.test(path) && /\.(?:[cm]?js|css|map)$/u.test(path)) ||
      /[.-]min\.(?:[cm]?js|css)$|\.(?:js|css)\.map$/u.test(path))
  );
}
