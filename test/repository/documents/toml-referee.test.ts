import fc from "fast-check";
import { type AST, parseTOML } from "toml-eslint-parser";
import { describe, expect, it } from "vitest";
import type { KeyPath } from "../../../src/repository/documents/document.ts";
import { parseToml } from "../../../src/repository/documents/parse-toml.ts";

interface Located {
  readonly path: KeyPath;
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** What an independent parser says; an error is thrown on. */
function refereed(text: string): Located[] {
  const [table] = parseTOML(text, { tomlVersion: "1.0" }).body;
  return table.body.flatMap((entry) =>
    entry.type === "TOMLTable"
      ? entry.body.flatMap((pair) => fromPair(pair, entry.resolvedKey))
      : fromPair(entry, []),
  );
}

function fromPair({ key, value }: AST.TOMLKeyValue, outer: KeyPath): Located[] {
  return fromContent(value, [
    ...outer,
    ...key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value)),
  ]);
}

function fromContent(node: AST.TOMLContentNode, path: KeyPath): Located[] {
  if (node.type === "TOMLArray")
    return node.elements.flatMap((item, index) => fromContent(item, [...path, index]));
  if (node.type === "TOMLInlineTable") return node.body.flatMap((pair) => fromPair(pair, path));
  const [start, end] = node.range;
  return [{ path, value: comparable(node), start, end }];
}

/** The value of a date is its text with us, and an object with the referee. */
function comparable(node: AST.TOMLValue): unknown {
  return node.value instanceof Date ? "date" : node.value;
}

function ours(text: string): Located[] {
  const document = parseToml(text);
  expect(document.note).toBeNull();
  return document.scalars.map(({ path, value, span: { start, end } }) => {
    const isDate = typeof value === "string" && !/^["']/.test(text.slice(start, end));
    return { path, value: isDate ? "date" : value, start, end };
  });
}

const fixture = `# A manifest with everything.
title = "A \\"quoted\\" \\u0041"
'literal key' . "quoted key" = 'C:\\path'

[owner]
dob = 1979-05-27T07:32:00-08:00
local = 1979-05-27T00:32:00.999999
day = 1979-05-27   # trailing
hour = 07:32:00

[database]
ports = [ 8000,
  8001, # a comment
  [ 8002, { a.b = 1, c = [ {} ] } ],
]
temp = { cpu = 79.5, "case" = 72.0 , inner = { deep = true } }
big = 9_007_199_254
hex = 0xDEAD_beef
oct = 0o755
bin = 0b1101
inf = -inf
exp = 6.626e-34

[servers.alpha]
text = """
first \\
    second "" third
"""
raw = '''
it's'''

[[products]]
sku = 1
[[products.parts]]
name = "a"
[[products.parts]]
name = "b"
[products.meta]
x = 1
[[products]]
sku = 2
[[products.parts]]
name = "c"
`;

/** Without a lone 0, of which the referee loses the end at the end of a text. */
const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("1.2.3", "^1", "", "é \u{1F680}", "a#b", "x]y}").map((text) => `"${text}"`),
    fc.constantFrom("'1.0'", "''", '"\\t\\u0031\\\\"', '"""\n a"b\\\n   c"""', "'''x''y'''", '""""q""""'),
    fc.constantFrom("7", "-1", "+1_000", "0xff", "1.5", "-2e10", "true", "false", "inf", "6.0E-3"),
    fc.constantFrom("1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5", "07:32:00", "07:32:00.25"),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(" , ")}]`),
    fc
      .array(tie("value"), { maxLength: 3 })
      .map((items) => `[\n${items.map((item) => `  ${item},# c\n`).join("")}]`),
    fc
      .array(tie("value"), { maxLength: 3 })
      .map((items) => `{ ${items.map((item, n) => `k${n}.x = ${item}`).join(",")} }`),
  ),
})).value;

const keyStyle = fc.constantFrom(
  (n: number) => `k${n}`,
  (n: number) => `"k ${n}"`,
  (n: number) => `'k.${n}'`,
  (n: number) => `${n}-k`,
  (n: number) => `d${n}.constructor."e"`,
);
const pairs = fc.array(fc.tuple(keyStyle, value, fc.constantFrom("", " # c", "  ", "\t")), { maxLength: 4 });
const header = fc.constantFrom(
  (n: number) => `[t${n}]`,
  (n: number) => `[ t${n} . "u" ]`,
  (n: number) => `[valueOf${n}.__proto__]`,
  () => "[[list]]",
  (n: number) => `[[deep.t${n}.list]]`,
);

/** Valid documents: every key and table has a number of its own. */
const documents = fc
  .tuple(
    pairs,
    fc.array(fc.tuple(header, pairs), { maxLength: 4 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([first, tables, lineBreak, isEnded]) => {
    const lines = (all: typeof first) => all.map(([key, text, after], n) => `${key(n)} = ${text}${after}`);
    const text = [...lines(first), ...tables.flatMap(([head, all], n) => [head(n), ...lines(all)])].join(
      "\n",
    );
    return (isEnded ? `${text}\n` : text).replaceAll("\n", lineBreak);
  });

describe("parseToml and an independent parser", () => {
  it("agree on a document with everything", () => {
    expect(ours(fixture)).toEqual(refereed(fixture));
    expect(ours(fixture).length).toBeGreaterThan(25);
  });

  it("agree on every valid document", () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(ours(text)).toEqual(refereed(text));
      }),
      { numRuns: 300 },
    );
  });
});
