import { expect, test } from "vitest";
import { familiesOf, globsFor } from "../../../src/propose/suggest/rows/row-globs.ts";

test.each([
  [[], []],
  [["docs/a.md"], ["docs/a.md"]],
  [["docs/[a].md"], []],
  [["docs/a.md", "docs/[b].md"], []],
  [
    ["docs/a.md", "docs/b.md"],
    ["docs/*.md", "docs/{a.md,b.md}", "docs/**/*.md", "docs/{a.md,b.md}"],
  ],
  [
    ["docs/a.md", "docs/b"],
    ["docs/*", "docs/{a.md,b}", "docs/{a.md,b}"],
  ],
  [
    ["a/x.json", "b/x.json"],
    ["*/x.json", "{a,b}/x.json", "{a/x.json,b/x.json}"],
  ],
  [
    ["p/a/x.json", "p/b/x.json"],
    ["p/*/x.json", "p/{a,b}/x.json", "p/**/x.json", "p/{a/x.json,b/x.json}"],
  ],
  [
    ["p/a/x.json", "p/b/y.json"],
    ["p/**/*.json", "p/{a/x.json,b/y.json}"],
  ],
  [
    ["p/x.json", "p/b/x.json"],
    ["p/**/x.json", "p/{x.json,b/x.json}"],
  ],
  [["p/a/x", "p/y"], ["p/{a/x,y}"]],
])("the globs for %j", (paths, globs) => expect(globsFor(paths)).toEqual(globs));

test("a glob that is too long to read is left out", () => {
  const paths = ["a", "b", "c", "d"].map((letter) => `p/${letter.repeat(30)}/${letter}.ts`);
  expect(globsFor(paths)).toEqual(["p/**/*.ts"]);
});

test("files are divided by what is most alike, and one family one by one", () => {
  expect(familiesOf(["p/a/x", "p/b/x", "q/a/x", "p/a/y"])).toEqual([
    ["p/a/x", "p/b/x"],
    ["q/a/x"],
    ["p/a/y"],
  ]);
  expect(familiesOf(["p/a/x", "p/b/x"])).toEqual([["p/a/x"], ["p/b/x"]]);
});
