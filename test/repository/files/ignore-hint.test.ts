import fc from "fast-check";
import ignore from "ignore";
import { expect, test } from "vitest";
import { ignoreHint } from "../../../src/repository/files/ignore-hint.ts";

test("a path that the hint does not find is one that the patterns say nothing about", () => {
  const pattern = fc.string({ unit: fc.constantFrom(..."aab.-*?/[]!\\ #^$"), maxLength: 8 });
  const path = fc.stringMatching(/^[ab.-]{1,3}(\/[ab.-]{1,3}){0,3}$/).filter(ignore.isPathValid);
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 4 }), path, (patterns, relative) => {
      const text = patterns.join("\n");
      const { ignored, unignored } = ignore({ ignorecase: false }).add(text).test(relative);
      if (ignored || unignored) expect(relative).toMatch(ignoreHint(text));
    }),
    { numRuns: 5000 },
  );
});

test("a plain list of patterns leaves most paths alone", () => {
  const hint = ignoreHint("# made\n/dist/\n*.log\n!keep.log\nnode_modules\n");
  expect(hint.test("src/audit.ts")).toBe(false);
  expect(hint.test("src/a.log")).toBe(true);
  expect(hint.test("dist")).toBe(true);
});
