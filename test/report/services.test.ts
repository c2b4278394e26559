import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { github } from "../../src/report/github.ts";
import { junit } from "../../src/report/junit.ts";
import { markdown } from "../../src/report/markdown.ts";
import type { Reported } from "../../src/report/report-options.ts";
import { sarif } from "../../src/report/sarif.ts";
import { sourceLink } from "../../src/report/source-link.ts";
import type { GitFacts } from "../../src/repository/repository.ts";
import { findingAt, occurrenceAt, placeOf, sampleAudit, sampleOptions } from "./sample-audit.ts";

const manifest = '{\n  "version": "2.3.7"\n}\n';
const path = "apps/a b,c:%.json";
const place = placeOf(path, manifest, "2.3.7");
const files = { [path]: manifest };

/** The audit as that of a folder of a git work tree. */
function inGit(audit: Reported, facts: Partial<GitFacts> = {}): Reported {
  const git: GitFacts = {
    topLevel: audit.repository.root,
    tags: [],
    head: "c0ffee",
    branch: "main",
    remote: "https://user:secret@github.com/acme/web.git",
    shallow: false,
    ...facts,
  };
  return { ...audit, repository: Object.create(audit.repository, { git: { value: git } }) };
}

describe("github", () => {
  test("an annotation is escaped as the runner wants it", () => {
    const finding = findingAt(place, { message: "100% stale,\r\nsee: x", why: "why", label: "here" });
    const [line] = github(sampleAudit({ files, findings: [finding] }), sampleOptions).split("\n");
    expect(line).toBe(
      "::error title=stale-after-bump,file=apps/a b%2Cc%3A%25.json,line=2,endLine=2,col=15,endColumn=20::" +
        "100%25 stale,%0Asee: x: here%0Awhy: why%0Ahelp: let discovery admit it%0A" +
        "https://github.com/version-audit/version-audit/blob/main/docs/rules/stale-after-bump.md",
    );
  });

  test("columns are left out of an annotation of several lines, as GitHub refuses them", () => {
    const findings = [findingAt({ ...place, endLine: 3 })];
    expect(github(sampleAudit({ files, findings }), sampleOptions)).toMatch(/line=2,endLine=3::/);
  });

  test("ten annotations of a severity are kept, and the last sums up those that would be lost", () => {
    const findings = [
      ...Array.from({ length: 12 }, () => findingAt(place)),
      ...Array.from({ length: 10 }, () => findingAt(place, { severity: "warning" })),
      findingAt(place, { severity: "note" }),
    ];
    const lines = github(sampleAudit({ files, findings }), sampleOptions).split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines[9]).toMatch(/^::error title=version-audit::3 more errors:/);
    expect(lines.filter((line) => line.startsWith("::warning title=stale"))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::notice"))).toHaveLength(1);
    expect(lines.at(-2)).toBe("found     12 errors · 10 warnings · 1 note (1 file)");
  });

  test("paths are those of the whole repository when a folder of it is audited", () => {
    const audit = sampleAudit({ files, findings: [findingAt(place)] });
    const top = audit.repository.root.replace(/\/[^/]+$/, "");
    const folder = audit.repository.root.slice(top.length + 1);
    expect(github(inGit(audit, { topLevel: top }), sampleOptions)).toContain(`file=${folder}/apps/`);
  });
});

