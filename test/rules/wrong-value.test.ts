import { expect, test } from "vitest";
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
