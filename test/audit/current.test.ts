import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing } from "../repository/files/git-environment.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { commit, release, write } from "../rules/fixture-copy.ts";

/** Names the last commit, with a message as release tools do. */
function tag(root: string, name: string): void {
  execFileSync("git", ["tag", "--annotate", "--message", name, name], { cwd: root, env: committing });
}

/** What an audit understands of a folder: where it stands, by which call, with what it finds. */
async function understood(root: string) {
  const { release, findings } = await audit({ root, environment: committing });
  const { current, target, call, mechanism } = release;
  return {
    step: `${current} to ${target}`,
    call,
    mechanism,
    findings: findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
  };
}

test("a script that takes the tag before and the new one is given tags, and a chart is no product", async () => {
  const root = temporaryFolder({
    "charts/lumen/Chart.yaml": "apiVersion: v2\nname: lumen\nversion: 1.21.1\nappVersion: 0.21.0\n",
    "deploy/lumen.yaml": "image: registry.example.invalid/lumen:v0.22.0\n",
    "docs/release.md": '    LUMEN_VERSION="v0.22.0"\n',
    "scripts/version-updater.sh": `PREV_TAG=$1
NEW_TAG=$2
sed -i "s|lumen:\${PREV_TAG}|lumen:\${NEW_TAG}|" deploy/lumen.yaml
sed -i "s/LUMEN_VERSION=\\"\${PREV_TAG}\\"/LUMEN_VERSION=\\"\${NEW_TAG}\\"/" docs/release.md
`,
  });
  release(root, "v0.21.0", "v0.22.0", "lumen-chart-1.21.0", "lumen-chart-1.21.1");
  const { step, call, findings } = await understood(root);
  expect([step, call]).toEqual(["0.22.0 to 0.22.1", "scripts/version-updater.sh v{current} v{version}"]);
  expect(findings.filter((finding) => finding.includes("dead-pattern"))).toEqual([]);
});

test("a script that writes over what is on the way to the next version releases that", async () => {
  const root = temporaryFolder({
    "version.gradle.kts":
      'val stableVersion = "1.60.0-SNAPSHOT"\nval alphaVersion = "1.60.0-alpha-SNAPSHOT"\n',
    "scripts/update-version.sh": `version=$1
sed -Ei "s/val stableVersion = \\"[^\\"]*\\"/val stableVersion = \\"$version\\"/" version.gradle.kts
sed -Ei "s/val alphaVersion = \\"[^\\"]*\\"/val alphaVersion = \\"$version-alpha\\"/" version.gradle.kts
`,
  });
  release(root, "v1.58.0", "v1.59.0");
  expect(await understood(root)).toMatchObject({ step: "1.60.0-SNAPSHOT to 1.60.0", findings: [] });
});

test("what is always a snapshot of the next version says less than what gives way to the version alone", async () => {
  const root = temporaryFolder({
    "version.gradle.kts": 'allprojects {\n  var ver = "1.60.0"\n}\n',
    ...Object.fromEntries(
      ["api", "core"].map((name) => [`docs/current/${name}.txt`, `Comparing ${name}-1.60.0-SNAPSHOT.jar\n`]),
    ),
    "scripts/update-version.sh": `version=$1
sed -Ei "s/var ver = \\"[^\\"]*\\"/var ver = \\"$version\\"/" version.gradle.kts
sed -Ei "1 s/-[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?.jar/-$version-SNAPSHOT.jar/" docs/current/*.txt
`,
  });
  release(root, "v1.58.0", "v1.59.0");
  expect(await understood(root)).toMatchObject({ step: "1.60.0 to 1.60.1", findings: [] });
});

test("packages in which nothing has changed are written by the release that releases them together", async () => {
  const manifest = (name: string, version: string) =>
    [`packages/${name}/package.json`, `${JSON.stringify({ name, version }, null, 2)}\n`] as const;
  const tree = (version: string) =>
    Object.fromEntries([
      ["lerna.json", JSON.stringify({ version, packages: ["packages/*"] }, null, 2)],
      ...["a", "b"].map((name) => manifest(name, version)),
    ]);
  const root = temporaryFolder(tree("1.0.0"));
  release(root);
  for (const version of ["1.1.0", "1.2.0", "1.3.0"]) {
    for (const [path, text] of Object.entries(tree(version))) write(root, path, text);
    commit(root);
    tag(root, `v${version}`);
  }
  write(root, "packages/a/index.js", "");
  commit(root);
  expect(await understood(root)).toMatchObject({ step: "1.3.0 to 1.3.1", mechanism: "tool", findings: [] });
});

test("a manifest that is called with its version shows the releases that wrote it", async () => {
  const configure = (version: string) => ["configure.ac", `AC_INIT([lumen], [${version}])\n`] as const;
  const root = temporaryFolder(Object.fromEntries([configure("1.1.0-dev")]));
  release(root);
  for (const version of ["1.1.0", "1.2.0-dev", "1.2.0", "1.3.0-dev"]) {
    write(root, ...configure(version));
    commit(root);
  }
  expect(await understood(root)).toMatchObject({
    step: "1.3.0-dev to 1.3.0",
    mechanism: "history",
    findings: [],
  });
});

test("tags of a form that semantic-release tried once say less than those that the tree follows", async () => {
  const manifest = (name: string) => `${JSON.stringify({ name, version: "1.3.0" }, null, 2)}\n`;
  const root = temporaryFolder({
    "package.json": manifest("lumen"),
    "agent/package.json": manifest("agent"),
    ".releaserc.json": JSON.stringify({
      plugins: [
        ["@semantic-release/exec", { prepareCmd: `bun scripts/sync.ts \${nextRelease.version}` }],
        ["@semantic-release/git", { assets: ["**/package.json"] }],
      ],
    }),
    "scripts/sync.ts": `import { readFileSync, writeFileSync } from "node:fs";
for (const path of ["package.json", "agent/package.json"])
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version: process.argv[2] }, null, 2) + "\\n");
`,
  });
  const tags = Array.from({ length: 11 }, (_, minor) => `agent-v1.2.${minor}`);
  release(root, "v4.29.5", ...tags, "agent-v1.3.0");
  expect(await understood(root)).toMatchObject({
    step: "1.3.0 to 1.3.1",
    mechanism: "tool",
    findings: ["warning tag-ahead: the tree says 1.3.0, but the tags reach 4.29.5"],
  });
});
