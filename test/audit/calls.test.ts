import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { manifest, releasedRepository, told } from "./told.ts";

const reading = 'import { readFileSync, writeFileSync } from "node:fs";\n';
const bumpsTwo = `${reading}const step = process.argv[2];
const steps = ["patch", "minor", "major"];
if (!steps.includes(step)) {
  console.error(\`usage: bump.mjs <\${steps.join("|")}>\`);
  process.exit(1);
}
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const numbers = read("package.json").version.split(".").map(Number);
const at = 2 - steps.indexOf(step);
const next = numbers.map((number, index) => (index < at ? number : index === at ? number + 1 : 0)).join(".");
for (const path of ["package.json", "core/package.json"])
  writeFileSync(path, JSON.stringify({ ...read(path), version: next }, null, 2) + "\\n");
`;

const stepped = {
  "scripts/bump.mjs": bumpsTwo,
  "package.json": manifest({ version: "0.2.2", scripts: { release: "node scripts/bump.mjs" } }),
  "core/package.json": manifest({ name: "@fennel/core", version: "0.2.2" }),
  "app/Cargo.toml": '[package]\nname = "fennel"\nversion = "0.2.2"\n',
};

test.each([
  ["its text shows", {}],
  [
    "the configuration says",
    { "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/bump.mjs"\nargs = ["patch"]\n' },
  ],
])("a script that takes the step, as %s, is called with one, and arrives at the version that it works out", async (_, more) => {
  const root = releasedRepository({ tag: "v0.2.2", files: { ...stepped, ...more } });
  expect(await told(root)).toEqual({
    release: "0.2.2 to 0.2.3 by scripts/bump.mjs",
    findings: ["error stale-after-bump app/Cargo.toml:3"],
  });
});

const forgotten = "warning stale-after-bump src/version.ts:1";

/** What is told of a script that writes the manifest, beside a constant that it forgets. */
function toldBeside(path: string, script: string, scripts: Readonly<Record<string, string>>) {
  const files = {
    [path]: script,
    "package.json": manifest({ version: "1.2.0", scripts }),
    "src/version.ts": 'export const VERSION = "1.2.0";\n',
  };
  return told(releasedRepository({ tag: "v1.2.0", files }));
}

test("a first argument that is a channel is left out, for a version within another one is none", async () => {
  const script = `${reading}const channel = process.argv[2] ?? "stable";
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const [major, minor, patch] = manifest.version.split(".").map(Number);
manifest.version = channel === "stable" ? \`\${major}.\${minor}.\${patch + 1}\` : \`\${major}.\${minor + 1}.0-\${channel}.1\`;
writeFileSync("package.json", JSON.stringify(manifest, null, 2) + "\\n");
`;
  const files = {
    "scripts/bump_version.mjs": script,
    "package.json": manifest({ version: "0.25.13", scripts: { release: "node scripts/bump_version.mjs" } }),
  };
  expect(await told(releasedRepository({ tag: "v0.25.13", files }))).toEqual({
    release: "0.25.13 to 0.25.14 by scripts/bump_version.mjs",
    findings: [],
  });
});

test("a script whose first argument is none is called as its help shows", async () => {
  const script = `${reading}// yarn release --tag=latest --version=0.19.0   -> releases what is stable
const given = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
if (given.tag === "latest") {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  writeFileSync("package.json", JSON.stringify({ ...manifest, version: given.version }, null, 2) + "\\n");
}
`;
  expect(await toldBeside("scripts/release.mjs", script, { release: "node scripts/release.mjs" })).toEqual({
    release: "1.2.0 to 1.2.1 by scripts/release.mjs",
    findings: [forgotten],
  });
});

test("the report names the call that was followed, and not the first one that was tried", async () => {
  const script = `${reading}// yarn release --tag=latest --version=0.19.0
const given = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=")));
if (given.tag === "latest") writeFileSync("package.json", readFileSync("package.json", "utf8").replace("1.2.0", given.version));
`;
  const files = {
    "scripts/release.mjs": script,
    "package.json": manifest({ version: "1.2.0", scripts: { release: "node scripts/release.mjs" } }),
  };
  const { release } = await audit({ root: releasedRepository({ tag: "v1.2.0", files }) });
  expect(release.call).toBe("scripts/release.mjs --tag=latest --version={version}");
});

test("a script of bash that takes the version by an option", async () => {
  const script = `#!/bin/bash
set -euo pipefail
while getopts "v:" option; do
  case "$option" in v) version="$OPTARG" ;; *) exit 2 ;; esac
done
sed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$version\\"/" package.json
`;
  expect(await toldBeside("bump-version.sh", script, { bump: "./bump-version.sh -v" })).toEqual({
    release: "1.2.0 to 1.2.1 by bump-version.sh",
    findings: [forgotten],
  });
});

test("npm version with a hook that stamps one of two manifests", async () => {
  const hook = `${reading}const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const stamped = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
writeFileSync("extension/manifest.json", JSON.stringify({ ...stamped, version }, null, 2) + "\\n");
`;
  const plugin = manifest({ version: "1.2.0" });
  const files = {
    "scripts/stamp.mjs": hook,
    "package.json": manifest({
      version: "1.2.0",
      scripts: { version: "node scripts/stamp.mjs && git add extension" },
    }),
    "extension/manifest.json": manifest({ manifest_version: 3, version: "1.2.0" }),
    ".claude-plugin/plugin.json": plugin,
  };
  expect(await told(releasedRepository({ tag: "v1.2.0", files }))).toEqual({
    release: "1.2.0 to 1.2.1 by package.json",
    findings: ["error stale-after-bump .claude-plugin/plugin.json:3"],
  });
});

test("of a failed command the line that says what is wrong is quoted, not the end of a backtrace", async () => {
  const files = {
    "bump.sh":
      "#!/bin/sh\nprintf 'reading the tree\\nerror: the toolchain is not installed\\n  12: <unknown>\\n' >&2\nexit 1\n",
    "version-audit.toml": '[[release]]\nname = "cut"\ncommand = "sh bump.sh {version}"\n',
    "package.json": manifest({ version: "1.2.0" }),
  };
  const root = releasedRepository({ tag: "v1.2.0", files });
  const { findings } = await audit({ root, engine: "command", environment: { PATH: process.env["PATH"] } });
  const failed = findings.find(({ rule }) => rule === "not-rehearsed");
  expect(failed?.message).toMatch(/exit code 1: error: the toolchain is not installed$/);
  expect(failed?.help).not.toContain("native run");
  expect(findings.map(({ location }) => location.path)).toEqual(["version-audit.toml", "bump.sh"]);
});
