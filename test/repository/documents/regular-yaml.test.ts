import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scalar } from "../../../src/repository/documents/document.ts";
import { collectFullYaml, collectYamlPart } from "../../../src/repository/documents/full-yaml.ts";
import { collectRegularYaml } from "../../../src/repository/documents/regular-yaml.ts";
import { ScalarList } from "../../../src/repository/documents/scalar-list.ts";
import { Unparsable } from "../../../src/repository/documents/unparsable.ts";

/** What the short way gives, and whether it handed entries on; null when it gives up. */
function regular(text: string): { scalars: Scalar[]; parts: number } | null {
  const list = new ScalarList(0);
  let parts = 0;
  const isRegular = collectRegularYaml(text, list, (part, path) => {
    parts += 1;
    return collectYamlPart(text, part, path, list);
  });
  return isRegular ? { scalars: list.scalars, parts } : null;
}

/** What the full grammar gives; null when the text is invalid. */
function full(text: string): Scalar[] | null {
  const list = new ScalarList(0);
  try {
    collectFullYaml(text, list);
    return list.scalars;
  } catch (error) {
    if (error instanceof Unparsable) return null;
    throw error;
  }
}

const lockfile = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      '@scope/it''s':
        specifier: ^1.0.0
        version: 1.10
      "quoted": file:../x#y
    list:
      - a-b
      - 'c'
  empty: {}

packages:
  # a comment
  /x@1.0.0(y@2.0.0):
    resolution: {integrity: sha512-a+b/c==, tarball: https://example.com/x.tgz}
    engines: {node: '>=6', deep: {er: [1, 2.5, ~]}}
    os: [linux, !darwin]
    same:
    - left
    next: true
`;

describe("collectRegularYaml", () => {
  it("reads what a lockfile is made of without the full grammar, but for an odd entry", () => {
    const found = regular(lockfile);
    expect(found?.parts).toBe(1);
    expect(found?.scalars).toEqual(full(lockfile));
    const onWindows = lockfile.replaceAll("\n", "\r\n");
    expect(regular(onWindows)?.scalars).toEqual(full(onWindows));
  });

  it.each([
    ["a comment after a value", "a: 1 # b\nc: 2\n", 1],
    ["a block scalar", "a: |+\n  b: c\n\n\n  # d\n\nc: 2\n", 1],
    ["an explicit key", "x:\n  ? 'long'\n  : y: 1\n  z: 2\n", 1],
    ["an anchor and an alias", "a: &b\n  c: 1\nd: *b\n", 2],
    ["an escape", 'a: "\\t"\nb: "x"\n', 1],
    ["a list of mappings below a comment", "a: # b\n  - c: 1\n    d: 2\n  - e\nf: 3\n", 1],
  ])("hands on %s alone", (_what, text, parts) => {
    const found = regular(text);
    expect(found?.parts).toBe(parts);
    expect(found?.scalars).toEqual(full(text));
  });

  it.each([
    ["a list of mappings", "a:\n  - b: 1\n"],
    ["a value of several lines", "a: b\n  c\n"],
    ["an empty value", "a:\nb: 1\n"],
    ["several documents", "a: 1\n---\na: 2\n"],
    ["a directive", "%YAML 1.2\n---\na: 1\n"],
    ["tabs", "a:\t1\n"],
    ["a lone carriage return", "a: 1\rb: 2\r"],
    ["a lone scalar", "a\n"],
    ["nothing", "# nothing\n"],
  ])("gives up on %s", (_what, text) => {
    expect(regular(text)).toBeNull();
  });

  const scalar = fc.constantFrom(
    ...[
      "1.2.3",
      "1.10",
      "^1.0.0",
      "'it''s'",
      '"x y"',
      "a b",
      "~",
      "true",
      "-1",
      "0x1f",
      ".5",
      "1e3",
      "a:b",
      "a#b",
      "http://x/y",
    ],
    ...[
      "''",
      '""',
      "{a: 1, 'b': [x, \"y\"]}",
      "[]",
      "{}",
      "[a b]",
      "{a}",
      "[a: b]",
      "x: y",
      "*a",
      "&a b",
      "!t c",
      "|",
      "- x",
      "#c",
    ],
    ...[
      "'open",
      '"open',
      "a #c",
      "a: ",
      "? x",
      "@x",
      "`x",
      "%x",
      "null",
      "No",
      "=",
      "<<",
      "-",
      "--- a",
      "...",
      "'a' b",
      "[a]]",
    ],
  );
  const key = fc.constantFrom(
    "a",
    "b c",
    "'d'",
    '"e"',
    "1.0",
    "/f@1.0.0(g)",
    "h:i",
    ".",
    "-j",
    "? k",
    "'l",
    "<<",
    "",
    "m ",
    "{n",
    "'o'p",
  );
  const line = fc
    .tuple(
      fc.nat({ max: 6 }),
      fc.constantFrom("", "", "", "- ", "# "),
      key,
      fc.constantFrom(": ", ":", ":  ", " : ", ""),
      scalar,
    )
    .map(([indent, mark, name, colon, value]) => `${" ".repeat(indent)}${mark}${name}${colon}${value}`);
  const lines = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: line },
      { weight: 1, arbitrary: fc.constantFrom("", "  ", "---", "...") },
    ),
    { maxLength: 8 },
  );

  it("agrees with the full grammar wherever it does not give up", () => {
    const texts = fc
      .tuple(lines, fc.constantFrom("\n", "\r\n"), fc.boolean())
      .map(([all, lineBreak, isEnded]) => all.join(lineBreak) + (isEnded ? lineBreak : ""));
    fc.assert(
      fc.property(texts, (text) => {
        const found = regular(text);
        if (found !== null) expect(found.scalars).toEqual(full(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with the full grammar on a lockfile that is broken somewhere", () => {
    const change = fc.record({
      at: fc.nat({ max: lockfile.length }),
      remove: fc.nat({ max: 3 }),
      insert: fc.oneof(scalar, fc.constantFrom("\n", " ", "  ", ":", "'", "#", "\t")),
    });
    fc.assert(
      fc.property(change, ({ at, remove, insert }) => {
        const text = lockfile.slice(0, at) + insert + lockfile.slice(at + remove);
        const found = regular(text);
        if (found !== null) expect(found.scalars).toEqual(full(text));
      }),
      { numRuns: 500 },
    );
  });
});
