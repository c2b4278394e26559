import { expect, test } from "vitest";
import type { Audit } from "../../src/findings/audit.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { ignoreWithoutEffect } from "../../src/rules/ignore-without-effect.ts";
import { soFar } from "../judge/judged.ts";
import { auditFixture, shown } from "./audit-fixture.ts";

const id = "ignore-without-effect";

/** The findings of one rule as `severity rule path:line`. */
function of(rule: string, audit: Audit): string[] {
  return shown(audit).filter((place) => place.split(" ")[1] === rule);
}

test("entries and comments that silence nothing are found, and no other", async () => {
  const audit = await auditFixture(id);
  expect(of(id, audit)).toEqual([
    "error ignore-without-effect version-audit.toml:6",
    "warning ignore-without-effect docker/Dockerfile:4",
    "warning ignore-without-effect docs/footer.ts:3",
    "warning ignore-without-effect docs/install.md:16",
    "warning ignore-without-effect version-audit.toml:14",
  ]);
});

test("what the others are about is not reported, and its verdict says why", async () => {
  const audit = await auditFixture(id);
  expect(of("stale-after-bump", audit)).toEqual(["warning stale-after-bump docs/footer.ts:4"]);
  const verdicts = audit.occurrences
    .filter(({ version, path }) => version === "1.4.2" && path.startsWith("doc"))
    .map(({ path, verdict, reason }) => [path, verdict, reason]);
  expect(verdicts).toEqual([
    ["docker/Dockerfile", "ignored", "the image is built by hand"],
    ["docs/footer.ts", "stale", expect.anything()],
    ["docs/install.md", "ignored", "an example of an exact version"],
    // An entry that names a rule silences its findings and leaves the verdict as it is.
    ["docs/install.md", "stale", expect.anything()],
  ]);
});

test("a comment for the whole file ignores all of its versions", async () => {
  const audit = await auditFixture(id, {
    replace: [["docs/footer.ts", "// version-audit-ignore-next-line:", "// version-audit-ignore-file:"]],
  });
  expect(of("stale-after-bump", audit)).toEqual([]);
  expect(of(id, audit)).not.toContain("warning ignore-without-effect docs/footer.ts:3");
});

test("a comment above a dead rule of the script silences it, and only that", async () => {
  const script = (remark: string) => ({
    files: {
      "scripts/release.mjs": `import { readFileSync, writeFileSync } from "node:fs";
const bump = (path, find, replace) => {
  writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
};
bump("package.json", /"version": ".*"/, \`"version": "\${process.argv[2]}"\`);
${remark}
bump("package.json", /"release": ".*"/, \`"release": "\${process.argv[2]}"\`);
`,
    },
  });
  const found = await auditFixture(id, script(""));
  expect(of("dead-pattern", found)).toEqual([expect.stringContaining("scripts/release.mjs:7")]);
  const silenced = await auditFixture(id, script("// version-audit-ignore: the field comes back in summer"));
  expect(of("dead-pattern", silenced)).toEqual([]);
  expect(of(id, silenced).filter((place) => place.includes("release.mjs"))).toEqual([]);
});

test("an entry that names a rule silences nothing else in its path", async () => {
  const audit = await auditFixture(id, {
    replace: [["version-audit.toml", 'rule = "stale-after-bump"', 'rule = "already-stale"']],
  });
  expect(of("stale-after-bump", audit)).toContain("warning stale-after-bump docs/install.md:12");
  expect(of(id, audit)).toContain("warning ignore-without-effect version-audit.toml:19");
});

test("an entry may name the version that it is about", async () => {
  const audit = await auditFixture(id, {
    replace: [["version-audit.toml", 'pattern = "1.3.0"', 'pattern = "pebble@1.4.2"']],
  });
  const verdicts = audit.occurrences
    .filter(({ path, version }) => path === "version-audit.toml" && version === "1.4.2")
    .map(({ verdict, reason }) => `${verdict}: ${reason}`);
  expect(verdicts).toEqual(["pinned: the configuration of the audit speaks of it"]);
});

test("an entry for a rule that does not exist is refused where it stands", async () => {
  const misspelt = auditFixture(id, {
    replace: [["version-audit.toml", 'rule = "stale-after-bump"', 'rule = "stale-after-bumb"']],
  });
  await expect(misspelt).rejects.toMatchObject({
    message: 'unknown rule "stale-after-bumb" in [[ignore]]',
    path: "version-audit.toml",
    line: 21,
    help: 'Did you mean "stale-after-bump"?',
  });
});

