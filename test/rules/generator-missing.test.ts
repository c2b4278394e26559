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
      ["api/openapi.json", "1.0.0", "1.2.0"],
      [
        "scripts/release.mjs",
        "import { readFileSync",
        'import { execSync } from "node:child_process";\nexecSync("npm run describe-api");\nimport { readFileSync',
      ],
    ],
  });
  expect(shown(audit)).toEqual([]);
});
