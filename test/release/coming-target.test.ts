import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing } from "../repository/files/git-environment.ts";
import { type Files, repositoryOf } from "./past-releases/repository-of.ts";

const at = (version: string): Files => ({
  VERSION: `v${version}\n`,
  "mossy.go": `package mossy // ${version}\n`,
});

async function stepOf(root: string): Promise<string> {
  const { current, target } = (await audit({ root, environment: committing })).release;
  return `${current} → ${target}`;
}

function git(root: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: root, env: committing, stdio: "ignore" });
}

const released = ["1.0.0", "1.1.0", "1.2.0"].map((version) => ({ files: at(version), tag: `v${version}` }));

test("a tree in which the work on a version was begun arrives at that", async () => {
  const root = repositoryOf([...released, { files: at("1.3.0") }]);
  git(root, "commit", "--amend", "-q", "-m", "Start v1.3.0-DEV development");
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.0");
});

test("so does one whose changelog says that it is not released", async () => {
  const changes =
    "Release 1.3.0 (in development)\n====\n\n* more\n\nRelease 1.2.0 (released long ago)\n====\n";
  const root = repositoryOf([...released, { files: { ...at("1.3.0"), "CHANGES.rst": changes } }]);
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.0");
});

test("and not one that only lacks its tag", async () => {
  const changes = "Release 1.3.0 (released today)\n====\n\n* more\n";
  const root = repositoryOf([...released, { files: { ...at("1.3.0"), "CHANGES.rst": changes } }]);
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.1");
});

test("where patches are released from a branch of their own, the next minor comes", async () => {
  const root = repositoryOf(released);
  git(root, "checkout", "-q", "-b", "maint/1.2");
  git(root, "commit", "-q", "--allow-empty", "-m", "fix");
  git(root, "tag", "v1.2.1");
  git(root, "checkout", "-q", "main");
  expect(await stepOf(root)).toBe("1.2.0 → 1.2.1");
  git(root, "commit", "-q", "--allow-empty", "-m", "more");
  expect(await stepOf(root)).toBe("1.2.0 → 1.3.0");
});

test("a tree that was raised to the first preview of a version arrives at that version", async () => {
  const alpha = { VERSION: "v1.2.1-Alpha1\n", "mossy.go": "package mossy // 1.2.1-Alpha1\n" };
  const root = repositoryOf([...released, { files: alpha }]);
  expect(await stepOf(root)).toBe("1.2.1-Alpha1 → 1.2.1");
  git(root, "tag", "v1.2.1-Alpha1");
  expect(await stepOf(root)).toBe("1.2.1-Alpha1 → 1.2.1-Alpha2");
});

test("what the changelog says is under way comes after a release that was made beside the tree", async () => {
  const changes = (heading: string) => `# Changes\n\n## ${heading}\n\n* more\n\n## v1.2.0 (2020-02-02)\n`;
  const root = repositoryOf([...released, { files: { "CHANGELOG.md": changes("v1.3.0-dev") } }]);
  git(root, "checkout", "-q", "-b", "maint/1.2");
  git(root, "commit", "-q", "--allow-empty", "-m", "fix");
  git(root, "tag", "v1.2.1");
  git(root, "checkout", "-q", "main");
  git(root, "commit", "-q", "--allow-empty", "-m", "more");
  expect(await stepOf(root)).toBe("1.2.0 → 1.3.0");
  const other = repositoryOf([...released, { files: { "CHANGELOG.md": changes("v1.2.0-dev") } }]);
  expect(await stepOf(other)).toBe("1.2.0 → 1.2.1");
});

test("a mark of development behind the newest release leads to the one after it", async () => {
  const marked = at("1.2.0-dev");
  const root = repositoryOf([...released, { files: marked }]);
  const { release, findings } = await audit({ root, environment: committing });
  expect(`${release.current} → ${release.target}`).toBe("1.2.0-dev → 1.2.1");
  expect(findings).toEqual([]);
});

test("and one that was there before its release was made elsewhere does not", async () => {
  const root = repositoryOf([...released.slice(0, 2), { files: at("1.2.0-dev") }]);
  git(root, "checkout", "-q", "-b", "maint/1.2");
  git(root, "commit", "-q", "--allow-empty", "-m", "Release");
  git(root, "tag", "v1.2.0");
  git(root, "checkout", "-q", "main");
  git(root, "commit", "-q", "--allow-empty", "-m", "more");
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule }) => rule)).toEqual(["tag-ahead"]);
});

test("a tree whose last tag is a preview of the next major is at that, whatever patches of the former come", async () => {
  const preview = (version: string) => ({
    files: { "mossy.kt": `const val MOSSY = "${version}"\n` },
    tag: `v${version}`,
  });
  const root = repositoryOf([...released, preview("2.0.0-alpha.1"), preview("2.0.0-alpha.2")]);
  git(root, "checkout", "-q", "-b", "maint/1.2", "v1.2.0");
  git(root, "commit", "-q", "--allow-empty", "-m", "fix");
  git(root, "tag", "v1.2.1");
  git(root, "checkout", "-q", "main");
  expect(await stepOf(root)).toBe("2.0.0-alpha.2 → 2.0.0-alpha.3");
  git(root, "tag", "v2.0.0-nightly.20300101");
  expect(await stepOf(root)).toBe("1.2.1 → 1.2.2");
});

