/** Files that are a record of what was. */
const records =
  /(?:^|\/)(?:change-?logs?|changes|history|news|release-?notes?|releases|upgrading|migrat(?:ion|ions|ing)|whats-?new|roadmap)(?:[.-][^/]*)?\.(?:md|mdx|txt|rst|adoc|html)$/iu;

/** Folders of dated writing. */
const datedFolders =
  /(?:^|\/)(?:blog|posts?|news|announcements?|changelogs?|release-notes)\/|\/\d{4}-\d{2}-\d{2}[-/]/iu;

/** What a program wrote down once. */
const captures = /(?:\.log|\.out|\.snap|\.stdout|\.stderr|\.trace|\.har)$|(?:^|\/)__snapshots__\//iu;

/** Instructions for whoever cuts a release; their numbers illustrate. */
const instructions =
  /(?:^|\/)[^/]*(?:releas(?:e|es|ing)|versioning|bumping)[^/]*\.(?:md|mdx|txt|rst|adoc)$/iu;

/** A folder or file that carries a version in its own name holds what belongs to that version: `v2_2_1/`. */
const versionedPath = /(?:^|[/_-])v?\d+[._-]\d+[._-]\d+(?:[/_.-]|$)/u;

/** Why everything in a file belongs to the past or illustrates; null for any other file. Decided by the path alone. */
export function historicalDocument(path: string): string | null {
  if (records.test(path)) return "a record of past releases";
  if (datedFolders.test(path)) return "a dated text";
  if (captures.test(path)) return "captured output";
  if (instructions.test(path)) return "an illustration in release instructions";
  if (versionedPath.test(path)) return "a fixture of the version that its path names";
  return null;
}

/** True for a text that tells how a release is cut. */
export function isInstruction(path: string): boolean {
  return instructions.test(path);
}

/** True for test code and its data, where a version is an input and not a promise. */
export function isTestData(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|fixtures?|testdata|specs?|e2e)\/|[._-](?:test|tests|spec|bench)\.[a-z]+$/iu.test(
    path,
  );
}
