import { expect, test } from "vitest";
import { markdown } from "../../src/report/markdown.ts";
import { findingAt, occurrenceAt, placeOf, sampleAudit, sampleOptions } from "./sample-audit.ts";

const text = '{ "version": "2.3.7" }\n';

test("an audit without a finding, an owed place or a note says so in two lines", () => {
  expect(markdown(sampleAudit({ files: {} }), sampleOptions)).toMatchInlineSnapshot(`
    "# version-audit: 2.3.7 → 2.3.8

    0 errors, 0 warnings, 0 notes. Coverage: no place is owed.

    Release: \`2.3.7 → 2.3.8 · scripts/release.js {version} · sandbox · proved\`.

    Nothing was found.
    "
  `);
});

test("folders with the most forgotten places come first, and a long list ends in a count", () => {
  const folders = Array.from({ length: 32 }, (_, index) => `p${String(index).padStart(2, "0")}`);
  const files = Object.fromEntries([
    ...folders.map((folder) => [`${folder}/a.json`, text]),
    ["a|b.json", text],
  ]);
  const occurrences = Object.keys(files).map((path) =>
    occurrenceAt(path, text, "2.3.7", path === "p07/a.json" ? "stale" : "covered"),
  );
  const rows = markdown(sampleAudit({ files, occurrences }), sampleOptions)
    .split("\n")
    .filter((line) => line.startsWith("| "));
  expect(rows.slice(0, 4)).toMatchInlineSnapshot(`
    [
      "| area | kept | owed | coverage |",
      "| \`p07/\` | 0 | 1 | 0.0 % |",
      "| \`(root)\` | 1 | 1 | 100.0 % |",
      "| \`p00/\` | 1 | 1 | 100.0 % |",
    ]
  `);
  expect(rows.slice(-2)).toMatchInlineSnapshot(`
    [
      "| \`p28/\` | 1 | 1 | 100.0 % |",
      "| and 3 more | | | |",
    ]
  `);
});

test("findings and notes beyond fifty are counted, and nothing in them is markup", () => {
  const files = { "a`b.json": text };
  const place = placeOf("a`b.json", text, "2.3.7");
  const findings = Array.from({ length: 52 }, (_, index) =>
    findingAt({ ...place, line: index + 1 }, { message: `<b> @acme/* ${index}`, help: "ask the owner." }),
  );
  const family = ["x", "y"].map((name) =>
    findingAt(place, { rule: "already-stale", severity: "note", message: name, family: "f" }),
  );
  const notes = Array.from({ length: 51 }, (_, index) => ({
    path: index === 0 ? null : "a.json",
    message: `note ${index}`,
  }));
  const parts = { notes };
  const lines = markdown(
    sampleAudit({ files, findings: [...findings, ...family], parts }),
    sampleOptions,
  ).split("\n");
  expect(lines.filter((line) => /and \d+ more/.test(line))).toMatchInlineSnapshot(`
    [
      "- and 2 more",
      "- **note** \`\` a\`b.json:1 \`\` and 1 more place like it: x. Let discovery admit it.",
      "- and 1 more",
    ]
  `);
  expect(lines.filter((line) => / 0|note 1$/.test(line))).toMatchInlineSnapshot(`
    [
      "52 errors, 0 warnings, 2 notes. Coverage: no place is owed.",
      "- **error** \`\` a\`b.json:1 \`\`: \\<b\\> @<!-- -->acme/\\* 0. Ask the owner.",
      "- note 0",
      "- \`a.json\`: note 1",
    ]
  `);
});
