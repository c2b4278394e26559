import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { tagName } from "../../../src/release/tag-name.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

/** A mix of places that a release by hand rewrites, and of some that it does not. */
function at(version: string, left = version): Files {
  return {
    "mix.exs": `defmodule Mossy.MixProject do\n  def project do\n    [\n      app: :mossy,\n      version: "${version}"\n    ]\n  end\nend\n`,
    "README.md": `# mossy\n\n\`\`\`elixir\n{:mossy, "~> ${version}"}\n\`\`\`\n`,
    "docs/install.md": `Install mossy ${left} from the archive.\n`,
    "Cargo.lock": `[[package]]\nname = "loupe"\nversion = "2.7.1"\n\n[[package]]\nname = "mossy_nif"\nversion = "${version}"\n`,
    "CHANGELOG.md": `# Changes\n${sectionsUpTo(version)}`,
  };
}

/** A changelog grows at its top. */
function sectionsUpTo(version: string): string {
  const minor = Number(version.split(".")[1]);
  const sections = Array.from({ length: minor + 1 }, (_, at) => `\n## 1.${minor - at}.0\n\n- more\n`);
  return sections.join("");
}

describe("releases that are tags alone", () => {
  const states = (versions: readonly string[], prefix: string) =>
    versions.map((version, index) => ({
      files: { "lib/a.go": `// work ${prefix} ${index}\n` },
      tag: `${prefix}${version}`,
    }));

  test("write no file, and what holds their version goes stale", async () => {
    const root = repositoryOf([
      { files: { "go.mod": "module example.com/mossy\n", "README.md": "# mossy\n\nmossy 1.2.0\n" } },
      ...states(["1.0.0", "1.1.0", "1.2.0"], "v"),
    ]);
    const { release, findings } = await audit({ root, environment: committing });
    expect(release).toMatchObject({
      current: "1.2.0",
      how: "a tag alone, from which Go (go.mod) takes the version",
    });
    expect(findings.map(({ rule, location: { path, line } }) => `${rule} ${path}:${line}`)).toEqual([
      "stale-after-bump README.md:3",
    ]);
  });

  test("leave nothing in the tree where each is undone after it was tagged", async () => {
    const code = (version: string) => ({ "src/Mossy.php": `<?php\nconst VERSION = '${version}';\n` });
    const root = repositoryOf([
      { files: { "composer.json": '{ "name": "acme/mossy" }\n', ...code("0.9.0") } },
      { files: code("1.0.0"), tag: "1.0.0" },
      { files: code("1.1.0"), tag: "1.1.0" },
      { files: code("1.2.0"), tag: "1.2.0" },
      { files: code("@package_version@") },
    ]);
    const { release } = await audit({ root, environment: committing });
    expect(release).toMatchObject({ current: "1.2.0", how: "a tag, of which the tree keeps no version" });
  });

  test("count by the prefix of most of them, in the order of their versions", async () => {
    const root = repositoryOf([
      ...states(["1.3.0"], ""),
      ...states(["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "2.7.0"], "parent-"),
      ...states(["2.8.0", "2.9.0", "3.0.0", "2.9.1"], "parent-"),
    ]);
    const { release } = await audit({ root, environment: committing });
    expect(release).toMatchObject({ current: "3.0.0", how: "a tag alone, which writes no file" });
  });
});

test("in a tree that is prepared for its next version, places hold the last release", async () => {
  const tree = (current: string, last: string): Files => ({
    "pom.xml": `<project>\n  <groupId>org.mossy</groupId>\n  <artifactId>mossy</artifactId>\n  <version>${current}</version>\n</project>\n`,
    "README.md": `Add org.mossy:mossy:${last} to your build.\n`,
  });
  const root = repositoryOf([
    { files: tree("1.0.0-SNAPSHOT", "0.9.0") },
    ...["0", "1", "2", "3"].flatMap((minor) => [
      { files: tree(`1.${minor}.0`, `1.${minor}.0`), tag: `v1.${minor}.0` },
      { files: tree(`1.${Number(minor) + 1}.0-SNAPSHOT`, `1.${minor}.0`) },
    ]),
  ]);
  expect(await verdictsOf(root)).toEqual(["README.md:1 covered", "pom.xml:4 covered"]);
});

test("of a tree under development whose manifests say so on no line with the word, the tags teach", async () => {
  const tree = (version: string): Files => ({ "configure.ac": `AC_INIT([mossy], [${version}], [bugs])\n` });
  const root = repositoryOf(
    ["0", "1", "2", "3"].flatMap((minor) => [
      { files: tree(`1.${minor}.0-dev`) },
      { files: tree(`1.${minor}.0`), tag: `v1.${minor}.0` },
      { files: tree(`1.${Number(minor) + 1}.0-dev`) },
    ]),
  );
  expect(await verdictsOf(root)).toEqual(["configure.ac:1 covered"]);
});

test("of trees that Python prepares with a stage behind a point, the last steps to a release teach", async () => {
  const state = (version: string, tag?: string) => ({
    files: { "pyproject.toml": `[project]\nname = "mossy"\nversion = "${version}"\n` },
    ...(tag === undefined ? {} : { tag }),
  });
  const root = repositoryOf([
    state("1.0.0", "1.0.0"),
    state("1.1.0.dev0"),
    state("1.1.0", "1.1.0"),
    state("1.2.0.dev0"),
    state("1.2.0", "1.2.0"),
    state("1.3.0.dev0"),
  ]);
  const { release, occurrences } = await audit({ root, environment: committing });
  expect(`${release.current} ${release.target} ${release.how}`).toBe("1.3.0.dev0 1.3.0 the last 2 releases");
  expect(occurrences.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual(["pyproject.toml covered"]);
});

test("a package with tags of its own is no part of the release of the one that the repository is named after", async () => {
  const pkg = (name: string, version: string) => ({
    [`packages/${name}/package.json`]: `{ "name": "${name}", "version": "${version}" }\n`,
  });
  const root = repositoryOf([
    {
      files: { "package.json": '{ "name": "mossy-repo", "private": true, "workspaces": ["packages/*"] }\n' },
    },
    { files: { ...pkg("fern", "1.0.0"), ...pkg("mossy", "1.0.0") }, tag: "mossy@1.0.0" },
    { files: pkg("fern", "1.2.0"), tag: "fern@1.2.0" },
    { files: pkg("mossy", "1.1.0"), tag: "mossy@1.1.0" },
    { files: pkg("mossy", "1.2.0"), tag: "mossy@1.2.0" },
  ]);
  const { occurrences } = await audit({ root, environment: committing });
  expect(
    occurrences
      .filter(({ kind }) => kind === "manifest-version")
      .map(({ path, verdict }) => `${path} ${verdict}`),
  ).toEqual(["packages/fern/package.json independent", "packages/mossy/package.json covered"]);
});

test("the changelog of a Debian package says on its first line which version it is", async () => {
  const entry = (version: string) =>
    `mossy (${version}-1) stable; urgency=medium\n\n  * Release of new version ${version}.\n\n -- A <a@example.com>  Tue, 14 Jul 2026 00:26:44 +0100\n`;
  const at = (...versions: string[]): Files => ({
    VERSION: `${versions[0]}\n`,
    "debian/changelog": versions.map(entry).join("\n"),
  });
  const root = repositoryOf([
    { files: at("1.0.0"), tag: "v1.0.0" },
    { files: at("1.1.0", "1.0.0"), tag: "v1.1.0" },
    { files: at("1.2.0", "1.1.0", "1.0.0"), tag: "v1.2.0" },
  ]);
  expect(await verdictsOf(root)).toEqual(["VERSION:1 covered", "debian/changelog:1 covered"]);
});

test("tags of another package say nothing of the one that the repository is named after", async () => {
  const crate = (name: string, version: string) => ({
    [`${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "${version}"\n`,
  });
  const root = repositoryOf([
    { files: { "Cargo.toml": '[workspace]\nmembers = ["mossy", "mossy-derive"]\n' } },
    { files: { "package.json": '{ "name": "mossy", "private": true }\n' } },
    { files: { ...crate("mossy", "0.1.0"), ...crate("mossy-derive", "0.3.0") }, tag: "mossy-0.1.0" },
    { files: crate("mossy-derive", "0.3.1"), tag: "mossy-derive-0.3.1" },
    { files: crate("mossy", "0.1.1"), tag: "mossy-0.1.1" },
    { files: crate("mossy", "0.1.2"), tag: "mossy-0.1.2" },
  ]);
  const { findings, release } = await audit({ root, environment: committing });
  expect(release.current).toBe("0.1.2");
  expect(findings.map(({ rule }) => rule)).not.toContain("tag-ahead");
});

test("a script of bash that answers with its usage is not the release, which is what tags tell", async () => {
  const usage = 'if [ $# -lt 2 ]; then\n  echo "usage: bump-chart.sh CHART VERSION" >&2\n  exit 1\nfi\n';
  const bump = 'version="$2"\nsed -i "s/^version: .*/version: $version/" "charts/$1/Chart.yaml"\n';
  const script = `#!/bin/bash\n${usage}${bump}`;
  const root = repositoryOf(
    ["1.0.0", "1.1.0", "1.2.0"].map((version, index) => ({
      files: { "scripts/bump-chart.sh": script, "lib/mossy.go": `package mossy // ${index}\n` },
      tag: `v${version}`,
    })),
  );
  const { rehearsals } = await audit({ root, environment: committing });
  expect(rehearsals.map(({ mechanism }) => mechanism)).toEqual(["history"]);
});

test("a link into a source is the same place on whichever line it ends", async () => {
  const at = (version: string, line: number): Files => ({
    "package.json": `{ "name": "mossy", "version": "${version}" }\n`,
    "doc/api.md": `# API\n\n[source](https://example.com/acme/mossy/blob/${version}/mossy.js#L${line})\n`,
  });
  const root = repositoryOf([
    { files: at("1.0.0", 10), tag: "v1.0.0" },
    { files: at("1.1.0", 12), tag: "v1.1.0" },
    { files: at("1.2.0", 47), tag: "v1.2.0" },
  ]);
  expect(await verdictsOf(root)).toEqual(["doc/api.md:3 covered", "package.json:1 covered"]);
});

test("a place is the same when what it held was a prerelease that is but counted", async () => {
  const at = (version: string): Files => ({
    "package.json": `{\n  "name": "mossy",\n  "version": "${version}"\n}\n`,
  });
  const root = repositoryOf(
    ["1.9.3", "2.0.0-0", "2.0.0"].map((version) => ({ files: at(version), tag: `v${version}` })),
  );
  expect(await verdictsOf(root)).toEqual(["package.json:3 covered"]);
});

test("a place is the same after its neighbour was renamed", async () => {
  const tree = (name: string, version: string): Files => ({
    "mix.exs": `[\n  app: :${name},\n  version: "${version}"\n]\n`,
  });
  const root = repositoryOf([
    { files: tree("moss", "1.0.0"), tag: "v1.0.0" },
    { files: tree("moss", "1.1.0"), tag: "v1.1.0" },
    { files: tree("mossy", "1.1.0") },
    { files: tree("mossy", "1.2.0"), tag: "v1.2.0" },
    { files: tree("lichen", "1.2.0") },
  ]);
  expect(await verdictsOf(root)).toEqual(["mix.exs:3 covered"]);
});

test("a release of two commits, what is written and what is generated of it, is one release", async () => {
  const source = (version: string): Files => ({ ".version": `${version}\n` });
  const output = (version: string): Files => ({
    "mossy/mossy.cabal": `name: mossy\nversion: ${version}\n`,
  });
  const root = repositoryOf(
    ["1.0.0", "1.1.0", "1.2.0"].flatMap((version) => [
      { files: { "notes.txt": `before ${version.length}\n` } },
      { files: source(version) },
      { files: output(version), tag: `v${version}` },
    ]),
  );
  expect(await verdictsOf(root)).toEqual([".version:1 covered", "mossy/mossy.cabal:2 covered"]);
});

test("a line with a date and a time is the same when both have moved", async () => {
  const state = (version: string, day: string) => ({
    files: {
      ...at(version),
      "all.cpp": `/* built on ${day} 22:50:50 -0400. version ${version} of mossy */\n`,
    },
    tag: `v${version}`,
  });
  const root = repositoryOf([
    state("1.0.0", "2020-01-01"),
    state("1.1.0", "2020-02-01"),
    { ...state("1.2.0", "2020-03-01") },
    { files: { "all.cpp": "/* built on 2020-03-02 07:01:00 +0100. version 1.2.0 of mossy */\n" } },
  ]);
  expect(await verdictsOf(root)).toContain("all.cpp:1 covered");
});

test("a partial clone that lacks the content of a large file teaches what the others say", async () => {
  const large = (version: string): Files => ({
    "dist/all.js": `${"work(); ".repeat(2_000)}\n// ${version}\n`,
  });
  const states = ["1.0.0", "1.1.0", "1.2.0"];
  const root = repositoryOf(
    states.map((version) => ({ files: { ...at(version), ...large(version) }, tag: `v${version}` })),
  );
  const git = (cwd: string, ...args: string[]): void => {
    execFileSync("git", args, { cwd, env: committing, stdio: "ignore" });
  };
  git(root, "config", "uploadpack.allowFilter", "true");
  const clone = join(temporaryFolder(), "clone");
  git(root, "clone", "--filter=blob:limit=4k", `file://${root}`, clone);
  git(clone, "remote", "remove", "origin");
  expect(await verdictsOf(clone)).toContain("mix.exs:5 covered");
});

const between = { files: { "lib/a.ex": "# work\n" } };

describe("what the last releases wrote, the next one is expected to write", () => {
  test("with nothing configured, from their commits, whatever made them", async () => {
    const root = repositoryOf([
      { files: at("1.0.0"), tag: "v1.0.0" },
      between,
      { files: at("1.1.0"), tag: "v1.1.0" },
      { files: { "lib/b.ex": "# work\n" } },
      { files: at("1.2.0"), tag: "v1.2.0" },
    ]);
    expect(await verdictsOf(root)).toEqual([
      "Cargo.lock:7 covered",
      "README.md:4 covered",
      "docs/install.md:1 covered",
      "mix.exs:5 covered",
    ]);
  });

  test("and says which releases wrote it", async () => {
    const root = repositoryOf([{ files: at("1.0.0") }, { files: at("1.1.0") }, { files: at("1.2.0") }]);
    const { occurrences, release } = await audit({ root, environment: committing });
    const [place] = occurrences.filter(({ path }) => path === "mix.exs");
    expect(place?.reason).toMatch(
      /^2 of the last 2 releases wrote it, the last one in [0-9a-f]{9} \(1\.2\.0\)$/,
    );
    expect({ how: release.how, mechanism: release.mechanism, current: release.current }).toEqual({
      how: "the last 2 releases",
      mechanism: "history",
      current: "1.2.0",
    });
  });

  test("but not what only one of them wrote", async () => {
    const root = repositoryOf([
      { files: at("1.0.0", "0.9.0") },
      { files: at("1.1.0", "0.9.0") },
      { files: at("1.2.0", "0.9.0") },
    ]);
    expect((await verdictsOf(root)).filter((place) => place.startsWith("docs"))).toEqual([]);
  });

  test("and what the last one left although others wrote it is behind", async () => {
    const root = repositoryOf([
      { files: at("1.0.0"), tag: "v1.0.0" },
      { files: at("1.1.0"), tag: "v1.1.0" },
      { files: at("1.2.0"), tag: "v1.2.0" },
      { files: at("1.3.0", "1.2.0"), tag: "v1.3.0" },
    ]);
    const { findings } = await audit({ root, environment: committing });
    const told = findings.map(
      ({ rule, location, why }) => `${rule} ${location.path}:${location.line} ${why}`,
    );
    expect(told).toEqual([
      expect.stringMatching(
        /^already-stale docs\/install\.md:1 2 former releases wrote it, the last one in [0-9a-f]{9} \(1\.2\.0\), and the release after that left it/,
      ),
    ]);
  });
});

test.each([
  ["v1.2.3", "", "1.2.3"],
  ["core/v0.16.1", "core/", "0.16.1"],
  ["@scope/pkg@1.2.3-rc.1", "@scope/pkg@", "1.2.3-rc.1"],
  ["neo4j-5.1", "neo4j-", "5.1"],
  ["2026.04.01", "", "2026.04.01"],
  ["v1.8.0a1", "", "1.8.0a1"],
  ["REL_1_2_3", "REL_", "1.2.3"],
  ["pebble-8_21_0", "pebble-", "8.21.0"],
])("the tag %s is read", (name, prefix, version) => {
  expect(tagName(name)).toEqual({ name, prefix, version });
});

test.each([
  "nightly",
  "v2",
  "rc-8_22_0-1",
  "build-1_2_3_4_5",
  "x1_2",
])("the tag %s names no release", (name) => {
  expect(tagName(name)).toBeNull();
});
