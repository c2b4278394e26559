import { expect, test } from "vitest";
import { appliesTo } from "../../src/judge/ignores.ts";
import { soFar, verdicts } from "./judged.ts";

const ignore = (...lines: string[]) => `${["[[ignore]]", ...lines, 'reason = "told so"'].join("\n")}\n`;

test("an entry of the configuration takes out a path, a version, or what stands on a line with some words", () => {
  const page = "Lumen 2.4.0\nLumen version 2.3.0\nLumen version 2.3.0 of old\n";
  const files = { "a.md": page, "docs/b.md": page, "docs/deep/c.md": page };
  const told = (...lines: string[]) => verdicts({ ...files, "version-audit.toml": ignore(...lines) });
  expect(told('path = "docs/*.md"')).toMatchInlineSnapshot(`
    [
      "a.md:1 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "a.md:2 2.3.0 likely behind: its line names the product, and it is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "a.md:3 2.3.0 likely behind: its line names the product, and it is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/b.md:1 2.4.0 ignored: told so",
      "docs/b.md:2 2.3.0 ignored: told so",
      "docs/b.md:3 2.3.0 ignored: told so",
      "docs/deep/c.md:1 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "docs/deep/c.md:2 2.3.0 likely behind: its line names the product, and it is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/deep/c.md:3 2.3.0 likely behind: its line names the product, and it is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
  const ignored = (all: string[]) =>
    all.filter((line) => line.includes("ignored")).map((line) => line.split(" ")[0]);
  expect(ignored(told('path = "**"', 'pattern = "2.3.0"'))).toMatchInlineSnapshot(`
    [
      "a.md:2",
      "a.md:3",
      "docs/b.md:2",
      "docs/b.md:3",
      "docs/deep/c.md:2",
      "docs/deep/c.md:3",
      "version-audit.toml:6",
    ]
  `);
  expect(ignored(told('path = "a.md"', 'pattern = "of old"'))).toEqual(["a.md:3"]);
  expect(ignored(told('path = "a.md"', 'pattern = "Lumen version 2.3.0"'))).toEqual(["a.md:2", "a.md:3"]);
  expect(ignored(told('path = "a.md"', 'pattern = "ion 2.3.0 o"'))).toEqual(["a.md:3"]);
  expect(ignored(told('path = "a.md"', 'pattern = "2.3"'))).toEqual(["a.md:2", "a.md:3"]);
  expect(ignored(told('path = "a.md"', 'rule = "stale-after-bump"'))).toEqual([]);
});

test("a comment takes out the next line, its own line or its file, and only with a reason", () => {
  const files = {
    "a.md": "<!-- version-audit-ignore: an old page -->\nLumen 2.4.0\nLumen 2.4.0\n",
    "b.sh":
      "LUMEN_VERSION=2.4.0 # version-audit-ignore: kept by hand\nLUMEN_VERSION=2.4.0 # version-audit-ignore\n",
    "c.sh": "# version-audit-ignore-file: a sample\n\n\nLUMEN_VERSION=2.4.0\n",
    "d.sh": `${"\n".repeat(30)}# version-audit-ignore-file: too late\nLUMEN_VERSION=2.4.0\n`,
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "a.md:2 2.4.0 ignored: an old page",
      "a.md:3 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "b.sh:1 2.4.0 ignored: kept by hand",
      "b.sh:2 2.4.0 likely stale: LUMEN_VERSION names the product and holds a version of the train, and nothing writes it",
      "c.sh:4 2.4.0 ignored: a sample",
      "d.sh:32 2.4.0 likely stale: LUMEN_VERSION names the product and holds a version of the train, and nothing writes it",
    ]
  `);
});

test("a document that shows how such a comment is written ignores nothing by it", () => {
  const comment = "<!-- version-audit-ignore-file: a sample -->";
  const shown = [`Write \`${comment}\`.`, `    ${comment}`, `\`\`\`md\n${comment}\n\`\`\``];
  for (const example of shown)
    expect(verdicts({ "a.md": `${example}\n\nLumen 2.4.0\n` }).join()).toContain("2.4.0 likely stale");
  expect(verdicts({ "a.md": `\`code\` ${comment}\n\nLumen 2.4.0\n` }).join()).toContain(
    "2.4.0 ignored: a sample",
  );
});

test("an entry is about a finding by its path, its rule and its line", () => {
  const toml = `${ignore('path = "a.md"')}${ignore('path = "a.md"', 'rule = "over-reach"')}${ignore('path = "a.md"', 'pattern = "of old"')}`;
  const { evidence } = soFar({ "a.md": "Lumen 2.4.0\n", "version-audit.toml": toml });
  const place = { ...evidence.repository.locate("a.md", { start: 6, end: 11 }) };
  const applying = (rule: string, at = place) =>
    evidence.ignores.configured.flatMap((entry, index) => (appliesTo(entry, rule, at) ? [index] : []));
  expect(applying("over-reach")).toEqual([0, 1]);
  expect(applying("stale-after-bump")).toEqual([0]);
  expect(applying("over-reach", { ...place, lineText: "Lumen of old" })).toEqual([0, 1, 2]);
  expect(applying("over-reach", { ...place, path: "b.md" })).toEqual([]);
});
