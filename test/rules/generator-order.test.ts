import { expect, test } from "vitest";
import { generatorOrder } from "../../src/rules/generator-order.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("names the step that comes too late, before anything is behind", async () => {
  const audit = await auditFixture("generator-order");
  expect(told(generatorOrder, audit)).toEqual([
    `warning ${script}:10 \`./scripts/generate-sdk.sh\` runs before \`npm run build\` refreshes its input api/openapi.json`,
    `  ${script}:11 api/openapi.json is refreshed here`,
    "  sdk/client.ts:1 so this stays one release behind",
  ]);
  expect(shown(audit)).toEqual([`warning generator-order ${script}:10`]);
});

test("is silent when the input is refreshed first", async () => {
  const audit = await auditFixture("generator-order", {
    replace: [
      [
        script,
        'execSync("./scripts/generate-sdk.sh");\nexecSync("npm run build");',
        'execSync("npm run build");\nexecSync("./scripts/generate-sdk.sh");',
      ],
    ],
  });
  expect(shown(audit)).toEqual([]);
});

test("knows a write of the script that comes after the generator", async () => {
  const audit = await auditFixture("generator-order", {
    replace: [
      [
        script,
        'execSync("npm run build");\n',
        'const api = readFileSync("api/openapi.json", "utf8");\nwriteFileSync("api/openapi.json", api.replace("1.2.0", version));\n',
      ],
    ],
  });
  expect(told(generatorOrder, audit)[0]).toBe(
    `warning ${script}:10 \`./scripts/generate-sdk.sh\` runs before a later write of the script refreshes its input api/openapi.json`,
  );
});

test("leaves output that is behind already to generated-behind, and is silent where no version is written", async () => {
  const behind = await auditFixture("generator-order", {
    replace: [["sdk/package.json", "1.2.0", "1.1.0"]],
    tags: ["v1.1.0", "v1.2.0"],
  });
  expect(told(generatorOrder, behind)).toEqual([]);
  expect(shown(behind)).toContainEqual(expect.stringMatching(/ generated-behind /));
  const bare = await auditFixture("generator-order", {
    files: { "sdk/package.json": '{ "private": true }\n', "sdk/client.ts": "export const client = {};\n" },
  });
  expect(told(generatorOrder, bare)).toEqual([]);
});