test("the tags of a package that took over from those of the repository say what is current", async () => {
  const at = (version: string) => ({ "packages/mossy/pubspec.yaml": `name: mossy\nversion: ${version}\n` });
  const states = ["1.3.0", "2.0.0", "2.1.0"].map((version) => ({
    files: at(version),
    tag: `mossy-v${version}`,
  }));
  const root = repositoryOf([{ files: at("1.2.0") }, ...states]);
  // Tags of one second have no order, and commits are made faster than that.
  const longAgo = { ...committing, GIT_COMMITTER_DATE: "2020-02-02T00:00:00Z" };
  const first = ["tag", "-a", "-m", "the first", "v1.2.0", "HEAD~3"];
  execFileSync("git", first, { cwd: root, env: longAgo, stdio: "ignore" });
  git(root, "remote", "add", "origin", "https://github.com/acme/mossy");
  expect(await stepOf(root)).toBe("2.1.0 → 2.1.1");
});

test("what was raised before former releases were tagged waits for its own tag", async () => {
  const fix = (version: string) => ({
    files: { "fix.go": `package mossy // fix of ${version}\n` },
    tag: `v${version}`,
  });
  const root = repositoryOf([
    ...["1.0.0", "1.1.0", "1.2.0"].flatMap((version) => [{ files: at(version) }, fix(version)]),
    { files: at("1.3.0") },
  ]);
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.0");
  const previews = ["1.0.0-beta.1", "1.0.0-beta.2", "1.0.0-beta.3"].flatMap((version) => [
    { files: at(version) },
    fix(version),
  ]);
  const preview = repositoryOf([...previews, { files: at("1.0.0-beta.4") }]);
  expect(await stepOf(preview)).toBe("1.0.0-beta.4 → 1.0.0-beta.4");
});

test("so does what the tag of the release before has already", async () => {
  const props = (version: string) => ({
    "Common.props": `<Project>\n  <PropertyGroup>\n    <VersionPrefix>${version}</VersionPrefix>\n  </PropertyGroup>\n</Project>\n`,
  });
  const root = repositoryOf([
    { files: props("1.1.1"), tag: "v1.1.0" },
    { files: props("1.1.2"), tag: "v1.1.1" },
    { files: props("1.1.3"), tag: "v1.1.2" },
  ]);
  expect(await stepOf(root)).toBe("1.1.3 → 1.1.3");
});

test("a tree of which every release is tagged on a branch holds what it was raised to", async () => {
  const files = (version: string) => ({ "versions.yml": `---\nmoss: ${version}\nruntime: 11.0.3\n` });
  const root = repositoryOf([
    { files: files("1.0.0") },
    { files: files("1.1.0") },
    { files: files("1.2.0") },
  ]);
  for (const [back, version] of [
    [2, "1.0.1"],
    [1, "1.1.1"],
  ] as const) {
    git(root, "checkout", "-q", "-b", `branch/${version}`, `main~${back}`);
    writeFileSync(join(root, "versions.yml"), files(version)["versions.yml"]);
    git(root, "commit", "-q", "-am", "release");
    git(root, "tag", `v${version}`);
  }
  git(root, "checkout", "-q", "main");
  expect(await stepOf(root)).toMatch(/^1\.2\.0 → /u);
});

test("members at their first version beside tags of another scheme are released with those", async () => {
  const member = (name: string) => ({
    [`${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "0.1.0"\n`,
  });
  const members = ["ash", "birch", "cedar", "dogwood", "elm", "fir"].map(member);
  const files = {
    "go.mod": "module acme.dev/mossy\n",
    "Cargo.toml": '[workspace]\nmembers = ["*"]\n',
    ...Object.assign({}, ...members),
  };
  const root = repositoryOf([
    { files, tag: "edge-25.1.1" },
    { files: { "a.go": "package a\n" }, tag: "edge-25.1.2" },
    { files: { "b.go": "package a\n" }, tag: "edge-25.1.3" },
  ]);
  expect(await stepOf(root)).toBe("25.1.3 → 25.1.4");
});

test("what only moves with a number before the last is not taken for what the next release writes", async () => {
  const at = (line: string) => ({ "site/download.conf": `mossy ${line}\n` });
  const root = repositoryOf([
    { files: at("7.1.0"), tag: "7.1.0-9" },
    { files: at("7.1.1"), tag: "7.1.1-4" },
    { files: at("7.1.2"), tag: "7.1.2-3" },
  ]);
  const { findings, rehearsals } = await audit({ root, environment: committing });
  expect(rehearsals.flatMap(({ writes }) => writes)).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual([]);
});
