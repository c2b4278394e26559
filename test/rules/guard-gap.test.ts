import { expect, test } from "vitest";
import { guardGap } from "../../src/rules/guard-gap.ts";
import { auditFixture } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const guard = "scripts/check-versions.sh";

test("a manifest whose siblings a check reads and that it leaves out is a warning at the check", async () => {
  expect(told(guardGap, await auditFixture("guard-gap"))).toEqual([
    `warning ${guard}:5 ${guard} does not read packages/shell/package.json, which holds the version as well`,
    "  packages/shell/package.json:3 this one is left out",
  ]);
});

test("is silent once the check reads it, and where one alone is read", async () => {
  const complete = await auditFixture("guard-gap", {
    replace: [[guard, "client server", "client server shell"]],
  });
  expect(told(guardGap, complete)).toEqual([]);
  const alone = await auditFixture("guard-gap", { replace: [[guard, "client server", "client"]] });
  expect(told(guardGap, alone)).toEqual([]);
});

test.each([
  [
    "ci/check-version.mjs",
    `import { readFileSync } from "node:fs";
const version = (path) => JSON.parse(readFileSync(path, "utf8")).version;
for (const name of ["a", "b"]) if (version(\`packages/$\{name}/package.json\`) !== "1.2.0") console.log(name);
`,
    2,
  ],
  ["ci/check-version.sh", 'for name in a b; do\n  grep -q version "packages/$name/package.json"\ndone\n', 2],
])("the only manifest of its folder that %s does not read is a warning at the check", async (path, text, line) => {
  const manifest = (name: string) => `{ "name": "@lumen/${name}", "version": "1.2.0" }\n`;
  const audit = await auditFixture("guard-fails", {
    replace: [
      ["package.json", guard, path],
      ["package.json", '"version"', '"workspaces": ["packages/*"],\n  "version"'],
    ],
    files: {
      [path]: text,
      "packages/a/package.json": manifest("a"),
      "packages/b/package.json": manifest("b"),
      "packages/c/package.json": manifest("c"),
    },
  });
  expect(told(guardGap, audit)).toEqual([
    `warning ${path}:${line} ${path} does not read packages/c/package.json, which holds the version as well`,
    "  packages/c/package.json:1 this one is left out",
  ]);
});
