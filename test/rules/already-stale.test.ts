import { expect, test } from "vitest";
import { alreadyStale } from "../../src/rules/already-stale.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("reports what is left behind, and what is behind until the next release writes it", async () => {
  const audit = await auditFixture("already-stale", { tags: ["v1.1.0", "v1.2.0"] });
  expect(told(alreadyStale, audit)).toEqual([
    "warning README.md:4 pebble is behind at 1.1.0",
    "warning examples/hello/package.json:5 pebble is behind at 1.1.0 until the next release",
  ]);
});

test("says nothing of a changelog, of when something came, or of a number that was never released", async () => {
  const audit = await auditFixture("already-stale", {
    files: { "docs/later.md": "pebble has 1.1.5 times the speed of granite.\n" },
    replace: [
      ["README.md", "pebble@1.1.0", "pebble"],
      ["examples/hello/package.json", "1.1.0", "1.2.0"],
    ],
    tags: ["v1.1.0", "v1.2.0"],
  });
  expect(shown(audit)).toEqual([]);
});

const example = "examples/hello/package.json";

/** What is left behind until the next release when an example asks in this way and a further manifest has a version. */
async function late(requirement: string, added: string, current = "1.2.0"): Promise<string[]> {
  const audit = await auditFixture("already-stale", {
    files: {
      "README.md": "# Pebble\n",
      "CHANGELOG.md": "",
      "packages/late/package.json": `{\n  "name": "@pebble/late",\n  "version": "${added}"\n}\n`,
    },
    replace: [
      ["package.json", "1.2.0", current],
      [example, "1.1.0", requirement],
      [
        "scripts/release.mjs",
        "function bump",
        `bump("packages/late/package.json", /"version": ".*"/, '"version": "' + version + '"');\n\nfunction bump`,
      ],
    ],
    tags: ["v1.1.0", "v1.2.0"],
  });
  return told(alreadyStale, audit);
}

test.for([
  [
    "an older manifest",
    "1.2.0",
    "1.1.0",
    "1.2.0",
    ["packages/late/package.json:3 @pebble/late is behind at 1.1.0"],
  ],
  ["an older requirement", "1.1.0", "1.2.0", "1.2.0", [`${example}:5 pebble is behind at 1.1.0`]],
  ["a new manifest, which has its number from a template", "1.2.0", "0.0.0", "1.2.0", []],
  ["a range that admits current", "^1.1.0", "1.2.0", "1.2.0", []],
  ["a range that admits current, a prerelease", "^1.1.0", "1.3.0-rc.1", "1.3.0-rc.1", []],
  ["a part of a version", "1.1", "1.2.0", "1.2.0", []],
] as const)("until the release writes it, %s is late or not", async ([
  ,
  requirement,
  added,
  current,
  places,
]) => {
  const lines = places.map((place) => `warning ${place} until the next release`);
  expect(await late(requirement, added, current)).toEqual(lines);
});
