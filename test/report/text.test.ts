import { expect, test } from "vitest";
import { coloured } from "../../src/report/palette.ts";
import { text } from "../../src/report/text.ts";
import { findingAt, occurrenceAt, placeOf, sampleAudit, sampleOptions } from "./sample-audit.ts";

const manifest = '{\n\t"name": "@acme/web",\n\t"version": "2.3.7"\n}\n';
const script = `${"\n".repeat(99)}await write(path, JSON.stringify(manifest));\n`;
const files = { "web/package.json": manifest, "scripts/release.js": script };

test("a finding is an annotated frame, with the place that should have prevented it", () => {
  const finding = findingAt(placeOf("web/package.json", manifest, "2.3.7"), {
    related: [
      { ...placeOf("scripts/release.js", script, "write"), message: "its siblings are written here" },
    ],
    why: "38 public siblings are written",
    help: "let discovery admit it,\nor say why not",
  });
  const covered = occurrenceAt("web/package.json", manifest, "2.3.7", "covered");
  const stale = occurrenceAt("web/package.json", manifest, "2.3.7", "stale");
  const audit = sampleAudit({ files, findings: [finding], occurrences: [covered, covered, stale] });
  expect(text(audit, { ...sampleOptions, seconds: 0.94 })).toBe(
    `error[stale-after-bump]: @acme/web stays at 2.3.7
    --> web/package.json:3:14
     |
   3 |     "version": "2.3.7"
     |                 ^^^^^ nothing writes this
     |
    ::: scripts/release.js:100:7
     |
 100 | await write(path, JSON.stringify(manifest));
     |       ----- its siblings are written here
     |
     = why: 38 public siblings are written
     = help: let discovery admit it,
         or say why not
     = link: https://github.com/version-audit/version-audit/blob/main/docs/rules/stale-after-bump.md

release   2.3.7 → 2.3.8 · scripts/release.js {version} · sandbox · proved
coverage  2 of 3 owed places (66.6 %)
found     1 error · 0 warnings · 0 notes in 0.9 s (2 files)
`,
  );
});

test("the findings of a family are one entry with a few of its places", () => {
  const place = placeOf("web/package.json", manifest, "2.3.7");
  const family = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      findingAt({ ...place, line: place.line + index }, { severity: "warning", family: "lock" }),
    );
  const report = (count: number, verbose: boolean) =>
    text(sampleAudit({ files, findings: family(count) }), { ...sampleOptions, verbose });
  expect(report(7, false)).toContain(
    `   = also: 6 places
       web/package.json:4:14
       web/package.json:5:14
       web/package.json:6:14
       web/package.json:7:14
       … 2 more places, which --verbose shows
   = help: let`,
  );
  expect(report(7, true)).toContain("       web/package.json:9:14\n   = help:");
  expect(report(2, false)).toContain("   = also: 1 place\n       web/package.json:4:14\n   = help:");
});

test("the figures say how many entries the findings are folded into", () => {
  const place = placeOf("web/package.json", manifest, "2.3.7");
  const family = (severity: "error" | "warning" | "note", name: string, count: number) =>
    Array.from({ length: count }, () => findingAt(place, { severity, family: name }));
  const found = (...findings: (readonly ReturnType<typeof findingAt>[])[]) =>
    /^found {5}(.*)$/m.exec(text(sampleAudit({ files, findings: findings.flat() }), sampleOptions))?.[1];
  expect(found(family("error", "a", 1), family("warning", "b", 3), family("warning", "c", 2))).toBe(
    "1 error · 5 warnings in 2 entries · 0 notes (2 files)",
  );
  expect(found(family("note", "a", 1200))).toBe("0 errors · 0 warnings · 1,200 notes in one entry (2 files)");
});

test("the link of a rule stands in its first entry only", () => {
  const place = placeOf("web/package.json", manifest, "2.3.7");
  const findings = [findingAt(place), findingAt(place), findingAt(place, { rule: "already-stale" })];
  expect(text(sampleAudit({ files, findings }), sampleOptions).match(/= link: .*/g)).toEqual([
    expect.stringContaining("stale-after-bump.md"),
    expect.stringContaining("already-stale.md"),
  ]);
});

