import fc from "fast-check";
import { expect, test } from "vitest";
import { differingPieces, linesOf } from "../../src/release/edits/differing-pieces.ts";
import type { Edit } from "../../src/release/edits/edit.ts";
import { editsAround } from "../../src/release/edits/edits-around.ts";
import { origin } from "../release/rehearsal-of.ts";
import { soFar } from "./judged.ts";

/** The pieces as `old lines -> new lines`; every letter is a line. */
function pieces(old: string, now: string): string[] {
  return differingPieces([...old], [...now]).map(
    ({ oldFrom, oldTo, newFrom, newTo }) => `${old.slice(oldFrom, oldTo)} -> ${now.slice(newFrom, newTo)}`,
  );
}

test.each([
  ["abc", "abc", []],
  ["", "abc", [" -> abc"]],
  ["abc", "", ["abc -> "]],
  ["abc", "xyz", ["abc -> xyz"]],
  ["abc", "axc", ["b -> x"]],
  ["abcde", "xbcdy", ["a -> x", "e -> y"]],
  ["abcdef", "abXcdeYf", [" -> X", " -> Y"]],
  ["abcd", "ad", ["bc -> "]],
  ["aaa", "aaaa", [" -> a"]],
  ["abab", "ab", ["ab -> "]],
  ["1a2a3", "1b2b3", ["a -> b", "a -> b"]],
])("%s becomes %s by %j", (old, now, expected) => expect(pieces(old, now)).toEqual(expected));

test("of lines that have changed places, as many as possible stay", () => {
  expect(pieces("abcdef", "cdefab")).toEqual(["ab -> ", " -> ab"]);
  expect(pieces("abcdefg", "gabcdef")).toEqual([" -> g", "g -> "]);
  expect(pieces("123456789", "912345678")).toEqual([" -> 9", "9 -> "]);
  const kept = (old: string, now: string) =>
    old.length -
    differingPieces([...old], [...now]).reduce((sum, { oldFrom, oldTo }) => sum + oldTo - oldFrom, 0);
  expect(kept("abcdefgh", "bdacehfg")).toBe(5);
});

test("what lies between unique lines is compared once more", () => {
  expect(pieces("x1y x2y", "x1z x3y")).toEqual(["y -> z", "2 -> 3"]);
});

test("the pieces lie apart, in order, without equal ends, and everything else is equal", () => {
  const line = fc.constantFrom(..."abcdefghij");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.array(line, { maxLength: 25 }), (old, now) => {
      let [oldAt, newAt] = [0, 0];
      for (const { oldFrom, oldTo, newFrom, newTo } of differingPieces(old, now)) {
        expect(now.slice(newAt, newFrom)).toEqual(old.slice(oldAt, oldFrom));
        expect(oldTo - oldFrom + newTo - newFrom).toBeGreaterThan(0);
        if (oldFrom < oldTo && newFrom < newTo) {
          expect(old[oldFrom]).not.toBe(now[newFrom]);
          expect(old[oldTo - 1]).not.toBe(now[newTo - 1]);
        }
        [oldAt, newAt] = [oldTo, newTo];
      }
      expect(now.slice(newAt)).toEqual(old.slice(oldAt));
    }),
  );
});

test("lines keep their breaks, and only the last may have none", () => {
  expect(linesOf("")).toEqual([]);
  expect(linesOf("a\nb")).toEqual(["a\n", "b"]);
  expect(linesOf("\n\r\n")).toEqual(["\n", "\r\n"]);
});

test("the edits around a place are found among many, one of each release", () => {
  const [place] = soFar({}).occurrences;
  if (place === undefined) throw new RangeError("no occurrence");
  const edit = (start: number, end: number, release: string, path = place.path): Edit => ({
    ...{ path, span: { start, end }, before: "", after: "", origin, release, target: null },
  });
  const cut = [
    edit(0, 2, "cut"),
    edit(2, 5, "cut"),
    edit(7, 12, "cut"),
    edit(12, 12, "cut"),
    edit(20, 30, "cut"),
  ];
  const sync = [edit(0, 40, "sync"), edit(7, 12, "sync", "z.txt")];
  const around = editsAround([...cut, ...sync]);
  const at = (start: number, end: number, path = place.path) =>
    around({ ...place, path, span: { start, end } }).map(
      ({ release, span }) => `${release} ${span.start}-${span.end}`,
    );
  expect(at(0, 2)).toEqual(["cut 0-2", "sync 0-40"]);
  expect(at(3, 5)).toEqual(["cut 2-5", "sync 0-40"]);
  expect(at(3, 6)).toEqual(["sync 0-40"]);
  expect(at(5, 6)).toEqual(["sync 0-40"]);
  expect(at(7, 12)).toEqual(["cut 7-12", "sync 0-40"]);
  expect(at(25, 30)).toEqual(["cut 20-30", "sync 0-40"]);
  expect(at(30, 41)).toEqual([]);
  expect(at(8, 9, "z.txt")).toEqual(["sync 7-12"]);
  expect(at(0, 1, "none.txt")).toEqual([]);
});
