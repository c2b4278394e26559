import { expect, test } from "vitest";
import { AuditError } from "../../src/audit-error.ts";
import { renderAuditError, renderDefect } from "../../src/cli/failure.ts";
import { proposedProduct } from "../../src/init/proposed-product.ts";
import { workflowScripts } from "../../src/init/workflow-scripts.ts";
import { openRepository } from "../../src/open-repository.ts";
import { plain } from "../../src/report/palette.ts";
import { temporaryRepository } from "../config/temporary-repository.ts";
import { auditFixture } from "../rules/audit-fixture.ts";

test("scripts that a workflow runs, with the arguments that it gives them", () => {
  const workflow = [
    "steps:",
    `  - run: node scripts/release.mjs \${{ inputs.version }} --yes`,
    "  - run: npx tsx --conditions=dev ./scripts/publish.ts '$VERSION' \"--channel\"; echo done",
    `  - run: node scripts/release.mjs --token \${{ secrets.TOKEN }}`,
    `  - run: node scripts/other.mjs \${VERSION}`,
    "  - run: node scripts/release-none.mjs 1.0.0",
    "  - run: bun run scripts/release.mjs",
  ].join("\n");
  const repository = temporaryRepository({
    ".github/workflows/release.yml": workflow,
    ".github/workflows/deep/x.yml": workflow,
    "scripts/release.mjs": "",
    "scripts/publish.ts": "",
    "scripts/other.mjs": "",
  });
  const found = workflowScripts(repository, /release|publish/);
  expect(found.map(({ path, args }) => [path, ...args].join(" "))).toEqual([
    "scripts/release.mjs {version} --yes",
    "scripts/publish.ts {version} --channel",
    "scripts/release.mjs",
    "scripts/release.mjs",
  ]);
  expect(found[0]?.why).toBe("the workflow .github/workflows/release.yml runs it");
});

test.each([
  ['"https://pebble.example/docs/#readme"', ["pebble.example/docs"]],
  ['"http://pebble.example"', ["pebble.example"]],
  ['"https://github.com/acme/pebble#readme"', undefined],
  ['"https://www.npmjs.com/package/pebble"', undefined],
  ['"pebble.example"', undefined],
  ["1", undefined],
])("the home page %s is proposed as %j", async (homepage, urls) => {
  const audit = await auditFixture("stale-after-bump", {
    files: { "package.json": `{ "name": "pebble", "version": "1.2.0", "homepage": ${homepage} }\n` },
  });
  expect(proposedProduct(audit)["urls"]).toEqual(urls);
});

test("an obstacle is told with the place that it names, as far as there is one", () => {
  const { root } = openRepository({ root: temporaryFixture() }).repository;
  const told = (path: string | null, line: number | null, column: number | null) =>
    renderAuditError(
      new AuditError("it is broken", { path, line, column, help: "mend it\nor leave it" }),
      root,
      plain,
    );
  expect(told(null, null, null)).toMatchInlineSnapshot(`
    "error: it is broken
       = help: mend it
           or leave it
    "
  `);
  expect(told("release.mjs", 2, 7)).toMatchInlineSnapshot(`
    "error: it is broken
      --> release.mjs:2:7
       |
     2 |   throw new Error();
       |       ^
       |
       = help: mend it
           or leave it
    "
  `);
  expect(told("release.mjs", 2, null)).toMatchInlineSnapshot(`
    "error: it is broken
      --> release.mjs:2
       |
     2 |   throw new Error();
       |   ^^^^^^^^^^^^^^^^^^
       |
       = help: mend it
           or leave it
    "
  `);
  expect(told("release.mjs", 9, 1)).toMatchInlineSnapshot(`
    "error: it is broken
      --> release.mjs:9:1
       |
       = help: mend it
           or leave it
    "
  `);
  expect(told("none.mjs", 1, 1)).toMatchInlineSnapshot(`
    "error: it is broken
      --> none.mjs:1:1
       |
       = help: mend it
           or leave it
    "
  `);
});

function temporaryFixture(): string {
  return temporaryRepository({
    "release.mjs": "// a script\n  throw new Error();\n",
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "release.mjs"\n',
  }).root;
}

test("a defect of ours is told as one, with the stack for those who ask", () => {
  const error = new TypeError("x is not a function");
  expect(renderDefect(error, false)).toMatchInlineSnapshot(`
    "error: version-audit itself failed: x is not a function
    This is a defect of version-audit, not of the repository. --verbose shows where it happened.
    "
  `);
  expect(renderDefect(error, true)).toContain("proposals.test.ts");
  expect(renderDefect("thrown text", true)).toContain("failed: thrown text\n");
});
