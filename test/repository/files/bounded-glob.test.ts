import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { boundedGlob, plainlyMatches } from "../../../src/repository/files/bounded-glob.ts";
import { processorTime } from "../../measure/processor-time.ts";

const name = fc.stringMatching(/^\.?[ab]{1,5}$/);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
const last = fc.stringMatching(/^\.?[ab?*]{1,5}$/).filter((each) => !each.includes("**"));
const segment = fc.oneof(fc.constant("**"), last);
/** Whether a globstar at the end means the folder itself, the library says one way for some names and another for others. */
const glob = fc
  .tuple(fc.array(segment, { maxLength: 3 }), last)
  .map(([segments, end]) => [...segments, end].join("/"));
const options = fc.record({ dot: fc.boolean() });

test("globs of stars, question marks and text match as they do in the library", () => {
  fc.assert(
    fc.property(glob, path, options, (pattern, file, how) => {
      expect(plainlyMatches(pattern, file, how), `${pattern} ${file}`).toBe(picomatch(pattern, how)(file));
    }),
    { numRuns: 3000 },
  );
});

describe("a glob that would take for ever", () => {
  const long = "a".repeat(250);

  test.each<[string, string, boolean]>([
    ["*a*a*a*a*a*a*a*b", long, false],
    ["*a*a*a*a*a*a*a*b", `${long}b`, true],
    ["packages/*-*-*-*/package.json", `packages/${"a-".repeat(120)}/package.json`, true],
    [`${"**/a/".repeat(20)}b`, `${"a/".repeat(400)}c`, false],
    [`${"**/a/".repeat(20)}b`, `${"a/".repeat(400)}b`, true],
    ["+(a|aa)b", long, false],
    ["*".repeat(70_000), "a", false],
    [`{${"a,".repeat(3000)}b}`, "b", false],
  ])("%.30s", (pattern, file, matches) => {
    const milliseconds = processorTime(() => {
      expect(boundedGlob(pattern, { dot: true })(file)).toBe(matches);
    });
    expect(milliseconds).toBeLessThan(1000);
  });
});

const text = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
const shellGlob = fc.stringMatching(/^[ab/?*]{0,6}[ab]$/).filter((each) => !/\*\*|\/\/|^\//.test(each));

test("globs for texts whose stars stand for slashes match as they do in the library", () => {
  const how = { bash: true, dot: true };
  fc.assert(
    fc.property(shellGlob, text, (pattern, each) => {
      const expected = picomatch(pattern, how)(each);
      expect(boundedGlob(pattern, how)(each), `${pattern} ${each}`).toBe(expected);
      if (!pattern.includes("?"))
        expect(plainlyMatches(pattern, each, how), `${pattern} ${each}`).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["*a*a*a*a*a*a*a*b", false],
  ["image:*a*a*a*a*a*a*a*a", true],
])("such a glob does not take for ever either: %s", (pattern, matches) => {
  const milliseconds = processorTime(() => {
    expect(boundedGlob(pattern, { bash: true, dot: true })(`image:${"a/a".repeat(90)}`)).toBe(matches);
  });
  expect(milliseconds).toBeLessThan(1000);
});

test("an empty glob names nothing", () => {
  expect(boundedGlob("")("a")).toBe(false);
});

test.each([
  ["{packages,apps}/*", "apps/desk"],
  ["!(test)/*", "apps/desk"],
  ["**/*.test.{ts,js}", "src/a/b.test.ts"],
  ["@(a|b)*c*", "axcx"],
  ["*.min.*", `${"x".repeat(40)}.min.js`],
  ["[ab]*[cd]*", "axcx"],
])("what else there is works as ever: %s", (pattern, file) => expect(boundedGlob(pattern)(file)).toBe(true));
