import { expect, test } from "vitest";
import { soFar, verdicts } from "./judged.ts";

test("the manifest in which a version stands decides whose it is", () => {
  const files = {
    "packages/web/package.json": '{ "name": "@lumen/web", "version": "2.4.0" }\n',
    "packages/bench/package.json": '{ "name": "@lumen/bench", "private": true, "version": "2.4.0" }\n',
    "packages/late/package.json": '{ "name": "@lumen/late", "version": "2.3.0" }\n',
    "packages/other/package.json": '{ "name": "@lumen/other", "version": "2.2.0" }\n',
    "packages/fast/package.json": '{ "name": "@lumen/fast", "version": "2.5.0" }\n',
    "packages/draft/package.json": '{ "name": "@lumen/draft", "version": "0.0.0" }\n',
    "packages/next/package.json": '{ "name": "@lumen/next", "version": "0.0.0-next.4" }\n',
    "packages/zero/package.json": '{ "name": "@lumen/zero", "version": "0.0.01" }\n',
    "vendor/loupe/package.json": '{ "name": "loupe", "version": "2.4.0" }\n',
    "plugins/deno.json": '{ "name": "@lumen/deno", "version": "2.4.0" }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "packages/bench/package.json:1 2.4.0 likely stale: @lumen/bench is private but holds current, and nothing writes it",
      "packages/draft/package.json:1 0.0.0 independent: 0.0.0 is a preview or a placeholder, never a release",
      "packages/fast/package.json:1 2.5.0 independent: @lumen/fast has a version line of its own",
      "packages/late/package.json:1 2.3.0 likely behind: @lumen/late held a former release of the train; it holds 2.3.0 while the train holds 2.4.0",
      "packages/next/package.json:1 0.0.0-next.4 independent: 0.0.0-next.4 is a preview or a placeholder, never a release",
      "packages/other/package.json:1 2.2.0 independent: @lumen/other has a version line of its own",
      "packages/web/package.json:1 2.4.0 stale: @lumen/web is a public package of this repository and holds current, and nothing writes it",
      "packages/zero/package.json:1 0.0.01 independent: @lumen/zero has a version line of its own",
      "plugins/deno.json:1 2.4.0 stale: this manifest holds current, and nothing writes it",
      "vendor/loupe/package.json:1 2.4.0 independent: loupe has a version line of its own",
    ]
  `);
});

test("a second manifest of a name that the release writes is of the train", () => {
  const files = {
    "sdk/core/package.json": '{ "name": "@lumen/core", "version": "1.9.0" }\n',
    "sdk/desk/package.json": '{ "name": "@lumen/desk", "version": "1.9.0" }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "sdk/core/package.json:1 1.9.0 behind: packages/core/package.json has the same name and is written by the release; it holds 1.9.0 while the train holds 2.4.0",
      "sdk/desk/package.json:1 1.9.0 independent: @lumen/desk has a version line of its own",
    ]
  `);
});

test("a package that holds a former release was left behind, unless so many hold it that it is a placeholder", () => {
  const holders = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `packages/p${index}/package.json`,
        `{ "name": "@lumen/p${index}", "version": "2.3.0" }\n`,
      ]),
    );
  expect(verdicts(holders(9)).every((line) => line.includes(" likely behind: "))).toBe(true);
  expect(verdicts(holders(10)).every((line) => line.includes(" independent: "))).toBe(true);
});

test("what package managers write into a new private manifest is no former release", () => {
  const files = {
    "packages/new/package.json": '{ "name": "@lumen/new", "private": true, "version": "1.0.0" }\n',
    "packages/old/package.json": '{ "name": "@lumen/old", "private": true, "version": "1.1.0" }\n',
    "packages/pub/package.json": '{ "name": "@lumen/pub", "version": "1.0.0" }\n',
  };
  expect(verdicts(files, { tags: ["v1.0.0", "v1.1.0"] })).toMatchInlineSnapshot(`
    [
      "packages/new/package.json:1 1.0.0 independent: @lumen/new, a private package, has a version line of its own",
      "packages/old/package.json:1 1.1.0 likely behind: @lumen/old held a former release of the train; it holds 1.1.0 while the train holds 2.4.0",
      "packages/pub/package.json:1 1.0.0 likely behind: @lumen/pub held a former release of the train; it holds 1.0.0 while the train holds 2.4.0",
    ]
  `);
});

test("without release tags a former release is one of the same major", () => {
  const files = {
    "packages/late/package.json": '{ "name": "@lumen/late", "version": "2.1.7" }\n',
    "packages/older/package.json": '{ "name": "@lumen/older", "version": "1.9.9" }\n',
    "packages/newer/package.json": '{ "name": "@lumen/newer", "version": "2.4.1" }\n',
  };
  expect(verdicts(files, { tags: [] })).toMatchInlineSnapshot(`
    [
      "packages/late/package.json:1 2.1.7 likely behind: @lumen/late held a former release of the train; it holds 2.1.7 while the train holds 2.4.0",
      "packages/newer/package.json:1 2.4.1 independent: @lumen/newer has a version line of its own",
      "packages/older/package.json:1 1.9.9 independent: @lumen/older has a version line of its own",
    ]
  `);
  expect(verdicts(files, { tags: ["nightly", "v1.9.9"] })).toMatchInlineSnapshot(`
    [
      "packages/late/package.json:1 2.1.7 independent: @lumen/late has a version line of its own",
      "packages/newer/package.json:1 2.4.1 independent: @lumen/newer has a version line of its own",
      "packages/older/package.json:1 1.9.9 likely behind: @lumen/older held a former release of the train; it holds 1.9.9 while the train holds 2.4.0",
    ]
  `);
});

test("current is what most of the manifests hold that the release writes, not what most manifests hold", () => {
  const other = (name: string) => `{ "name": "@lumen/${name}", "version": "3.0.0" }\n`;
  const files = {
    "packages/a/package.json": other("a"),
    "packages/b/package.json": other("b"),
    "packages/c/package.json": other("c"),
  };
  const { train } = soFar(files).evidence;
  expect(train.current).toBe("2.4.0");
  expect([...train.npm]).toEqual(["lumen", "@lumen/core"]);
  expect([...train.manifests]).toEqual(["package.json", "packages/core/package.json"]);
  expect(soFar(files, { bumped: [] }).evidence.train.current).toBe("3.0.0");
});

test("a public package that holds current is of the train though the release forgets it; a vendored one is not", () => {
  const files = {
    "packages/web/package.json": '{ "name": "@lumen/web", "version": "2.4.0" }\n',
    "vendor/loupe/package.json": '{ "name": "loupe", "version": "2.4.0" }\n',
  };
  expect([...soFar(files).evidence.train.npm].sort()).toEqual(["@lumen/core", "@lumen/web", "lumen"]);
});

test("a field that holds a tag of two numbers is that release, unless the tag stands for all that begin with it", () => {
  const recipe = { "conanfile.py": 'class Lumen(ConanFile):\n    name = "lumen"\n    version = "2.3"\n' };
  const verdictAt = (tags: readonly string[]) => verdicts(recipe, { tags })[0]?.split(": ")[0];
  expect(verdictAt(["v2.2", "v2.3"])).toBe("conanfile.py:3 2.3 likely behind");
  expect(verdictAt(["v2.3", "v2.3.0"])).toBe("conanfile.py:3 2.3 independent");
  expect(verdictAt(["v2.2"])).toBe("conanfile.py:3 2.3 independent");
});