test("no ignore silences that the release was not rehearsed", async () => {
  const audit = await auditFixture(id, {
    files: { "scripts/release.mjs": "// version-audit-ignore: no\nthrow new Error(process.argv[2]);\n" },
    replace: [["version-audit.toml", 'pattern = "1.3.0"', 'pattern = "Error"']],
  });
  expect(of("not-rehearsed", audit)).toHaveLength(1);
});

test("says what is left without effect, why it was written and what to do", async () => {
  const { findings } = await auditFixture(id);
  const found = findings.filter(({ rule }) => rule === id);
  const useless = "without this entry the report would be the same";
  const noComment = "this comment silences nothing";
  expect(found.map(({ location, message, label, why }) => [location.path, message, label, why])).toEqual([
    [
      "version-audit.toml",
      'no file of the repository matches "docs/upgrading-from-*.md", so nothing is ignored',
      "this path is dead",
      "it was written because: guides for former versions",
    ],
    ["docker/Dockerfile", noComment, expect.anything(), "it was written because: served by another team"],
    [
      "docs/footer.ts",
      expect.stringMatching(/^this comment ignores nothing: /),
      expect.anything(),
      expect.anything(),
    ],
    ["docs/install.md", noComment, expect.anything(), "it was written because: there was a version here"],
    [
      "version-audit.toml",
      'ignoring "1.3.0" in "scripts/release.mjs" silences nothing',
      useless,
      "it was written because: the first version that was released by this script",
    ],
  ]);
});

test("an entry without a pattern is named by its path, a comment without a reason is for another rule", async () => {
  const audit = await auditFixture(id, {
    files: { "docs/plain.md": "<!-- version-audit-ignore -->\nNothing is here.\n" },
    replace: [["version-audit.toml", 'pattern = "1.3.0"\n', ""]],
  });
  const found = audit.findings.filter(({ rule }) => rule === id);
  expect(found.map(({ message }) => message)).toContain('ignoring "scripts/release.mjs" silences nothing');
  expect(found.filter(({ location }) => location.path === "docs/plain.md")).toEqual([]);
  expect(of("ignore-without-reason", audit)).toContainEqual(expect.stringContaining("docs/plain.md:1"));
});

test("a comment is not used by what an ignore silences on the same line of another file", async () => {
  const audit = await auditFixture(id, {
    files: {
      "docs/other.md": "# Other\n\nNothing is here.\n\n<!-- version-audit-ignore: a version was here -->\n",
    },
  });
  // The comment of docs/install.md silences its line 6.
  expect(of(id, audit)).toContain("warning ignore-without-effect docs/other.md:5");
});

test("an ignore of a related place silences the finding in part", () => {
  const audit = soFar({
    "version-audit.toml": '[[ignore]]\npath = "docs/**"\nreason = "agreed"\n',
    "docs/use.md": "",
  });
  const place = (path: string) => audit.repository.locate(path, { start: 0, end: 0 });
  const silenced = (...related: string[]): Finding => ({
    ...{
      rule: "couple-mismatch",
      severity: "error",
      message: "",
      label: "",
      why: null,
      help: "",
      family: null,
    },
    location: place("package.json"),
    related: related.map((path) => ({ ...place(path), message: "" })),
  });
  const messages = (findings: readonly Finding[]) =>
    ignoreWithoutEffect.check(audit, { missed: [], findings }).map(({ message }) => message);
  expect(messages([silenced()])).toEqual(['ignoring "docs/**" silences nothing']);
  expect(messages([silenced("scripts/release.mjs", "docs/use.md")])).toEqual([]);
  expect(messages([])).toHaveLength(1);
  // A place that the release misses counts in the coverage, even where no finding speaks of it.
  expect(ignoreWithoutEffect.check(audit, { missed: [place("docs/use.md")], findings: [] })).toEqual([]);
});

test("a preset may ignore what this revision does not have", () => {
  const audit = soFar({ "version-audit.toml": '[[ignore]]\npath = "docs/**"\nreason = "agreed"\n' });
  const { ignores } = audit.evidence;
  const source = { from: "preset", preset: "pebble" } as const;
  const configured = ignores.configured.map((entry) => ({ ...entry, source }));
  const evidence = { ...audit.evidence, ignores: { ...ignores, configured } };
  expect(ignoreWithoutEffect.check(audit)).toHaveLength(1);
  expect(ignoreWithoutEffect.check({ ...audit, evidence })).toEqual([]);
});