test("sarif names rules, places, related places and fingerprints", () => {
  const findings = [
    findingAt(place, { related: [{ ...place, message: "written here" }] }),
    findingAt(place, { rule: "unknown-rule", severity: "note" }),
  ];
  const log: Log = JSON.parse(sarif(sampleAudit({ files, findings }), sampleOptions));
  const [run] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(run?.columnKind).toBe("utf16CodeUnits");
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual([
    "stale-after-bump",
    "already-stale",
    "unknown-rule",
  ]);
  expect(run?.tool.driver.rules?.[0]).toMatchObject({
    help: { text: expect.stringContaining("a place that the release forgets") },
    helpUri: expect.stringMatching(/^https:.*stale-after-bump\.md$/),
  });
  const physicalLocation = {
    artifactLocation: { uri: "apps/a%20b%2Cc%3A%25.json", uriBaseId: "%SRCROOT%" },
    region: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 20 },
  };
  expect(run?.results).toMatchObject([
    {
      ruleId: "stale-after-bump",
      ruleIndex: 0,
      level: "error",
      locations: [{ physicalLocation }],
      relatedLocations: [{ id: 0, physicalLocation, message: { text: "written here" } }],
      partialFingerprints: { "versionAudit/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
    { ruleId: "unknown-rule", ruleIndex: 2, level: "note" },
  ]);
});

describe("markdown", () => {
  const audit = () =>
    sampleAudit({
      files: { ...files, "package.json": manifest },
      findings: [
        findingAt(place, { message: "`x_y` <b> @acme/web" }),
        findingAt(place, { rule: "already-stale", family: "f" }),
      ],
      occurrences: [
        occurrenceAt("package.json", manifest, "2.3.7", "covered"),
        occurrenceAt("package.json", manifest, "2.3.7", "external"),
        occurrenceAt(path, manifest, "2.3.7", "stale"),
        occurrenceAt(path, manifest, "2.3.7", "generated"),
      ],
      parts: { notes: [{ path: "x.yml", message: "does not parse" }] },
    });

  test("is a summary of coverage by area and of findings by rule", () => {
    expect(markdown(audit(), sampleOptions)).toBe(`# version-audit: 2.3.7 → 2.3.8

2 errors, 0 warnings, 0 notes. Coverage: 2 of 3 owed places (66.6 %).

Release: \`2.3.7 → 2.3.8 · scripts/release.js {version} · sandbox · proved\`.

## Coverage

| area | kept | owed | coverage |
|---|--:|--:|--:|
| \`apps/\` | 1 | 2 | 50.0 % |
| \`(root)\` | 1 | 1 | 100.0 % |

## [stale-after-bump](https://github.com/version-audit/version-audit/blob/main/docs/rules/stale-after-bump.md)

- **error** \`${path}:2\`: \\\`x\\_y\\\` \\<b\\> @<!-- -->acme/web. Let discovery admit it.

## [already-stale](https://github.com/version-audit/version-audit/blob/main/docs/rules/already-stale.md)

- **error** \`${path}:2\`: @<!-- -->acme/web stays at 2.3.7. Let discovery admit it.

## Notes

- \`x.yml\`: does not parse
`);
  });

  test("places are links when the revision is known", () => {
    expect(markdown(inGit(audit()), sampleOptions)).toContain(
      "](https://github.com/acme/web/blob/c0ffee/apps/a%20b%2Cc%3A%25.json?plain=1#L2)",
    );
  });
});

test.each([
  ["https://user:secret@github.com/acme/web.git", "https://github.com/acme/web/"],
  ["git@github.com:acme/web.git", "https://github.com/acme/web/"],
  ["ssh://git@github.com/acme/web", "https://github.com/acme/web/"],
  ["https://github.com.evil.example/acme/web", null],
  ["https://git.example/acme/web", null],
])("the remote %s gives links below %s", (remote, start) => {
  const link = sourceLink(inGit(sampleAudit({ files }), { remote }).repository, "a.json", 3);
  expect(link === null ? null : link.slice(0, start?.length)).toBe(start);
});

test("junit fails the cases that fail the audit, and escapes what XML cannot hold", () => {
  const findings = [
    findingAt(place, { message: 'a <b> & "c" \u0000\u001B\uD800 ]]>' }),
    findingAt(place, { rule: "already-stale", severity: "warning" }),
  ];
  const xml = junit(sampleAudit({ files, findings }), {
    ...sampleOptions,
    rules: [...sampleOptions.rules, { id: "quiet-rule", summary: "" }],
  });
  expect(xml).toContain('<testsuites name="version-audit" tests="3" failures="1">');
  expect(xml).toContain('<testsuite name="quiet-rule" tests="1" failures="0">');
  expect(xml).toContain(
    '<failure type="error" message="a &lt;b&gt; &amp; &quot;c&quot; \uFFFD\uFFFD\uFFFD ]]&gt;">error: a &lt;b&gt;',
  );
  expect(xml).toMatch(/<testcase classname="already-stale"[^>]*>\s*<system-out>/);
  expect(xml).not.toMatch(/[\u0000-\u0008\uD800]/);
  const all = junit(sampleAudit({ files, findings }), { ...sampleOptions, failOn: "warning" });
  expect(all).toContain('failures="2">');
});

describe("what a service takes", () => {
  test("SARIF holds 25,000 results, the most severe ones, and says how many are missing", () => {
    const error = findingAt(place);
    const note = findingAt(place, { severity: "note" });
    const findings = [error, ...Array.from({ length: 25_001 }, () => note)];
    const { runs }: Log = JSON.parse(sarif(sampleAudit({ files, findings }), sampleOptions));
    expect(runs[0]?.results).toHaveLength(25_000);
    expect(runs[0]?.results?.[0]?.level).toBe("error");
    const [invocation] = runs[0]?.invocations ?? [];
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^2 findings are left out/);
  });

  test("SARIF shows ten related places of a result and counts the others", () => {
    const related = Array.from({ length: 13 }, () => ({ ...place, message: "here" }));
    const { runs }: Log = JSON.parse(
      sarif(sampleAudit({ files, findings: [findingAt(place, { related })] }), sampleOptions),
    );
    const [result] = runs[0]?.results ?? [];
    expect(result?.relatedLocations).toHaveLength(10);
    expect(result?.message.text).toContain("Not shown: 3 more related places");
  });

  test("a summary stays below 1 MiB, begins with the most severe and says how much is cut", () => {
    const help = "é".repeat(20_000);
    const rules = Array.from({ length: 40 }, (_, index) => findingAt(place, { rule: `rule-${index}`, help }));
    const text = markdown(sampleAudit({ files, findings: rules }), sampleOptions);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain("rule-0");
    expect(text).toMatch(/\*\*\d+ more lines of this report are cut, because a summary holds at most 1 MiB/);
  });
});
