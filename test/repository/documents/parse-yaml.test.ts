import { describe, expect, it } from "vitest";
import { parseYaml } from "../../../src/repository/documents/parse-yaml.ts";
import { spans, written } from "./written.ts";

describe("parseYaml", () => {
  it("locates every value by its key path", () => {
    const text = [
      "# a compose file",
      "services:",
      "  engine:",
      "    image: org/engine:2.3.7 # pinned",
      '    command: ["run", --fast]',
      "    ports:",
      "    - 80:80",
      "    - {published: 443}",
      "    steps:",
      "      - uses: actions/checkout@v4",
      "        with: { ref: 'v1' }",
    ].join("\n");
    expect(written(text, parseYaml(text))).toEqual([
      ["services.engine.image", "org/engine:2.3.7", "org/engine:2.3.7"],
      ["services.engine.command.0", "run", "run"],
      ["services.engine.command.1", "--fast", "--fast"],
      ["services.engine.ports.0", "80:80", "80:80"],
      ["services.engine.ports.1.published", 443, "443"],
      ["services.engine.steps.0.uses", "actions/checkout@v4", "actions/checkout@v4"],
      ["services.engine.steps.0.with.ref", "v1", "v1"],
    ]);
  });

  it("keeps the spelling of numbers, in values and in keys", () => {
    const text = "version: 1.10\n1.20: 0x07\n1.0: ~\nyes: no\n";
    expect(written(text, parseYaml(text))).toEqual([
      ["version", 1.1, "1.10"],
      ["1.20", 7, "0x07"],
      ["1.0", null, "~"],
      ["yes", "no", "no"],
    ]);
  });

  it("gives the raw text of quoted and block scalars", () => {
    const text = "a: 'it''s'\nb: \"\\x31\"\nc: |- # why\n  one\n  two\nd: >\n  three\n\ne: one\n  two\nf:\n";
    expect(written(text, parseYaml(text))).toEqual([
      ["a", "it's", "it''s"],
      ["b", "1", "\\x31"],
      ["c", "one\ntwo", "  one\n  two\n"],
      ["d", "three\n", "  three\n"],
      ["e", "one two", "one\n  two"],
      ["f", null, ""],
    ]);
    expect(spans(text, parseYaml(text))[2]).toBe("|- # why\n  one\n  two\n");
  });

  it("leaves anchors and tags out of spans, and aliases out of values", () => {
    const text = "base: &base !!str 1.2.3\nother: *base\n<<: *base\nlist: [*base, 2.0.0]\n? *base\n: 3\n";
    expect(written(text, parseYaml(text))).toEqual([
      ["base", "1.2.3", "1.2.3"],
      ["list.1", "2.0.0", "2.0.0"],
      ["*base", 3, "3"],
    ]);
  });

  it("is not expanded by an alias bomb", () => {
    const lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]"];
    for (let n = 1; n < 30; n += 1) {
      lines.push(
        `a${n}: &a${n} [${Array(8)
          .fill(`*a${n - 1}`)
          .join(", ")}]`,
      );
    }
    expect(parseYaml(lines.join("\n")).scalars).toHaveLength(8);
  });

  it("reads explicit keys, and keys that are collections", () => {
    const text = "? 'a long key'\n: version: 1.0.0\n? [x, y]\n: 2.0.0\n{z: 1}: 3.0.0\n";
    expect(written(text, parseYaml(text)).map(([path]) => path)).toEqual([
      "a long key.version",
      "[x, y]",
      "{z: 1}",
    ]);
  });

  it("prefixes key paths with the index of the document, where there are several", () => {
    const several = "---\na: 1\n---\n---\na: 2\n";
    expect(parseYaml(several).scalars.map(({ path }) => path)).toEqual([
      [0, "a"],
      [2, "a"],
    ]);
    const single = "%YAML 1.2\n---\na: 1\n...\n---\n# the end\n";
    expect(parseYaml(single).scalars.map(({ path }) => path)).toEqual([["a"]]);
  });

  it("keeps every value of a repeated key", () => {
    const text = "a: 1.0.0\na: 2.0.0\n";
    expect(written(text, parseYaml(text)).map(([, value]) => value)).toEqual(["1.0.0", "2.0.0"]);
  });

  it("counts a byte order mark in offsets and never takes it for content", () => {
    for (const text of ["\uFEFFa: 1.0.0\n", "\uFEFFa: &x 1.0.0\n"]) {
      expect(written(text, parseYaml(text))).toEqual([["a", "1.0.0", "1.0.0"]]);
    }
  });

  it("is an empty document when there is nothing but comments", () => {
    expect(parseYaml("# nothing\n")).toEqual({ format: "yaml", scalars: [], note: null });
  });

  it.each([
    ["a: [1\n", /^Does not parse as YAML at line 2, column 1: flow sequence/],
    ["a: {{ .Values.version }}\nb: 1\nb\n", /^Does not parse as YAML at line \d, column \d+: /],
    ["{{- if .Values.x }}\na: 1\n{{- end }}\n", /^Does not parse as YAML/],
    ["a: 1\n b: 2\n", /^Does not parse as YAML at line 1, column 4: nested mappings/],
    ["a: 'x\n", /missing closing 'quote/],
    ["a: b: c\n", /nested mappings are not allowed in compact mappings/],
    [
      "a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n",
      /line 2, column 1: it holds a merge conflict/,
    ],
  ])("degrades %j", (text, note) => {
    const document = parseYaml(text);
    expect(document).toMatchObject({ format: "text", scalars: [] });
    expect(document.note).toMatch(note);
  });

  it("degrades what is nested too deeply, and nothing less", () => {
    expect(parseYaml(`${"[".repeat(128)}1${"]".repeat(128)}`).scalars).toHaveLength(1);
    expect(parseYaml(`${"- ".repeat(128)}1`).scalars).toHaveLength(1);
    const blocks = Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
    for (const text of [
      `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      `${"- ".repeat(5_000)}1`,
      `${blocks}${" ".repeat(200)}b: 1`,
    ]) {
      expect(parseYaml(text)).toMatchObject({ format: "text", note: expect.stringContaining("128 levels") });
    }
  });

  it("degrades what would take too long, but not what is regular", () => {
    const irregular = "- a: 1\n".repeat(300_000);
    expect(parseYaml(irregular)).toMatchObject({
      format: "text",
      note: expect.stringContaining("longer than"),
    });
    const regular = "a:\n  b: 1.0.0\n".repeat(200_000);
    expect(parseYaml(regular).scalars).toHaveLength(200_000);
  });

  it.each([
    ["- ", 257],
    ["? ", 257],
    ["[", 129],
    ["{a: ", 513],
  ])("refuses what is nested too deeply: %j", (opening, column) => {
    const { format, note } = parseYaml(`${opening.repeat(20_000)}1.2.3\n`);
    expect(format).toBe("text");
    expect(note).toBe(
      `Does not parse as YAML at line 1, column ${column}: it is nested deeper than 128 levels.`,
    );
  });

  it("refuses what is nested too deeply by indentation", () => {
    const deep = Array.from({ length: 500 }, (_, level) => `${" ".repeat(level)}a:\n`).join("");
    expect(parseYaml(deep).note).toMatch(/line 129, .* nested deeper than 128 levels/);
  });

  it("refuses what only the library takes for nested: lines with tabs below each other", () => {
    const broken = `a:\n${"  x {\n\tc: s\n  e:\n    f: 1\n".repeat(4000)}`;
    expect(parseYaml(broken).note).toMatch(/line 509, .* nested deeper than 128 levels/);
  });

  it("takes brackets and hyphens in quotes, comments and blocks for what they are", () => {
    const text = `a: "${"[ - ".repeat(300)}" # ${"- ".repeat(300)}\nb: |\n  ${"- {".repeat(300)}\nc: !x [1.2.3]\n`;
    const { note, scalars } = parseYaml(text);
    expect(note).toBeNull();
    expect(scalars).toHaveLength(3);
  });
});
