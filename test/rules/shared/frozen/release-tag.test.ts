import { expect, test } from "vitest";
import { latestReleaseTag } from "../../../../src/rules/shared/frozen/release-tag.ts";
import { fixtureCopy, release, unrehearsed } from "../../fixture-copy.ts";

/** The tag with which the tree of the fixture, which says 1.2.0, is compared. */
function tagOf(tags: readonly string[]): string | null {
  const root = fixtureCopy("schema-modified");
  release(root, ...tags);
  return latestReleaseTag(unrehearsed(root));
}

test.each([
  ["the version of the tree", ["v1.1.0", "v1.2.0"], "v1.2.0"],
  ["a tag without a v", ["1.1.0", "1.2.0"], "1.2.0"],
  ["the newest below it by number, not by letter", ["v0.10.0", "v0.9.0"], "v0.10.0"],
  ["nothing above it", ["v1.1.0", "v1.2.1", "v2.0.0"], "v1.1.0"],
  ["no prerelease", ["v1.1.0", "v1.2.0-rc.1"], "v1.1.0"],
  ["the tag of a package", ["pebble@1.1.0", "pebble@1.2.0"], "pebble@1.2.0"],
  ["the tag of a package with a v", ["pebble@v1.2.0"], "pebble@v1.2.0"],
  ["the tag of a Go module", ["sdks/go/v1.2.0"], "sdks/go/v1.2.0"],
  ["the tag of a folder", ["sdks/go/1.2.0"], "sdks/go/1.2.0"],
  ["the whole rather than a package", ["a-stone@1.2.0", "v1.2.0"], "v1.2.0"],
  ["no version that only ends alike", ["a-stone@11.2.0", "pebble@1.2.0"], "pebble@1.2.0"],
])("takes %s", (_, tags, expected) => {
  expect(tagOf(tags)).toBe(expected);
});

test.each([
  ["no tags", []],
  ["newer releases alone", ["v1.3.0"]],
  ["prereleases alone", ["v1.2.0-rc.1"]],
  ["tags that name no version", ["nightly", "build-1.2"]],
])("finds none among %s", (_, tags) => {
  expect(tagOf(tags)).toBeNull();
});

test("finds none without git", () => {
  expect(latestReleaseTag(unrehearsed(fixtureCopy("schema-modified")))).toBeNull();
});
