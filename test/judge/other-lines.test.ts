import { expect, test } from "vitest";
import { isMissed } from "../../src/judge/judge.ts";
import { historicalDocument } from "../../src/judge/purpose/historical-document.ts";
import { remarkOf } from "../../src/judge/purpose/remark.ts";
import { heldBy } from "../../src/judge/reported/meant-range.ts";
import { soFar } from "./judged.ts";

const lamp = { "packages/lamp/package.json": '{ "name": "@lumen/lamp", "version": "4.2.2" }\n' };

test("a range is held against what its package holds, and against current where that is no package of its own", () => {
  const { evidence } = soFar(lamp);
  const held = (name: string) => heldBy({ type: "npm", name }, evidence);
  expect(["@lumen/lamp", "@lumen/core", "elsewhere"].map(held)).toEqual(["4.2.2", "2.4.0", "2.4.0"]);
  expect(heldBy(null, evidence)).toBe("2.4.0");
});

test.each([
  "docs/DECISIONS.md",
  "docs/PROJECT_PLAN.md",
  "docs/open-questions.md",
  "proposals.md",
])("%s records what was planned and decided", (path) => {
  expect(historicalDocument(path)).toBe("a record of past releases");
});

test.each(["docs/planets.md", "docs/questioning.md", "src/plan.ts"])("%s does not", (path) => {
  expect(historicalDocument(path)).toBeNull();
});

test("what was the first stays the first, and what is like another illustrates", () => {
  expect(remarkOf({ before: "manifests use the first Lumen 3 prerelease version, `", after: "`;" })).toBe(
    "the words before it call it the first",
  );
  expect(remarkOf({ before: "# against a real one like LUMEN_VERSION=", after: "." })).toBe(
    "the words before it speak of a past version",
  );
});

test("a requirement of Dart that an override of its file replaces asks for nothing", () => {
  const pubspec = (more: string) => `name: bench\ndependencies:\n  fern: ^1.0.0\n${more}`;
  const reasons = (more: string) => {
    const { occurrences } = soFar(
      { "fern/pubspec.yaml": "name: fern\nversion: 2.4.0\n", "bench/pubspec.yaml": pubspec(more) },
      { bumped: ["package.json", "packages/core/package.json", "fern/pubspec.yaml"] },
    );
    return occurrences
      .filter(({ path, verdict }) => path === "bench/pubspec.yaml" && isMissed(verdict))
      .map(({ unreported }) => unreported);
  };
  expect(reasons("")).toEqual([null]);
  expect(reasons("dependency_overrides:\n  fern:\n    path: ../fern\n")).toEqual([
    "an override beside it says which one is meant",
  ]);
});
