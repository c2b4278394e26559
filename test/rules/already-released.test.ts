import { expect, test } from "vitest";
import { alreadyReleased } from "../../src/rules/already-released.ts";
import { fixtureCopy, release, told, unrehearsed } from "./fixture-copy.ts";

function found(target: string, ...tags: string[]): string[] {
  const root = fixtureCopy("already-released");
  release(root, ...tags);
  return told(alreadyReleased, unrehearsed(root, { target }));
}

test("a target that is tagged is already released", () => {
  expect(found("1.2.1", "v1.2.0", "v1.2.1")).toEqual(["error package.json:3 1.2.1 is already released"]);
});

test("a target that no tag names is not", () => {
  expect(found("1.2.1", "v1.2.0", "v1.2.1-rc.1", "v1.2.10")).toEqual([]);
});
