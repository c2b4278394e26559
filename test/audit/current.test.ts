import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { openRepository } from "../../src/open-repository.ts";
import { presumeCurrent } from "../../src/release/current.ts";
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

const npm = (name: string, version: string) => `{ "name": "${name}", "version": "${version}" }\n`;
const crate = (name: string, version: string) => `[package]\nname = "${name}"\nversion = "${version}"\n`;

/** What current is before anything was rehearsed. */
function presumed(root: string): string {
  return presumeCurrent(openRepository({ root, environment: committing }));
}

test("a file in the root that holds nothing but the version says more than packages at numbers of their own", () => {
  const packages = ["app", "graph", "lint"].map((name) => [
    `web/${name}/package.json`,
    npm(`@lumen/${name}`, "0.314.0"),
  ]);
  const root = temporaryFolder({ VERSION: "3.14.0\n", ...Object.fromEntries(packages) });
  release(root, "v3.13.0", "v0.313.0", "v3.14.0", "v0.314.0");
  expect(presumed(root)).toBe("3.14.0");
});

test("a Gradle property without a name, a module of Python and a source of Go that a tag names say what current is", () => {
  const gradle = temporaryFolder({ "gradle.properties": "VERSION_NAME=3.0-alpha-10-SNAPSHOT\n" });
  release(gradle, "v2.14", "v3.0-alpha-9");
  expect(presumed(gradle)).toBe("3.0-alpha-10-SNAPSHOT");
  release(gradle, "v3.0-alpha-10", "v3.0.0");
  expect(presumed(gradle)).toBe("3.0.0");
  const python = temporaryFolder({
    "pyproject.toml": '[project]\nname = "Mossy"\ndynamic = ["version"]\n',
    "mossy/__init__.py": "__version__: Final = '9.1.1'\n",
    "vendored/other/__init__.py": "__version__ = '9.2.0'\n",
  });
  release(python, "v9.0.4", "v9.1.0");
  expect(presumed(python)).toBe("9.1.1");
  const go = temporaryFolder({
    "api/version/version.go":
      'var (\n\tMinClusterVersion = "3.0.0"\n\tVersion           = "3.8.0-alpha.0"\n)\n',
  });
  release(go, "v3.7.1", "v3.8.0-alpha.0", "api/v3.8.0-alpha.0");
  expect(presumed(go)).toBe("3.8.0-alpha.0");
});

test("tags that leave out what all packages begin with are theirs, once they have taken over from others", () => {
  const root = temporaryFolder({
    "Cargo.toml": '[workspace]\nmembers = ["lumen-web", "lumen-http", "lumen-web-codegen"]\n',
    "lumen-web/Cargo.toml": crate("lumen-web", "4.15.0"),
    "lumen-http/Cargo.toml": crate("lumen-http", "3.13.3"),
    "lumen-web-codegen/Cargo.toml": crate("lumen-web-codegen", "4.3.0"),
  });
  const times = (count: number, name: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => name(at));
  release(
    root,
    ...times(6, (at) => `v0.7.${at}`),
    ...times(12, (at) => `http-v3.13.${at - 8 < 0 ? at : at - 8}-rc.${at}`),
    ...["http-v3.13.3", "codegen-v4.3.0"],
    ...times(16, (at) => `web-v4.${at}.0`),
  );
  execFileSync("git", ["remote", "add", "origin", "https://github.com/lumen/lumen-web"], { cwd: root });
  expect(presumed(root)).toBe("4.15.0");
});

test("the tags of the package that the repository is named after say more than however many crates agree", () => {
  const names = ["analyze", "css", "html", "json", "parser", "rowan", "service", "syntax", "text", "watch"];
  const crates = names.map((name) => [`crates/${name}/Cargo.toml`, crate(`lumen_${name}`, "0.5.7")]);
  const root = temporaryFolder({
    "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n',
    "packages/lumen/package.json": npm("@lumenjs/lumen", "2.5.10"),
    ...Object.fromEntries(crates),
  });
  release(root, "@lumenjs/api@6.0.0", "@lumenjs/lumen@2.5.9", "@lumenjs/lumen@2.5.10");
  execFileSync("git", ["remote", "add", "origin", "https://github.com/lumenjs/lumen"], { cwd: root });
  expect(presumed(root)).toBe("2.5.10");
});

test("a round number in the root that later major lines have passed by is none of the tags", () => {
  const root = temporaryFolder({
    "Directory.Build.props":
      "<Project><PropertyGroup><VersionPrefix>2.0.0</VersionPrefix></PropertyGroup></Project>\n",
  });
  release(root, "2.0.495", "3.0.17", "3.0.25", "3.1.31");
  expect(presumed(root)).toBe("3.1.31");
});
