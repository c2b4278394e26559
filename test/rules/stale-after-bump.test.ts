import { expect, test } from "vitest";
import { staleAfterBump } from "../../src/rules/stale-after-bump.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("is an error where the manifest proves it, and shows the line that writes the siblings", async () => {
  const audit = await auditFixture("stale-after-bump");
  expect(told(staleAfterBump, audit)).toEqual([
    "warning docs/install.md:4 pebble stays at 1.2.0",
    "error packages/vue/package.json:3 @pebble/vue stays at 1.2.0",
    `  ${script}:10 2 places of the same kind are written here`,
  ]);
});

test("is silent once the script writes every place", async () => {
  const audit = await auditFixture("stale-after-bump", {
    replace: [
      [script, `["pebble", "react"]`, `["pebble", "react", "vue"]`],
      ["docs/install.md", "pebble@1.2.0", "pebble"],
    ],
  });
  expect(shown(audit)).toEqual([]);
});

test("says nothing of what is not ours, is ignored with a reason, or has a version line of its own", async () => {
  const audit = await auditFixture("stale-after-bump", {
    files: { "docs/other.md": "npm install granite@1.2.0\n" },
    replace: [
      ["packages/vue/package.json", `"version": "1.2.0"`, `"version": "0.4.0"`],
      ["docs/install.md", "```sh\n", "<!-- version-audit-ignore: the first release that had a page -->\n"],
    ],
  });
  expect(told(staleAfterBump, audit)).toEqual([]);
});

test.each([
  ["npm version 1.2.1 --workspace @pebble/vue", "warning"],
  ["npx lerna version 1.2.1 --yes", "warning"],
  ["cargo set-version --workspace 1.2.1", "warning"],
  ["npm run build -- version", "error"],
  ["git tag version", "error"],
])("proves nothing where a command that sets versions was not run: %s", async (command, severity) => {
  const starts = `import { execSync } from "node:child_process";\nexecSync(${JSON.stringify(command)});\n`;
  const audit = await auditFixture("stale-after-bump", {
    replace: [[script, "import { readFileSync", `${starts}import { readFileSync`]],
  });
  expect(told(staleAfterBump, audit)).toContain(
    `${severity} packages/vue/package.json:3 @pebble/vue stays at 1.2.0`,
  );
});
