import { expect, test } from "vitest";
import { notMonotonic } from "../../src/rules/not-monotonic.ts";
import { fixtureCopy, release, told, unrehearsed } from "./fixture-copy.ts";

function found(target: string, ...tags: string[]): string[] {
  const root = fixtureCopy("not-monotonic");
  release(root, ...tags);
  return told(notMonotonic, unrehearsed(root, { target }));
}

test("a target below a release of its line goes back", () => {
  expect(found("1.2.1", "v1.2.0", "v1.2.2", "v1.2.3")).toEqual([
    "error package.json:3 the target 1.2.1 is below 1.2.3, which is already released",
  ]);
  expect(found("1.2.2-rc.1", "v1.2.2")).toHaveLength(1);
});

test("a target above its line may be below another line", () => {
  expect(found("1.2.4", "v1.2.3", "v1.3.0", "v2.0.0")).toEqual([]);
});

test("a target that is itself tagged is left to already-released", () => {
  expect(found("1.2.2", "v1.2.2", "v1.2.3")).toEqual([]);
});
