import { expect, test } from "vitest";
import { alreadyReleased } from "../../src/rules/already-released.ts";
import { notMonotonic } from "../../src/rules/not-monotonic.ts";
import { tagAhead } from "../../src/rules/tag-ahead.ts";
import { fixtureCopy, release, told, unrehearsed } from "./fixture-copy.ts";

/** What the rule finds in its fixture, whose tree says 1.2.0, when the repository has these tags. */
function found(...tags: string[]): string[] {
  const root = fixtureCopy("tag-ahead");
  release(root, ...tags);
  return told(tagAhead, unrehearsed(root));
}

test.each([["v1.3.0"], ["1.3.0"], ["pebble@1.3.0"]])("the tag %s is ahead of the tree", (tag) => {
  expect(found(tag)).toEqual(["warning package.json:3 the tree says 1.2.0, but the tags reach 1.3.0"]);
});

test("a tag at current, an older one and a name with a number are not ahead", () => {
  expect(found("v1.2.0", "v1.1.9", "pr-5427", "build-2.0.0")).toEqual([]);
});

test("prereleases alone are only noted", () => {
  expect(found("v1.3.0-rc.1")).toEqual([
    "note package.json:3 the tree says 1.2.0, but the tags reach 1.3.0-rc.1",
  ]);
});

test("patches that were released from a branch of their own are not ahead of what comes next", () => {
  const root = fixtureCopy("tag-ahead");
  release(root, "v1.2.0", "v1.2.1");
  const audit = unrehearsed(root);
  const coming = (target: string) => ({ ...audit, release: { ...audit.release, target } });
  expect(tagAhead.check(coming("1.3.0"))).toEqual([]);
  expect(tagAhead.check(coming("1.2.1"))).toHaveLength(1);
});

test("a preview of another branch is no contradiction where no file holds the version", () => {
  const root = fixtureCopy("tag-ahead");
  release(root, "v1.2.0", "v1.3.0-rc.1");
  const audit = unrehearsed(root);
  const config = { ...audit.config, file: null };
  const untold = { ...audit, config, occurrences: [], release: { ...audit.release, entry: "" } };
  expect(tagAhead.check(untold)).toEqual([]);
});

test("a next version that nobody chose and that is taken is one finding, not three", () => {
  const root = fixtureCopy("tag-ahead");
  release(root, "v1.2.0", "v1.2.1");
  const audit = unrehearsed(root);
  expect(tagAhead.check(audit)[0]?.why).toBe(
    "one release tag is above current, and the next version 1.2.1 is already released",
  );
  expect([notMonotonic, alreadyReleased].flatMap((rule) => told(rule, audit))).toEqual([]);
});

test("without git nothing is said of tags", () => {
  const audit = unrehearsed(fixtureCopy("tag-ahead"), { target: "1.1.0" });
  expect(audit.repository.git).toBeNull();
  expect([tagAhead, notMonotonic, alreadyReleased].flatMap((rule) => told(rule, audit))).toEqual([]);
});
