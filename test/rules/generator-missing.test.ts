import { expect, test } from "vitest";
import { generatorMissing } from "../../src/rules/generator-missing.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("names the input that is gone, once for all places", async () => {
  const audit = await auditFixture("generator-missing");
  expect(told(generatorMissing, audit)).toEqual([
    "warning api/openapi.json:5 nothing can generate api/openapi.json any more: scripts/describe-api.mjs does not exist",
    "  version-audit.toml:6 declared as generated here",
  ]);
  expect(shown(audit).filter((line) => line.includes("api/openapi.json"))).toEqual([
    "warning generator-missing api/openapi.json:5",
  ]);
});

test("names the command that the release never runs", async () => {
  const audit = await auditFixture("generator-missing", { files: { "scripts/describe-api.mjs": "" } });
  expect(told(generatorMissing, audit)[0]).toBe(
    "warning api/openapi.json:5 the release never runs `npm run describe-api`, which writes api/openapi.json",
  );
});

test("is silent once the release runs it", async () => {
  const audit = await auditFixture("generator-missing", {
    files: { "scripts/describe-api.mjs": "" },
    replace: [
      ["api/openapi.json", "1.1.0", "1.2.0"],
      [
        "package.json",
        '"1.2.0"',
        '"1.2.0",\n  "scripts": {\n    "describe-api": "node scripts/describe-api.mjs"\n  }',
      ],
      [
        "scripts/release.mjs",
        "import { readFileSync",
        'import { execSync } from "node:child_process";\nexecSync("npm run describe-api");\nimport { readFileSync',
      ],
    ],
  });
  expect(shown(audit)).toEqual([]);
});

const table = (paths: string, ...more: string[]) =>
  ["", "[[generated]]", `paths = [${paths}]`, ...more, ""].join("\n");
const config = (...tables: string[]) => ({
  "version-audit.toml": `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n${tables.join("")}`,
});
const api = (version: string) =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "Pebble", version }, paths: {} });
const runs = [
  "scripts/release.mjs",
  "import { readFileSync",
  'import { execSync } from "node:child_process";\nexecSync("npm run describe-api");\nimport { readFileSync',
] as const;

test("shows a few of many places, and counts them all", async () => {
  const audit = await auditFixture("generator-missing", {
    files: Object.fromEntries(["a", "b", "c", "d"].map((name) => [`api/${name}.json`, api("1.2.0")])),
    replace: [["version-audit.toml", '["api/openapi.json"]', '["api/*.json"]']],
  });
  expect(told(generatorMissing, audit)).toEqual([
    "warning api/a.json:1 nothing can generate api/a.json any more: scripts/describe-api.mjs does not exist",
    "  api/b.json:1 also at 1.2.0",
    "  api/c.json:1 also at 1.2.0",
    "  api/d.json:1 also at 1.2.0",
    "  version-audit.toml:6 declared as generated here",
  ]);
  expect(generatorMissing.check(audit)[0]?.why).toBe(
    "only this generator could write 5 places that hold a version of the train",
  );
});

test("where only the input is missing, a place that is behind proves it", async () => {
  const behind = {
    "api/openapi.json": api("1.1.0"),
    "api/internal.json": api("1.2.0"),
    "api/package.json": '{ "name": "pebble-api", "private": true, "dependencies": { "pebble": "^1.0" } }',
  };
  const missing = 'from = ["scripts/describe-api.mjs"]';
  const told1 =
    "warning api/openapi.json:1 nothing can generate api/openapi.json any more: scripts/describe-api.mjs does not exist";
  const told2 = "  version-audit.toml:6 declared as generated here";
  const unnamed = await auditFixture("generator-missing", {
    files: { ...behind, ...config(table('"api/*.json"', missing)) },
  });
  expect(told(generatorMissing, unnamed)).toEqual([told1, told2]);
  const run = await auditFixture("generator-missing", {
    files: { ...behind, ...config(table('"api/*.json"', 'by = "npm run describe-api"', missing)) },
    replace: [runs],
  });
  expect(told(generatorMissing, run)).toEqual([told1, told2]);
});

test("says nothing of output that another generator writes, or that holds no version", async () => {
  const audit = await auditFixture("generator-missing", {
    files: {
      ...config(
        table('"api/openapi.json"', 'by = "npm run describe-api"'),
        table('"api/*.json"', 'by = "npm run describe-all"'),
        table('"docs/*.md"', 'by = "npm run docs"'),
      ),
      "docs/index.md": "# Pebble\n",
    },
    replace: [runs],
  });
  expect(told(generatorMissing, audit)).toEqual([]);
});

test("points at no table of a configuration that nobody wrote here", async () => {
  const audit = await auditFixture("generator-missing");
  const source = { from: "preset" as const, preset: "pebble" };
  const generated = audit.config.generated.map(({ value }) => ({ value, source }));
  const preset = { ...audit, config: { ...audit.config, generated } };
  expect(told(generatorMissing, preset)).toHaveLength(1);
});
