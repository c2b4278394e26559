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

/** The verdict of the fixture when its script starts this line, too, of which 9.9.9 is the new version. */
async function besides(line: string) {
  const starts = `import { execSync } from "node:child_process";\nexecSync(${JSON.stringify(line)}.replaceAll("9.9.9", process.argv[2]));\n`;
  const audit = await auditFixture("stale-after-bump", {
    replace: [[script, "import { readFileSync", `${starts}import { readFileSync`]],
  });
  const found = staleAfterBump
    .check(audit)
    .find(({ location }) => location.path === "packages/vue/package.json");
  return { severity: found?.severity, why: found?.why };
}

test.each([
  "yarn --cwd packages/vue version --new-version 9.9.9",
  "npm version patch --workspace @pebble/vue",
  "yarn workspace @pebble/vue version 9.9.9",
  "npx lerna version --yes",
  "cargo set-version --workspace 9.9.9",
  "make bump VERSION=9.9.9",
  "python3 -c 'edit()' packages/vue/package.json",
  "if true; then frob packages/vue/package.json; fi",
])("proves nothing where a command was not run that may write the place: %s", async (line) => {
  const { severity, why } = await besides(line);
  expect([severity, why]).toEqual(["warning", expect.stringContaining("which was not run, may write it")]);
});

test.each([
  'git commit -am "chore: npm version 9.9.9"',
  'gh release create v9.9.9 --notes "cargo release"',
  "docker build -t pebble:9.9.9 .",
  "npm publish --tag 9.9.9",
  "poetry version -s",
  "frob packages/other/package.json",
])("a command that writes nothing here takes no proof away: %s", async (line) => {
  expect((await besides(line)).severity).toBe("error");
});
