import { expect, test } from "vitest";
import { uncalledBump } from "../../src/rules/uncalled-bump.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("calls what the release does not call, and shows the places that it would write", async () => {
  const audit = await auditFixture("uncalled-bump");
  expect(told(uncalledBump, audit)).toEqual([
    "warning scripts/bump.mjs:9 the release never calls bumpCrates, which writes 1 missed place",
    "  Cargo.toml:5 workspace: written when bumpCrates is called",
  ]);
  expect(shown(audit)).toContain("error stale-after-bump Cargo.toml:5");
});

test("knows a module of which the release has come to use nothing", async () => {
  const audit = await auditFixture("uncalled-bump", {
    files: {
      "scripts/crates.mts": `import { readFileSync, writeFileSync } from "node:fs";
export function bumpCrates(version: string): void {
  const text = readFileSync("Cargo.toml", "utf8");
  writeFileSync("Cargo.toml", text.replace(/version = ".*"/, "version = " + JSON.stringify(version)));
}
`,
      "scripts/release.mts": `import { bumpManifest } from "./bump.mjs";
import { bumpCrates } from "./crates.mts";

await bumpManifest(process.cwd(), process.argv[2]);
`,
      "scripts/bump.mjs": `import { readFileSync, writeFileSync } from "node:fs";
export function bumpManifest(root, version) {
  const text = readFileSync("package.json", "utf8");
  writeFileSync("package.json", text.replace(/"version": ".*"/, '"version": ' + JSON.stringify(version)));
}
`,
    },
    replace: [["version-audit.toml", "release.mjs", "release.mts"]],
  });
  expect(told(uncalledBump, audit)[0]).toBe(
    "warning scripts/crates.mts:2 the release never calls bumpCrates, which writes 1 missed place",
  );
});

test("is silent once the release calls it, under another name too", async () => {
  const audit = await auditFixture("uncalled-bump", {
    replace: [
      ["scripts/release.mjs", "{ bumpManifest }", "{ bumpCrates as crates, bumpManifest }"],
      [
        "scripts/release.mjs",
        "process.argv[2]);",
        "process.argv[2]);\nawait crates(process.cwd(), process.argv[2]);",
      ],
    ],
  });
  expect(shown(audit)).toEqual([]);
});

test.each([
  ["an object", "({ root, version }) {"],
  ["an object that it takes apart", "(options) {\n  const { root, version } = options;"],
  ["further parameters", "(root, version, dryRun = false) {"],
])("tries arguments by the names of the parameters: %s", async (_, signature) => {
  const audit = await auditFixture("uncalled-bump", {
    replace: [["scripts/bump.mjs", "bumpCrates(root, version) {", `bumpCrates${signature}`]],
  });
  expect(told(uncalledBump, audit)).toHaveLength(2);
});

test.each([
  ["writes nothing", 'await replaceIn(join(root, "Cargo.toml")', 'void (join(root, "Cargo.toml")'],
  ["asks for no version", "bumpCrates(root, version)", "bumpCrates(root, number)"],
  ["is not exported", "export async function bumpCrates", "async function bumpCrates"],
])("does not try a function that %s", async (_, found, becomes) => {
  const audit = await auditFixture("uncalled-bump", { replace: [["scripts/bump.mjs", found, becomes]] });
  expect(audit.probes.uncalled).toEqual([]);
});

test("is silent about a function that writes nothing which is missed", async () => {
  const audit = await auditFixture("uncalled-bump", {
    replace: [
      [
        "scripts/bump.mjs",
        'join(root, "Cargo.toml"), /version = ".*"/',
        'join(root, "package.json"), /1\\.2\\.0/',
      ],
    ],
  });
  expect(audit.probes.uncalled).toHaveLength(1);
  expect(told(uncalledBump, audit)).toEqual([]);
});

test("counts the missed places that the function covers, and shows the first few of them", async () => {
  const crates = ["a", "b", "c", "d", "e", "f"].map((name) => `crates/${name}/Cargo.toml`);
  const audit = await auditFixture("uncalled-bump", {
    files: {
      ...Object.fromEntries(
        crates.map((path, index) => [
          path,
          `[package]\nname = "pebble-${"abcdef"[index]}"\nversion = "1.2.0"\nedition = "2021"\n`,
        ]),
      ),
      // The function writes the first of these alone.
      "README.md": "# Pebble\n\n    npm install pebble@1.2.0\n    npm install pebble@1.2.0 vite\n",
    },
    replace: [
      ["Cargo.toml", '["crates/pebble"]', '["crates/*"]'],
      [
        "scripts/bump.mjs",
        '  await replaceIn(join(root, "Cargo.toml")',
        `  await replaceIn("package.json", /1\\.2\\.0/, version);
  await replaceIn("README.md", /1\\.2\\.0/, version);
  for (const path of ${JSON.stringify(crates)}) await replaceIn(path, /1\\.2\\.0/, version);
  await replaceIn(join(root, "Cargo.toml")`,
      ],
    ],
  });
  expect(told(uncalledBump, audit)).toEqual([
    "warning scripts/bump.mjs:9 the release never calls bumpCrates, which writes 8 missed places",
    "  Cargo.toml:5 workspace: written when bumpCrates is called",
    "  README.md:3 pebble: written when bumpCrates is called",
    ...["a", "b", "c"].map(
      (name) => `  crates/${name}/Cargo.toml:3 pebble-${name}: written when bumpCrates is called`,
    ),
  ]);
  expect(uncalledBump.check(audit)[0]?.why).toBe(
    "called on its own in the sandbox, bumpCrates writes the new version to places that the release leaves behind",
  );
});

const shellScript = (call: string, parameter = "") => `#!/bin/bash
set -e
version=$1
bump_crates() {
  sed -i "s/^version = .*/version = \\"$version\\"/" Cargo.toml${parameter}
}
sed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$version\\"/" package.json
${call}
`;
const byShell = (script: string) =>
  auditFixture("uncalled-bump", {
    files: {
      "scripts/release.sh": script,
      "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/release.sh"\nargs = ["{version}"]\n',
    },
  });

test("knows a function of a shell that the script never names again", async () => {
  expect(told(uncalledBump, await byShell(shellScript("")))).toEqual([
    "warning scripts/release.sh:4 the release never calls bump_crates, which writes 1 missed place",
    "  Cargo.toml:5 workspace: written when bump_crates is called",
  ]);
});

test.each([
  ["is called", shellScript("bump_crates")],
  ["is named by a trap", shellScript("trap bump_crates EXIT")],
  ["asks for an argument", shellScript("", ' "$2"')],
])("a function of a shell that %s is no finding", async (_, script) => {
  expect(told(uncalledBump, await byShell(script))).toEqual([]);
});
