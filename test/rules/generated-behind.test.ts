import { expect, test } from "vitest";
import { generatedBehind } from "../../src/rules/generated-behind.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("tells in one finding what is behind, and that the order of the release is the reason", async () => {
  const audit = await auditFixture("generated-behind");
  expect(shown(audit)).toEqual(["warning generated-behind sdk/package.json:3"]);
  expect(told(generatedBehind, audit)).toEqual([
    "warning sdk/package.json:3 2 generated places in 2 files hold 1.1.0, behind 1.2.0",
    "  api/openapi.json:5 its input holds 1.2.0",
    "  scripts/release.mjs:10 `./scripts/generate-sdk.sh` runs here",
    "  scripts/release.mjs:11 `npm run build` refreshes api/openapi.json only here",
    "  sdk/client.ts:1 also at 1.1.0",
  ]);
  expect(audit.findings[0]?.why).toBe(
    "`./scripts/generate-sdk.sh` runs before `npm run build` refreshes api/openapi.json, so its output stays one release behind",
  );
});

test("asks for another run where the order is right", async () => {
  const audit = await auditFixture("generated-behind", {
    replace: [
      [
        "scripts/release.mjs",
        'execSync("./scripts/generate-sdk.sh");\nexecSync("npm run build");',
        'execSync("npm run build");\nexecSync("./scripts/generate-sdk.sh");',
      ],
    ],
  });
  expect(audit.findings.map(({ rule, help }) => `${rule}: ${help}`)).toEqual([
    "generated-behind: run the generator again and commit what it writes",
  ]);
});

test("leaves bare numbers alone where the input says no version", async () => {
  const audit = await auditFixture("generated-behind", {
    files: {
      "deploy/grafana.yaml": "apiVersion: 1\nhttpVersion: 1.0.0\n",
      "deploy/template.yaml": "apiVersion: 1\n",
    },
    replace: [
      ["version-audit.toml", 'paths = ["sdk/**"]', 'paths = ["deploy/grafana.yaml"]'],
      ["version-audit.toml", '"api/openapi.json"]\n\n', '"deploy/template.yaml"]\n\n'],
    ],
  });
  expect(told(generatedBehind, audit)).toEqual([]);
});

test.each([
  ["that nobody runs", "", "no release runs its generator"],
  ["that the release runs", 'by = "./scripts/generate-sdk.sh"\n', null],
])("holds the output of a generator %s against current where the input says no version", async (_, by, why) => {
  const audit = await auditFixture("generated-behind", {
    files: {
      "api/paths.yaml": "paths: {}\n",
      "version-audit.toml": `[[release]]
name = "cut"
entry = "scripts/release.mjs"
args = ["{version}"]

[[generated]]
paths = ["sdk/package.json"]
${by}from = ["api/paths.yaml"]
`,
    },
  });
  expect(told(generatedBehind, audit)).toEqual([
    "warning sdk/package.json:3 1 generated place in 1 file holds 1.1.0, behind 1.2.0",
  ]);
  expect(generatedBehind.check(audit)[0]).toMatchObject({ label: "older than current", why });
});
