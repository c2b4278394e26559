import fc from "fast-check";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { pathMatcher, pathsNamed } from "../../../src/repository/files/path-pattern.ts";

const names = fc.constantFrom("a", "b", ".a", "a.json", "b.json", "a-b", "package.json");
const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const pieces = fc.constantFrom(
  "a",
  "b",
  ".a",
  "*",
  "**",
  "*.json",
  "a*",
  "{a,b}",
  "!(a)",
  "@(a|b)",
  "[ab]",
  "?",
  "package.json",
);
const globs = fc
  .tuple(fc.constantFrom("", "", "", "./", "!"), fc.array(pieces, { minLength: 1, maxLength: 4 }))
  .map(([prefix, parts]) => prefix + parts.join("/"));

test("a glob means what picomatch says it means, however it is looked at first", () => {
  fc.assert(
    fc.property(globs, paths, (glob, path) => {
      const isMeant = picomatch(glob, { dot: true })(path);
      expect(pathMatcher([glob])(path)).toBe(isMeant);
      const named = pathsNamed(glob, { paths: [path], has: (other) => other === path });
      if (picomatch.scan(glob).isGlob) expect(named).toEqual(isMeant ? [path] : []);
    }),
    { numRuns: 5000 },
  );
});

test("a folder before `**` and a name after it may touch", () => {
  const matches = pathMatcher(["docs/**/readme.md", "**/a.json"]);
  expect(["docs/readme.md", "docs/x/readme.md", "a.json", "x/a.json"].filter(matches)).toHaveLength(4);
  expect(["docsreadme.md", "xdocs/readme.md", "ba.json"].filter(matches)).toEqual([]);
});

test("the files that a glob names, and a path without wildcards names itself", () => {
  const listed = ["a/[x].ts", "a/b.ts", "c.ts"];
  const repository = { paths: listed, has: (path: string) => listed.includes(path) };
  expect(pathsNamed("a/*.ts", repository)).toEqual(["a/[x].ts", "a/b.ts"]);
  expect(pathsNamed("c.ts", repository)).toEqual(["c.ts"]);
  expect(pathsNamed("d.ts", repository)).toEqual([]);
});
