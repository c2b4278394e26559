import { expect, test } from "vitest";
import { parseDocument } from "../../../src/repository/documents/parse-document.ts";
import { written } from "./written.ts";

function values(text: string): string[] {
  return written(text, parseDocument("a.yaml", text)).map(
    ([path, value, content]) => `${path} = ${JSON.stringify(value)} (${content})`,
  );
}

test("keys that are no plain text are their own text", () => {
  expect(values('? [a, b]\n: "1.2.3"\n? {c: d}\n: 2\n"e f": 3\n? |\n  g\n: 4\n')).toMatchInlineSnapshot(`
    [
      "[a, b] = "1.2.3" (1.2.3)",
      "{c: d} = 2 (2)",
      "e f = 3 (3)",
      "g
     = 4 (4)",
    ]
  `);
});

test("anchors, aliases, tags and values that JSON does not have", () => {
  expect(
    values(
      "a: &x 1.2.3\nb: *x\n*x : 4\nc: !!str 5\nd: 2001-12-14\ne: .inf\nf: 0o14\ng: !mine 6\nh: 12345678901234567890\n",
    ),
  ).toMatchInlineSnapshot(`
    [
      "a = "1.2.3" (1.2.3)",
      "*x = 4 (4)",
      "c = "5" (5)",
      "d = "2001-12-14" (2001-12-14)",
      "e = null (.inf)",
      "f = 12 (0o14)",
      "g = "6" (6)",
      "h = 12345678901234567000 (12345678901234567890)",
    ]
  `);
});

test("several documents are told apart by their place, empty ones do not count", () => {
  expect(values("a: 1\n---\n- 2\n- [3, {b: 4}]\n---\n---\n5\n")).toMatchInlineSnapshot(`
    [
      "0.a = 1 (1)",
      "1.0 = 2 (2)",
      "1.1.0 = 3 (3)",
      "1.1.1.b = 4 (4)",
      "3 = 5 (5)",
    ]
  `);
  expect(values("---\na: 1\n...\n---\n")).toEqual(["a = 1 (1)"]);
});

test("block scalars are their lines", () => {
  expect(
    values("a: |\n  1.2.3\n  x\nb: >-\n  4.5.6\nc: |2\n    7\nd: ''\ne: \"\"\nf:\n"),
  ).toMatchInlineSnapshot(`
    [
      "a = "1.2.3\\nx\\n" (  1.2.3
      x
    )",
      "b = "4.5.6" (  4.5.6
    )",
      "c = "  7\\n" (    7
    )",
      "d = "" ()",
      "e = "" ()",
      "f = null ()",
    ]
  `);
});

test("parts of a regular document that only the full grammar reads keep their place", () => {
  const text = "a:\n  b: 1\n  c: {d: 2, e: [3, 4]}\n  f: >\n    5\n    6\ng:\n  - h: 7\n  - *x\ni: 8\n";
  expect(values(text)).toMatchInlineSnapshot(`
    [
      "a.b = 1 (1)",
      "a.c.d = 2 (2)",
      "a.c.e.0 = 3 (3)",
      "a.c.e.1 = 4 (4)",
      "a.f = "5 6\\n" (    5
        6
    )",
      "g.0.h = 7 (7)",
      "i = 8 (8)",
    ]
  `);
  expect(values("a: 1\nb:\n  'it''s': \"\\u0031\"\n  ? c\n  : 2\nd: 3\n")).toMatchInlineSnapshot(`
    [
      "a = 1 (1)",
      "b.it's = "1" (\\u0031)",
      "b.c = 2 (2)",
      "d = 3 (3)",
    ]
  `);
});
