import { expect, test } from "vitest";
import type { Result } from "../../src/findings/finding.ts";
import { wrongValue } from "../../src/rules/wrong-value.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const example = "examples/hello/package.json";

test("tells a doubled prefix and a prerelease that stays behind", async () => {
  expect(told(wrongValue, await auditFixture("wrong-value"))).toEqual([
    'error Cargo.toml:3 pebble becomes 1.2.0-rc.2-rc.1, which is not right for 1.2.0-rc.2: "-rc.1" is left behind it',
    "  scripts/release.mjs:12 written here",
    `error ${example}:5 pebble becomes ^^1.2.0-rc.2, which is not right for 1.2.0-rc.2: its prefix is doubled`,
    "  scripts/release.mjs:12 written here",
  ]);
});

/** The example as it is, and the replacement with which the script writes it. */
async function rewritten(requirement: string, find: string, replace: string): Promise<string[]> {
  const audit = await auditFixture("wrong-value", {
    files: {
      [example]: `{ "name": "hello", "private": true, "dependencies": { "pebble": "${requirement}" } }\n`,
      "scripts/release.mjs": `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
bump("package.json", /"version": ".*"/, \`"version": "\${version}"\`);
bump("Cargo.toml", /^version = ".*"/m, \`version = "\${version}"\`);
bump("${example}", ${find}, ${replace});
function bump(path, find, replace) {
  writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
}
`,
    },
  });
  return shown(audit).filter((line) => line.includes(example));
}

test.each([
  ["a lost prerelease", "^1.2.0-rc.1", "/1\\.2\\.0-rc\\.1/", "version.split('-')[0]"],
  ["corrupted text", "^1.2.0-rc.1", "/1\\.2\\.0-rc\\.1/", "String(undefined)"],
  ["half a range", "1.2.0-rc.1 || 1.2.0-rc.1", "/1\\.2\\.0-rc\\.1/", "version"],
  ["digits that stay before it", "1.2.0-rc.1", "/2\\.0-rc\\.1/", "version"],
])("tells %s once, and not as a place that stays", async (_, requirement, find, replace) => {
  const lines = await rewritten(requirement, find, replace);
  expect(new Set(lines.filter((line) => !line.startsWith("note")))).toEqual(
    new Set([`error wrong-value ${example}:1`]),
  );
});

test.each([
  ["the same prefix", "^1.2.0-rc.1", "/1\\.2\\.0-rc\\.1/", "version"],
  ["another prefix", "~1.2.0-rc.1", "/~1\\.2\\.0-rc\\.1/", "'^' + version"],
  ["a whole range", ">=1.2.0-rc.1 <2.0.0", "/1\\.2\\.0-rc\\.1/", "version"],
])("leaves %s alone", async (_, requirement, find, replace) => {
  expect(
    (await rewritten(requirement, find, replace)).filter((line) => line.includes("wrong-value")),
  ).toEqual([]);
});

test("wants the version of a manifest without any prefix", async () => {
  const audit = await auditFixture("wrong-value", {
    replace: [["scripts/release.mjs", '"version": "$', '"version": "v$']],
  });
  expect(audit.findings.map(({ message }) => message)).toContain(
    'pebble becomes v1.2.0-rc.2, which is not right for 1.2.0-rc.2: "v" does not belong before it',
  );
});

const extra = "packages/extra/package.json";

/** What is found when the script makes one more replacement, in the manifest of a package or in a further file. */
async function foundWith(bump: string, files: Readonly<Record<string, string>> = {}): Promise<Result[]> {
  const audit = await auditFixture("wrong-value", {
    files: {
      "package.json": '{ "name": "pebble", "version": "1.2.0-rc.1", "workspaces": ["packages/*"] }\n',
      [extra]: '{\n  "name": "@pebble/extra",\n  "version": "1.2.0-rc.1",\n  "granite": "3.0.0"\n}\n',
      "Cargo.toml": "",
      [example]: "{}\n",
      "scripts/release.mjs": `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
bump("package.json", /"version": "[^"]*"/, \`"version": "\${version}"\`);
${bump}
function bump(path, find, replace) {
  writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
}
`,
      ...files,
    },
  });
  return [...wrongValue.check(audit)];
}

test.each([
  [
    "a number that was forgotten in the script",
    '"1.2.0-rc.2"',
    "becomes 1.2.0-rc.2 whatever version the release is to give",
  ],
  ["nothing", '""', "becomes nothing, which is not right for 1.2.0-rc.2: no version is left in it"],
  ["blanks", '"   "', "becomes nothing, which is not right for 1.2.0-rc.2: no version is left in it"],
  [
    "another text, without the blanks around it",
    '"  next  "',
    "becomes next, which is not right for 1.2.0-rc.2: it does not hold the new version",
  ],
  [
    "a long text, up to a few words of it",
    '"x".repeat(500)',
    `becomes ${"x".repeat(80)}, which is not right for 1.2.0-rc.2: it does not hold the new version`,
  ],
])("says that a place becomes %s", async (_, replace, message) => {
  const found = await foundWith(`bump("${extra}", /1\\.2\\.0-rc\\.1/, ${replace});`);
  expect(
    found.map(({ severity, message, location: { path, line } }) => [severity, message, path, line]),
  ).toEqual([["error", `@pebble/extra ${message}`, extra, 3]]);
});

test("a version of something else is for other rules, and so are parts of versions and what is generated", async () => {
  expect(await foundWith(`bump("${extra}", /3\\.0\\.0/, "4.0.0");`)).toEqual([]);
  const partial = {
    [example]: '{ "name": "hello", "private": true, "dependencies": { "pebble": "1.1" } }\n',
  };
  expect(await foundWith(`bump("${example}", /1\\.1/, "1.3");`, partial)).toEqual([]);
  const generated =
    '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n[[generated]]\npaths = ["packages/extra/**"]\n';
  const written = `bump("${extra}", /1\\.2\\.0-rc\\.1/, "next");`;
  expect(await foundWith(written)).toHaveLength(1);
  expect(await foundWith(written, { "version-audit.toml": generated })).toEqual([]);
});

test("each release is held to its own edits, and a place that both write wrongly is told once", async () => {
  const twice = '\n[[release]]\nname = "again"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';
  const audit = await auditFixture("wrong-value", {
    replace: [["version-audit.toml", 'args = ["{version}"]\n', `args = ["{version}"]\n${twice}`]],
  });
  expect(audit.rehearsals).toHaveLength(2);
  expect(told(wrongValue, audit)).toEqual(told(wrongValue, await auditFixture("wrong-value")));
});

test("proves nothing of a release that was called so that it gives a version of its own", async () => {
  const audit = await auditFixture("wrong-value", {
    replace: [["scripts/release.mjs", "= process.argv", '= ["", "", "1.2.0-rc.1-canary"]']],
  });
  expect(told(wrongValue, audit)).toEqual([]);
  expect(audit.findings.map(({ rule }) => rule)).toContain("nothing-audited");
});