test("a minified line is shown around the place only", () => {
  const bundle = `${"a".repeat(500_000)}"2.3.7"${"b".repeat(500_000)}`;
  const finding = findingAt(placeOf("x.js", bundle, "2.3.7"));
  const audit = sampleAudit({ files: { "x.js": bundle }, findings: [finding] });
  const [, , , line, marks] = text(audit, sampleOptions).split("\n");
  expect(line).toBe(` 1 | …${"a".repeat(39)}"2.3.7"${"b".repeat(49)}…`);
  expect(marks).toBe(`   | ${" ".repeat(41)}^^^^^ nothing writes this`);
});

test("carets stand under wide letters and behind tabs, and control characters do not reach the terminal", () => {
  const source = '\t日本\u0301\u001B[31m "2.3.7"\u202E\n';
  const finding = findingAt(placeOf("a\u001Bb.md", source, "2.3.7"), { message: "evil\u001B[2J" });
  const report = text(sampleAudit({ files: { "a\u001Bb.md": source }, findings: [finding] }), sampleOptions);
  expect(report).not.toMatch(/[\u001B\u202E]/);
  expect(report.split("\n").slice(0, 5)).toEqual([
    "error[stale-after-bump]: evil␛[2J",
    "  --> a␛b.md:1:12",
    "   |",
    ' 1 |     日本\u0301␛[31m "2.3.7"\uFFFD',
    "   |                ^^^^^ nothing writes this",
  ]);
});

test("what the audit could not do stands before the figures", () => {
  const notes = Array.from({ length: 7 }, (_, index) => ({
    path: index === 0 ? null : `f${index}`,
    message: "unread",
  }));
  const report = (verbose: boolean) =>
    text(sampleAudit({ files, parts: { notes } }), { ...sampleOptions, verbose });
  expect(report(false)).toBe(
    `noted     unread
          f1: unread
          f2: unread
          f3: unread
          f4: unread
          and 2 more, which --verbose shows
release   2.3.7 → 2.3.8 · scripts/release.js {version} · sandbox · proved
coverage  no place is owed
found     nothing (2 files)
`,
  );
  expect(report(true)).toContain("f6: unread\nrelease");
});

test("coverage is never rounded up to all of it", () => {
  const audit = sampleAudit({ files });
  const summary = { ...audit.summary, coverage: { kept: 9999, owed: 10000 } };
  expect(text({ ...audit, summary }, sampleOptions)).toContain("9,999 of 10,000 owed places (99.9 %)");
});

test("colours change the look and not the text", () => {
  const findings = [findingAt(placeOf("web/package.json", manifest, "2.3.7"))];
  const audit = sampleAudit({ files, findings });
  const report = text(audit, { ...sampleOptions, palette: coloured });
  expect(report).toContain("\u001B[31m");
  expect(report.replace(/\u001B\[\d+m/g, "")).toBe(text(audit, sampleOptions));
});

test("grouped by directory, every folder has a heading, the most severe first, and folds for itself", () => {
  const paths = ["web/a.json", "web/b.json", "api/a.json", "root.json"];
  const many = Object.fromEntries(paths.map((path) => [path, manifest]));
  const found = paths.map((path, index) =>
    findingAt(placeOf(path, manifest, "2.3.7"), {
      severity: index < 2 ? "error" : "warning",
      family: "one",
      message: `${path} stays`,
    }),
  );
  const lines = text(sampleAudit({ files: many, findings: found }), {
    ...sampleOptions,
    groupBy: "directory",
  });
  expect(lines.split("\n").filter((line) => /^\S|also|web\/b/.test(line))).toEqual([
    "web/  2 errors",
    "error[stale-after-bump]: web/a.json stays",
    "   = also: 1 place",
    "       web/b.json:3:14",
    "api/  1 warning",
    "warning[stale-after-bump]: api/a.json stays",
    "(root)  1 warning",
    "warning[stale-after-bump]: root.json stays",
    "release   2.3.7 → 2.3.8 · scripts/release.js {version} · sandbox · proved",
    "coverage  no place is owed",
    "found     2 errors in one entry · 2 warnings · 0 notes (4 files)",
  ]);
});

test("says how many owed places are left without being findings, and where each says why", () => {
  const stale = occurrenceAt("a.json", '{ "version": "1.2.0" }', "1.2.0", "stale");
  const told = (unreported: string | null) =>
    text(sampleAudit({ files: {}, occurrences: [{ ...stale, unreported }] }), sampleOptions);
  expect(told("the last release gave it 1.2.0")).toContain(
    ", 1 of the others taken care of, see list --verdict stale,behind",
  );
  expect(told(null)).not.toContain("taken care of");
});
