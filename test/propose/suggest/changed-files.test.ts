import fc from "fast-check";
import { expect, test } from "vitest";
import { changedFiles, movedSpan } from "../../../src/propose/suggest/changed-files.ts";
import type { Replacement } from "../../../src/propose/suggest/repair.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

const text = "abcdefghijklmnopqrstuvwxyz";

/** Replacements that do not overlap, in any order: cuts of the text in pairs. */
const replacements = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }),
    fc.array(fc.string(), { minLength: 4 }),
  )
  .map(([cuts, texts]) => {
    const sorted = cuts.sort((a, b) => a - b);
    return sorted.flatMap((start, index): Replacement[] => {
      const end = sorted[index + 1];
      if (index % 2 === 1 || end === undefined) return [];
      return [{ path: "a.txt", span: { start, end }, text: texts[index / 2] ?? "" }];
    });
  });

test("a span that no replacement touches holds the same text afterwards", () => {
  const repository = temporaryRepository({ "a.txt": text });
  fc.assert(
    fc.property(replacements, fc.nat(text.length), fc.nat(text.length), (made, a, b) => {
      const span = { start: Math.min(a, b), end: Math.max(a, b) };
      const isTouched = made.some((each) => each.span.start < span.end && span.start < each.span.end);
      fc.pre(!isTouched && span.start < span.end);
      const [change] = changedFiles(made, repository);
      const after = String(change?.after ?? text);
      const moved = movedSpan(span, made);
      expect(after.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end));
    }),
  );
});

test("a span within a replaced one becomes what replaces it", () => {
  const replacement = { path: "a.txt", span: { start: 2, end: 5 }, text: "*" };
  expect(movedSpan({ start: 3, end: 5 }, [replacement])).toEqual({ start: 2, end: 3 });
});

test("insertions at one offset are made in their order, and a repeated one once", () => {
  const repository = temporaryRepository({ "a.txt": "[]" });
  const insert = (more: string) => ({ path: "a.txt", span: { start: 1, end: 1 }, text: more });
  const [change] = changedFiles([insert("b"), insert("a"), insert("b")], repository);
  expect(change).toEqual({ path: "a.txt", before: "[]", after: "[ba]" });
});
