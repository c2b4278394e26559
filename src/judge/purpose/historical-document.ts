import { isProse } from "./prose.ts";

/** Texts that are a record of what was, or of what somebody asked, planned and decided. */
const records =
  /(?:^|\/)(?:[^/]{1,80}[-_](?:changelog|release-notes)|change-?logs?|(?:breaking[-_]?)?changes|history|news|release-?notes?|releases|upgrading|updating|migrat(?:ion|ions|ing)|what'?s[-_]?new|roadmap|(?:[^/]{1,40}[-_])?(?:plans?|decisions|questions|proposals?))(?:[.-][^/]*)?$/iu;

/** A guide from one release to the next, and not one about the migration of data. */
const releaseMigration =
  /(?:^|\/)(?:[^/]{0,40}(?:\d|-to-)[^/]{0,40}[-_]migration|[^/]{0,40}(?:migration|upgrade)[-_]?guides?)(?:[.-][^/]*)?$/iu;

/** The folder of a guide to one release: `migrate-to-1.0/`. */
const guideToRelease =
  /(?:^|\/)[^/]{0,40}(?:migrat(?:e|ing|ion)|upgrad(?:e|ing))-(?:to|from)-[^/]{0,20}\d[^/]{0,20}(?:\/|\.[a-z]{2,8}$)/iu;

/** What was measured was measured with what it names. */
const measurements = /(?:^|\/)(?:[^/]{0,40}[-_])?bench(?:mark(?:s|ing)?)?(?:[-_][^/]{0,40})?\.[a-z]{2,8}$/iu;

/** The releases of an application, newest first: https://freedesktop.org/software/appstream/docs/sect-Metadata-Releases.html */
const metainfo = /\.(?:metainfo|appdata|releases)\.xml(?:\.in){0,2}$/u;

/** What a program lists of the packages of others with their licences, now and then. */
const notices =
  /(?:^|\/)(?:notices?|(?:third[-_ ]?party[-_ ]?)(?:notices?|licen[sc]es?|software)|licen[sc]e[-_]report)(?:[-_][\w-]{1,40})?(?:\.[a-z]{2,4})?$/iu;

/** Folders of dated writing, and of guides from one release to the next. */
const datedFolders =
  /(?:^|\/)(?:blog|posts?|news|announcements?|changelogs?|release-notes|what'?s[-_]?new|(?:migrat(?:ions?|ing)|upgrad(?:es?|ing))(?:-guides?)?)\//iu;

/** Numbered records of what was decided or proposed, `decisions/0005-routers.md`, which stay as they were written. */
const decisions =
  /(?:^|\/)(?:adrs?|decisions|rfcs?|proposals?)\/(?:[^/]{1,60}\/){0,3}\d{3,5}[-_][^/]{1,120}$/iu;

/** Instructions for whoever cuts a release; their numbers illustrate. */
const instructions = /(?:^|\/)[^/]*(?:releas(?:e|es|ing)|versioning|bumping)[^/]*$/iu;

/** What a program wrote down once, as gettext does with the texts that it extracts. */
const captures =
  /(?:\.log|\.ndjson|\.pot?|\.out|\.snap|\.stdout|\.stderr|\.trace|\.har)$|(?:^|\/)__snapshots__\//iu;

/** A folder that carries a date. */
const datedFolder = /(?:^|\/)\d{4}-\d{2}-\d{2}[-/]/u;

/** A folder or file that carries a version in its own name holds what belongs to that version: `v2_2_1/`. */
const versionedPath = /(?:^|[/_-])v?\d+[._-]\d+[._-]\d+(?:[/_.-]|$)/u;

/** The documents of a former line beside those of now: https://docusaurus.io/docs/versioning */
const versionedDocuments = /(?:^|\/)(?:versioned[-_]docs\/|version[-_]\d{1,4}\.\d{1,4}\/)/iu;

/** Why everything in a file belongs to the past or illustrates; null for any other file. Decided by the path alone. */
export function historicalDocument(path: string): string | null {
  if (isProse(path) && (records.test(path) || releaseMigration.test(path) || guideToRelease.test(path)))
    return "a record of past releases";
  if (metainfo.test(path)) return "a record of past releases";
  if (notices.test(path)) return "a list of the licences of others";
  if (isProse(path) && measurements.test(path)) return "a record of measurements";
  if (isProse(path) && datedFolders.test(path)) return "a dated text";
  if (isProse(path) && decisions.test(path)) return "a record of a decision";
  if (isProse(path) && versionedDocuments.test(path)) return "a document of the line that its folder names";
  if (isInstruction(path)) return "an illustration in release instructions";
  return datedRecord(path);
}

/** Why even a manifest in this place belongs to the past; null for any other place. */
export function datedRecord(path: string): string | null {
  if (captures.test(path)) return "captured output";
  if (datedFolder.test(path)) return "part of something dated";
  if (versionedPath.test(path)) return "a fixture of the version that its path names";
  return null;
}

/** True for a text that tells how a release is cut. */
export function isInstruction(path: string): boolean {
  return isProse(path) && instructions.test(path);
}

/** Files of tests that lie beside what they test: `ReaderTest.php`, `ReaderTests.cs`. */
const testClass = /[a-z0-9]Tests?\.(?:php|java|kt|kts|cs|fs|vb|swift|scala|groovy)$/u;

/** True for test code and its data, where a version is an input and not a promise. */
export function isTestData(path: string): boolean {
  // A specification among the documents is no test.
  if (isProse(path) && /(?:^|\/)docs?\/(?:.{0,100}\/)?specs?\//u.test(path)) return false;
  if (testClass.test(path)) return true;
  return /(?:^|\/)(?:[\w.]{0,40}(?:-[\w.]{1,40}){0,4}[-_])?(?:tests?|__tests__|__mocks__|mocks?|fixtures?|testdata|specs?|e2e)(?:-?(?:applications?|apps?|data|files?|cases?|suites?|resources?))?\/|[._-](?:test|tests|spec|bench)\.[a-z]+$/iu.test(
    path,
  );
}

/** True for the code of benchmarks and the workflows that run them, whose words name what is measured. */
export function isBenchmark(path: string): boolean {
  return /(?:^|\/)(?:[\w.]{1,40}[-_])?(?:(?:bench|benches|benchmarks)\/|bench(?:mark(?:s|ing)?)?\.[a-z]{2,8}$)/iu.test(
    path,
  );
}
