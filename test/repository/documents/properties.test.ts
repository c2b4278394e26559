import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/repository/documents/document.ts";
import { parseJson } from "../../../src/repository/documents/parse-json.ts";
import { parseToml } from "../../../src/repository/documents/parse-toml.ts";
import { parseYaml } from "../../../src/repository/documents/parse-yaml.ts";

const parsers = [
  {
    name: "parseJson",
    parse: parseJson,
    samples: [
      '{"a": ["1.0.0", {"b": 2}], "c\\n": "x\\u0031", /* d */ "e": null,}',
      "[1, -2.5e3, true]",
      "\uFEFF{}",
    ],
    pieces: [
      '"',
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "\\",
      "//",
      "/*",
      "*/",
      "\n",
      "1",
      "null",
      "\uFEFF",
      "\u{1F680}",
    ],
  },
  {
    name: "parseToml",
    parse: parseToml,
    samples: [
      '[a.b]\nc = "1.0.0" # d\n[[e]]\nf = [1, {g = 2.5}, """x\n"""]\n',
      "a.'b'.c = 1979-05-27T07:32:00Z\r\nd = 07:32:00\n[constructor]\n",
    ],
    pieces: [
      '"',
      "'",
      "[",
      "]",
      "[[",
      "{",
      "}",
      "=",
      ".",
      ",",
      "#",
      "\\",
      "\n",
      "\r",
      "1",
      "-",
      ":",
      '"""',
      "__proto__",
    ],
  },
  {
    name: "parseYaml",
    parse: parseYaml,
    samples: [
      "a:\n  b: 1.0.0\n  'c': {d: [x, y]} # e\n  f:\n    - g\n    - h: i\n",
      '--- &a\n? b\n: |-\n  c\n\n  d\n...\n---\n- *a\n- !!str 1\n- "x\\n\n  y"\n',
    ],
    pieces: [
      ": ",
      "- ",
      "? ",
      "'",
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      "#",
      " #",
      "|",
      ">",
      "&a",
      "*a",
      "!",
      "\n",
      "  ",
      "\t",
      "---",
      "%",
      "\r",
      "\uFEFF",
    ],
  },
] as const;

/** A text that starts out valid and is broken in a few places. */
function mutated(samples: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat({ max: 100 }),
    remove: fc.nat({ max: 4 }),
    insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 3 })),
  });
  return fc.tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 6 })).map(([sample, changes]) =>
    changes.reduce((text, { at, remove, insert }) => {
      const start = Math.min(at, text.length);
      return text.slice(0, start) + insert + text.slice(start + remove);
    }, sample),
  );
}

function expectSound(text: string, document: Document): void {
  if (document.format === "text") {
    expect(document.scalars).toEqual([]);
    expect(document.note).toMatch(
      /^Does not parse as (?:JSON|TOML|YAML) at line [1-9]\d*, column [1-9]\d*: .+\.$/su,
    );
    // What a bug of ours would say.
    expect(document.note).not.toMatch(/undefined|is not a function|internal/iu);
    return;
  }
  expect(document.note).toBeNull();
  let last = 0;
  for (const { span, content, value } of document.scalars) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(content.start).toBeGreaterThanOrEqual(span.start);
    expect(content.end).toBeGreaterThanOrEqual(content.start);
    expect(content.end).toBeLessThanOrEqual(span.end);
    last = span.start;
    const raw = text.slice(content.start, content.end);
    const isBlock = /[|>]/u.test(text.charAt(span.start));
    // A string that is written on one line and without escapes is its own content.
    if (typeof value === "string" && !isBlock && !/[\\\r\n]|''/u.test(raw + value)) expect(raw).toBe(value);
  }
}

describe.each(parsers)("$name", ({ parse, samples, pieces }) => {
  it("never throws, and every span holds its value", () => {
    fc.assert(
      fc.property(mutated(samples, pieces), (text) => expectSound(text, parse(text))),
      { numRuns: 500 },
    );
  });

  it("never throws for what is made of the format's own pieces", () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((found) => found.join(""));
    fc.assert(
      fc.property(soup, (text) => expectSound(text, parse(text))),
      { numRuns: 500 },
    );
  });

  it("never throws for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => expectSound(text, parse(text))),
      { numRuns: 500 },
    );
  });
});

describe("parseJson and JSON.parse", () => {
  it("find the same values", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, "\t"), (value, indentation) => {
        const text = JSON.stringify(value, null, indentation);
        const document = parseJson(text);
        expect(document.note).toBeNull();
        for (const scalar of document.scalars) {
          expect(JSON.parse(text.slice(scalar.span.start, scalar.span.end))).toEqual(scalar.value);
          const found = scalar.path.reduce<unknown>(
            (outer, key) => Reflect.get(Object(outer), key),
            JSON.parse(text),
          );
          expect(found).toEqual(scalar.value);
        }
        expect(document.scalars).toHaveLength(leavesOf(value));
      }),
    );
  });
});

function leavesOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + leavesOf(item), 0);
}
