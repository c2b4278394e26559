import { expect, test } from "vitest";
import { notMonotonic } from "../../src/rules/not-monotonic.ts";
import { fixtureCopy, release, told, unrehearsed } from "./fixture-copy.ts";

function found(target: string, ...tags: string[]): string[] {
  const root = fixtureCopy("not-monotonic");
  release(root, ...tags);
  return told(notMonotonic, unrehearsed(root, { target }));
}

test("a target below a release of its line goes back", () => {
  expect(found("1.2.1", "v1.2.0", "v1.2.3")).toEqual([
    "error package.json:3 the target 1.2.1 is below 1.2.3, which is already released",
  ]);
  expect(found("1.2.2-rc.1", "v1.2.2")).toHaveLength(1);
});

test("a target above its line may be below another line", () => {
  expect(found("1.2.4", "v1.2.3", "v1.3.0", "v2.0.0", "v2.2.9")).toEqual([]);
});

test("a target may be written as Python does", () => {
  expect(found("1.2.4rc1", "v1.2.3")).toEqual([]);
  expect(found("1.2.3rc1", "v1.2.3")).toEqual([
    "error package.json:3 the target 1.2.3rc1 is below 1.2.3, which is already released",
  ]);
});

test("names every release above the target by its number, lowest first", () => {
  const root = fixtureCopy("not-monotonic");
  release(root, "v1.2.10", "v1.2.9", "v1.2.11", "v1.2.7");
  const [finding] = notMonotonic.check(unrehearsed(root, { target: "1.2.8" }));
  expect(finding?.why).toBe("these releases of the line are above the target: 1.2.9, 1.2.10, 1.2.11");
});

test("a target that is itself tagged is left to already-released", () => {
  expect(found("1.2.2", "v1.2.2", "v1.2.3")).toEqual([]);
});
