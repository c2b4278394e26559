import type { Occurrence, SubjectType } from "../../inventory/occurrence.ts";
import { isOlder } from "../../inventory/versions/compare.ts";
import { rangeAdmits } from "../../inventory/versions/range.ts";
import { isRemovedLine } from "../../release/edits/removed-line.ts";
import type { Evidence } from "../evidence.ts";
import { datedRecord, historicalDocument, isBenchmark, isTestData } from "./historical-document.ts";
import { isInInlineTests } from "./inline-tests.ts";
import { lineContext, sentenceContext } from "./line-context.ts";
import { headingsAbove } from "./lines-above.ts";
import { remarkOf } from "./remark.ts";

/** Kinds whose place is a promise to a machine, which prose around it cannot turn into a remark. */
const binding = new Set(["manifest-version", "dependency", "lock-entry", "api-version", "schema"]);

/**
 * Why a place of ours names a past version on purpose, as a sentence without a full stop; null when nothing says so.
 */
export function purposeOf(occurrence: Occurrence, evidence: Evidence): string | null {
  const { path, kind } = occurrence;
  // What an [[ignore]] is about stands in its pattern and in its reason.
  if (path === evidence.config.file) return "the configuration of the audit speaks of it";
  if (binding.has(kind)) return datedRecord(path) ?? (isRequirement(occurrence) ? boundOf(occurrence) : null);
  const said =
    boundName(occurrence) ??
    rowOfReleases(occurrence, evidence) ??
    guideTo(occurrence, evidence) ??
    releaseSection(occurrence, evidence) ??
    passingPurpose(occurrence, evidence) ??
    bound(occurrence, evidence) ??
    formerPage(occurrence, evidence) ??
    formerLine(occurrence, evidence);
  if (said !== null) return said;
  if (isTestData(path) || isInTests(occurrence, evidence)) return "test data";
  return isBenchmark(path) ? "what was measured is named" : null;
}

/**
 * In `.package(url: "…", from: "1.2.3")` the word before the version asks for it, and for all that are compatible: what
 * does not take in current any more is no bound that somebody chose.
 */
function passingPurpose(occurrence: Occurrence, evidence: Evidence): string | null {
  const { kind, subject, version, path, span } = occurrence;
  const { current } = evidence.train;
  const isSwift = kind === "snippet" && subject?.type === "swift";
  const { before } = isSwift ? lineContext(evidence.repository, path, span) : { before: "" };
  const operator = /\.upToNextMinor\(\s?from:/u.test(before) ? "~" : "^";
  const asks = isSwift && (version === current || !rangeAdmits(`${operator}${version}`, "swift", current));
  return asks ? historicalDocument(occurrence.path) : passingPurposeOf(occurrence, evidence);
}

/** What asks for at least current says which release is meant, and moves with it. */
function bound(occurrence: Occurrence, { train }: Evidence): string | null {
  const asks = occurrence.kind === "snippet" && occurrence.text.startsWith(">=");
  return asks && occurrence.version === train.current ? null : boundOf(occurrence);
}

/** Pages of a forge that show what a release was: https://docs.github.com/en/repositories/working-with-files */
const forgePage = /\/(?:releases\/tag|blob|tree|blame)\/(?:[\w.%-]{1,60}[@/-])?v?$/u;

/** Pages of a site that tell of a release: `…/release-notes/1.2.3`, `…/whatsnew/v1.2.3.html`. */
const notesPage =
  /\/\/[^\s"'`)]{1,120}\/(?:change-?logs?|changes|release-?notes?|whats-?new|news|blog|announcements?)[/#-](?:[\w-]{1,60}[/-])?v?$/iu;

/** A page of the documents of one release of a crate, to which a comment leads: https://docs.rs/about/builds */
const docsPage = /^\s{0,40}\/\/[/!]?\s.{0,120}\/\/docs\.rs\/[\w-]{1,64}\/v?$/u;

/**
 * What a repository held at a release: `…/lumen//base?ref=v1.2.3`. The source of a Terraform module is how it is installed:
 * https://developer.hashicorp.com/terraform/language/modules/sources#selecting-a-revision
 */
const refPage = /^(?!.{0,160}\bsource\s{0,10}=).{0,160}[?&]ref=v?$/u;

/** A link to a page of a former release leads to what was true then; one to the current release moves with it. */
function formerPage({ path, span, version }: Occurrence, { repository, train }: Evidence): string | null {
  if (!isOlder(version, train.current)) return null;
  const { before } = lineContext(repository, path, span);
  return [forgePage, notesPage, docsPage, refPage].some((page) => page.test(before))
    ? "a link to a page of a former release"
    : null;
}

/** A folder of documents that is named after a line of releases, `docs/1.x/`, tells of that line. */
const lineOfDocuments = /(?:^|\/)docs?\/(?:[\w-]{1,40}\/){0,2}v?(\d{1,4})(?:\.(?:\d{1,4}|x))?\//iu;

function formerLine({ path }: Occurrence, { train }: Evidence): string | null {
  const [, major] = lineOfDocuments.exec(path) ?? [];
  if (major === undefined || Number(major) >= Number(/\d+/u.exec(train.current)?.[0])) return null;
  return "a document of a former line";
}

/** In `"1.2.3": "https://…/1.2.3.zip"` the key says which release the row is about; the next one gets a row of its own. */
function rowOfReleases({ path, span, version }: Occurrence, { repository }: Evidence): string | null {
  const { before } = lineContext(repository, path, span);
  const [, key] = /^[\s{,-]*["'`]?v?(\d[\w.+-]{0,60})["'`]?\s?(?::|=>?)\s/u.exec(before) ?? [];
  return key === version ? "a row of a table of releases, which its key names" : null;
}

/** The address of a guide, `…/migrating-to-1.2.3`, names the release to which it leads for as long as there is one. */
const guide = /\b(?:migrat|upgrad)[a-z]{1,6}(?:[-_/](?:to|from|guides?|notes)){0,3}[-_/]v?$/iu;

function guideTo({ path, span }: Occurrence, { repository }: Evidence): string | null {
  return guide.test(lineContext(repository, path, span).before)
    ? "the address of a guide to that release"
    : null;
}

/** Documents for those who work on the project, of which one section tells how a release is cut. */
const forContributors =
  /(?:^|\/)(?:contribut|develop|hacking|maintain|governance)[\w-]{0,40}\.(?:md|rst|adoc|txt)$/iu;
const ofReleases = /\b(?:releas(?:e|es|ing)|publish(?:ing)?|versioning|bumping)\b/iu;

function releaseSection({ path, span }: Occurrence, { repository }: Evidence): string | null {
  if (!forContributors.test(path)) return null;
  return headingsAbove(repository, path, span).some((line) => ofReleases.test(line))
    ? "an illustration in release instructions"
    : null;
}

function isInTests({ path, span }: Occurrence, { repository }: Evidence): boolean {
  return isInInlineTests(path, repository.read(path) ?? "", span.start);
}

/** The same for a version that nothing binds to us: only history itself or the words around it can tell. */
export function passingPurposeOf({ path, span }: Occurrence, evidence: Evidence): string | null {
  const said = historicalDocument(path) ?? remarkOf(sentenceContext(evidence.repository, path, span));
  if (said !== null) return said;
  return isRemovedLine(evidence.repository.read(path) ?? "", span.start)
    ? "a diff shows it as replaced"
    : null;
}

/** A manifest asks for versions, and so does what a lockfile repeats of the manifests of packages. */
function isRequirement({ kind, keyPath }: Occurrence): boolean {
  return kind === "dependency" || (kind === "lock-entry" && isOfPeer(keyPath));
}

/** True for an entry of a table of peers, whose name is the last of its keys. */
export function isOfPeer(keyPath: Occurrence["keyPath"]): boolean {
  return keyPath?.at(-2) === "peerDependencies";
}

/** A requirement that only bounds from below or from above names a past version on purpose. */
function boundOf({ text, version, keyPath }: Occurrence): string | null {
  const operator = text.slice(0, Math.max(text.indexOf(version), 0));
  // `~> 2.3.0` names the release from which on, and also the one before which.
  if (/(?:(?<!~)[<>]=?|!=)\s?v?$/u.test(operator)) return `${text} is a bound, not the version of a release`;
  if (isOfPeer(keyPath) && /[\^~>|x*]/u.test(text)) return "a peer requirement says what it works with";
  return null;
}

const boundWords = new Set(
  (
    "min minimum max maximum since oldest first last required requires legacy compat compatible supported supports " +
    "fixed pinned frozen introduced deprecated removed old previous before after until baseline test mock fake dummy example fixture"
  ).split(" "),
);

/** The same in one word: `minversion`. */
const joinedBound = /^(?:min|max)(?:imum)?(?:ver|version)$/u;

/** The names that a person gives to a value. The names of packages, images and addresses say nothing about it. */
const valueNames = new Set<SubjectType>(["constant", "name"]);

/** Why the name that holds the version makes it a bound; null when it does not. */
export function boundName({ subject }: Occurrence): string | null {
  if (subject === null || !valueNames.has(subject.type) || !namesBound(subject.name)) return null;
  return `${subject.name} is a bound, not the version of a release`;
}

/** `MIN_LUMENKIT_VERSION`, `sinceVersion`, `LAST_COMPATIBLE_VERSION`: the words of an identifier. */
export function namesBound(identifier: string): boolean {
  const words = identifier.replace(/([a-z0-9])([A-Z])/gu, "$1_$2").toLowerCase();
  return words.split(/[^a-z0-9]/u).some((word) => boundWords.has(word) || joinedBound.test(word));
}
