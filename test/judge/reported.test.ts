import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { isMissed } from "../../src/judge/judge.ts";
import { placeHistoryOf } from "../../src/judge/past/place-history.ts";
import { placeIn } from "../../src/judge/past/place-in.ts";
import { reportOf } from "../../src/judge/reported/unreported.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { repositoryOf } from "../release/past-releases/repository-of.ts";
import { committing } from "../repository/files/git-environment.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { soFar, type Told } from "./judged.ts";

/** Every missed place of these files as `path:line version: why it is not reported`, with nothing behind it where it is. */
function reasons(files: Readonly<Record<string, string>>, told: Told = {}): string[] {
  const { occurrences, evidence } = soFar(files, told);
  return occurrences
    .filter(({ path, verdict }) => path in files && isMissed(verdict))
    .map((occurrence) => {
      const { line } = evidence.repository.locate(occurrence.path, occurrence.span);
      const why = occurrence.unreported;
      return `${occurrence.path}:${line} ${occurrence.version}${why === null ? "" : `: ${why}`}`;
    });
}

test("a lockfile records what a manifest asks for, and the manifest is the place", () => {
  expect(
    reasons({
      "demo/package.json":
        '{ "name": "demo", "private": true, "dependencies": { "@lumen/core": "2.3.0" } }\n',
      "demo/yarn.lock": '"@lumen/core@2.3.0":\n  version "2.3.0"\n',
    }),
  ).toEqual([
    "demo/package.json:1 2.3.0",
    "demo/yarn.lock:1 2.3.0: a lockfile records what a manifest asks for",
  ]);
});

test("rows that follow what others ask for, and links out of a package that stands by itself, are records", () => {
  const crates = {
    "Cargo.toml": '[workspace]\nmembers = ["fern"]\n',
    "fern/Cargo.toml": '[package]\nname = "fern"\nversion = "2.4.0"\n',
    "Cargo.lock":
      '[[package]]\nname = "fern"\nversion = "2.3.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n\n' +
      '[[package]]\nname = "fern"\nversion = "2.4.0"\n\n[[package]]\nname = "moss"\nversion = "1.5.0"\ndependencies = [\n "fern 2.3.0",\n]\n',
  };
  const told = { bumped: ["package.json", "packages/core/package.json", "fern/Cargo.toml"] };
  expect(reasons({ ...crates, "go.work.sum": "github.com/lumen/lumen v2.3.0 h1:abc=\n" }, told)).toEqual([
    "Cargo.lock:3 2.3.0: a lockfile records what a manifest asks for",
    "Cargo.lock:8 2.4.0",
    "Cargo.lock:14 2.3.0: a lockfile records what a manifest asks for",
  ]);
  const packages = { "../packages/core": { name: "@lumen/core", version: "2.3.0" } };
  const lockfile = { name: "bench", lockfileVersion: 3, packages };
  expect(reasons({ "bench/package-lock.json": JSON.stringify(lockfile, null, 2) })).toEqual([
    "bench/package-lock.json:7 2.3.0: a lockfile records what a manifest asks for",
  ]);
});

test("a package that asks for itself means what was released of it", () => {
  const files = {
    "packages/core/package.json":
      '{ "name": "@lumen/core", "version": "2.4.0", "devDependencies": { "@lumen/core": "2.3.0", "@lumen/desk": "1.0.0" } }\n',
  };
  expect(reasons(files)).toEqual([
    "packages/core/package.json:1 2.3.0: a package that asks for itself means a release of before",
  ]);
});

test("while a prerelease is on its way, documents name the newest release", () => {
  const version = "0.9.0-alpha.1";
  const manifest = (held: string) => ({ "Cargo.toml": `[package]\nname = "mossy"\nversion = "${held}"\n` });
  const docs = (asked: string) => ({ "README.md": `\`\`\`toml\nmossy = { version = "${asked}" }\n\`\`\`\n` });
  const root = repositoryOf([
    { files: { ...manifest("0.7.4"), ...docs("0.7") }, tag: "v0.7.4" },
    { files: { ...manifest("0.8.6"), ...docs("0.8") }, tag: "v0.8.6" },
    { files: manifest(version) },
  ]);
  const told = async () =>
    (await audit({ root, environment: committing })).findings.map(
      ({ rule, location }) => `${rule} ${location.path}`,
    );
  return expect(told()).resolves.toEqual([]);
});

test("the revision of a LaTeX file is its own, and a page of a tag with a folder in its name leads to what was", async () => {
  const tree = (version: string, revision: string) => ({
    "package.json": `{ "name": "lumen", "version": "${version}" }\n`,
    "tex/lumen.cls": `\\ProvidesClass{lumen}[2019/12/01 v${revision} Document class (Lumen manual)]\n`,
    "src/manual.rs": "//! see https://github.com/acme/lumen/blob/v/1.1.0/examples/a.rs#L338\n",
  });
  const root = repositoryOf([
    { files: tree("1.0.0", "1.0.0"), tag: "v1.0.0" },
    { files: tree("1.1.0", "1.1.0"), tag: "v1.1.0" },
    { files: tree("1.2.0", "1.1.0"), tag: "v1.2.0" },
    { files: tree("1.3.0", "1.1.0"), tag: "v1.3.0" },
  ]);
  execFileSync("git", ["remote", "add", "origin", "https://github.com/acme/lumen"], { cwd: root });
  const { occurrences } = await audit({ root, environment: committing });
  const told = occurrences.filter(({ path }) => path !== "package.json");
  expect(told.map(({ path, unreported, reason }) => `${path}: ${unreported ?? reason}`)).toEqual([
    "src/manual.rs: a link to a page of a former release",
    "tex/lumen.cls: the revision of a LaTeX file, which moves with the file",
  ]);
});

test("an alias of a former release, test data and a range that admits current are meant as they are", () => {
  expect(
    reasons({
      "bench/package.json":
        '{ "name": "bench", "private": true, "dependencies": { "before": "npm:@lumen/core@2.3.0" } }\n',
      "tests/app/package.json":
        '{ "name": "app", "private": true, "dependencies": { "@lumen/core": "2.3.0" } }\n',
      "docs/install.md": '```json\n{ "@lumen/core": "^2.3.0" }\n```\n',
      "docs/use.md": "npm install @lumen/core@2.3.0\n",
    }),
  ).toEqual([
    "bench/package.json:1 2.3.0: an alias that asks for a former release beside the current one",
    "docs/install.md:2 2.3.0: ^2.3.0 admits 2.4.0",
    "docs/use.md:1 2.3.0",
    "tests/app/package.json:1 2.3.0: test data, of which the release writes nothing",
  ]);
});

test("an alias of a major, and a form in which people report, are meant as they are", () => {
  expect(
    reasons({
      "bench/package.json":
        '{ "name": "bench", "private": true, "dependencies": { "core2": "npm:@lumen/core@1" } }\n',
      ".github/ISSUE_TEMPLATE/bug.yml": "body:\n  - value: |\n      Lumen (working version): 2.3.0\n",
    }),
  ).toEqual([
    ".github/ISSUE_TEMPLATE/bug.yml:3 2.3.0: a document that never moved with the releases",
    "bench/package.json:1 1: an alias that asks for a former release beside the current one",
  ]);
});

test("a place is found again by what stands around it, however the versions on its lines have moved", () => {
  const now = 'name = "lumen"\nversion = "2.4.0"\nname = "other"\nversion = "2.4.0"\n';
  const then = 'name = "other"\nversion = "1.0.0"\n\nname = "lumen"\nversion = "2.3.0"\n';
  const at = (start: number) => ({ start, end: start + 5 });
  expect(placeIn(then, now, at(now.indexOf("2.4.0")))).toBe("2.3.0");
  expect(placeIn(then, now, at(now.lastIndexOf("2.4.0")))).toBe("1.0.0");
  expect(placeIn("nothing\n", now, at(now.indexOf("2.4.0")))).toBeNull();
});

test("the commits of the tags tell which places move with releases, and which are raised after them", () => {
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const [version, before] of [
    ["1.0.0", "0.9.0"],
    ["1.1.0", "1.0.0"],
    ["1.2.0", "1.1.0"],
  ] as const) {
    writeFileSync(join(root, "moves"), `lumen ${version}\n`);
    writeFileSync(join(root, "lags"), `lumen ${before}\n`);
    writeFileSync(join(root, "stays"), "lumen 1.2.0\n");
    git("add", "-A");
    git("commit", "-q", "-m", version);
    git("tag", `v${version}`);
  }
  writeFileSync(join(root, "lags"), "lumen 1.2.0\n");
  const history = placeHistoryOf(discover(root, { environment: { PATH: process.env.PATH } }));
  const place = (path: string) => ({ path, span: { start: 6, end: 11 }, version: "1.2.0" });
  expect(["moves", "lags", "stays"].map((path) => history.moved(place(path)))).toEqual([true, false, false]);
  expect(["moves", "lags", "stays"].map((path) => history.lags(place(path), "1.2.0"))).toEqual([
    false,
    true,
    false,
  ]);
  expect(["lags", "stays"].map((path) => history.renewed(place(path)))).toEqual([true, false]);
  expect(["moves", "lags", "stays"].map((path) => history.wasElsewhere(place(path)))).toEqual([
    false,
    true,
    false,
  ]);
  expect(["moves", "stays"].map((path) => history.stoodAt(place(path), "1.1.0"))).toEqual([false, true]);
});

test("the commits of the tags tell which places came long after the version that they hold", () => {
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
    writeFileSync(join(root, "old"), "lumen 1.0.0\n");
    if (version === "1.1.0") writeFileSync(join(root, "late"), "lumen 1.0.0\n");
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", version);
    git("tag", `v${version}`);
  }
  writeFileSync(join(root, "new"), "lumen 1.0.0\n");
  const history = placeHistoryOf(discover(root, { environment: { PATH: process.env.PATH } }));
  const place = (path: string) => ({ path, span: { start: 6, end: 11 }, version: "1.0.0" });
  expect(["old", "late", "new"].map((path) => history.cameLater(place(path)))).toEqual([false, true, true]);
});

test("what past releases say of many places is read together, and says the same as for each alone", () => {
  const paths = Array.from({ length: 12 }, (_, index) => `place-${index}`);
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const version of ["1.0.0", "1.1.0"]) {
    for (const [index, path] of paths.entries())
      writeFileSync(join(root, path), `lumen ${index % 3 === 0 ? "1.1.0" : version}\n`);
    git("add", "-A");
    git("commit", "-q", "-m", version);
    git("tag", `v${version}`);
  }
  const asked = temporaryFolder({});
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const counting = `#!/bin/sh\ncase "$*" in *cat-file*) echo x >> '${asked}/readings';; esac\nexec ${real} "$@"\n`;
  writeFileSync(join(asked, "git"), counting, { mode: 0o755 });
  const environment = { PATH: `${asked}:${process.env.PATH}` };
  const readings = () => readFileSync(join(asked, "readings"), "utf8").trim().split("\n").length;
  const places = paths.map((path) => ({ path, span: { start: 6, end: 11 }, version: "1.1.0" }));
  const together = placeHistoryOf(discover(root, { environment }));
  const found = together.together(places, (place) => [place.path, together.moved(place)]);
  expect(readings()).toBe(1);
  const alone = placeHistoryOf(discover(root, { environment }));
  expect(found).toEqual(places.map((place) => [place.path, alone.moved(place)]));
  expect(found.filter(([, moved]) => moved === false)).toHaveLength(4);
  expect(readings()).toBe(1 + places.length);
});

test("an error of whoever asks for many places is not taken for a question", () => {
  const history = placeHistoryOf(discover(temporaryFolder({}), { environment: {} }));
  const fail = (): never => {
    throw new RangeError("mine");
  };
  expect(() => history.together([1], fail)).toThrow("mine");
});

test("a sentence that names a former version has no label, and a line that says which version holds now has one", () => {
  const files = {
    "src/told.rs": [
      "//! It was modularized in version 2.3.0 of Lumen.",
      "//! With Lumen version 2.3.0 the client reconnects.",
      "//! New in Lumen 2.4.0",
      "//! Lumen version: 2.3.0",
      "//! Lumen version 2.3.0",
      "//! The current version of Lumen is 2.3.0",
      "",
    ].join("\n"),
  };
  expect(reasons(files)).toEqual(["src/told.rs:4 2.3.0", "src/told.rs:5 2.3.0"]);
});

test("what Conan is asked for is a requirement, and one of a former release is behind", () => {
  const files = {
    "docs/conanfile.txt": "[requires]\nlumen/2.3.0\nfern/1.2.3@user/stable\n",
    "CMakeLists.txt": "project(lumen VERSION 2.4.0)\n",
  };
  expect(reasons(files)).toContain("docs/conanfile.txt:2 2.3.0");
});

test("a range that admits current is meant as it is, unless the release writes requirements of the same package", () => {
  const asking = (path: string, spec: string) => ({
    [path]: `{ "name": "demo", "private": true, "dependencies": { "@lumen/core": "${spec}" } }\n`,
  });
  expect(reasons(asking("demo/package.json", "^2.3.0"))).toEqual([
    "demo/package.json:1 2.3.0: ^2.3.0 admits 2.4.0",
  ]);
  expect(reasons(asking("demo/package.json", "^1.3.0"))).toEqual(["demo/package.json:1 1.3.0"]);
  expect(reasons(asking("demo/package.json", "2.3.0"))).toEqual(["demo/package.json:1 2.3.0"]);
  expect(
    reasons({ ...asking("demo/package.json", "^2.3.0"), ...asking("packages/side/package.json", "^2.3.0") }),
  ).toEqual(["demo/package.json:1 2.3.0", "packages/side/package.json:1 2.3.0"]);
  const { occurrences, evidence } = soFar(asking("demo/package.json", "^2.3.0"));
  const place = occurrences.find(({ path }) => path === "demo/package.json");
  const requirements = new Set(["@lumen/core"]);
  expect(
    place && reportOf(place, place.verdict, { ...evidence, train: { ...evidence.train, requirements } }),
  ).toEqual({ unreported: null, owed: true });
});

test("a tilde in a snippet stays on one line on purpose, and a bare crate in a document illustrates", () => {
  const files = {
    "Cargo.toml": '[package]\nname = "lumen-rs"\nversion = "2.4.0"\n',
    "README.md": '```toml\nlumen-rs = "~2.3"\nlumen-rs = "2.3.0"\n```\n',
    "docs/depend.md": '```toml\nlumen-rs = "2.3.0"\n```\n',
  };
  expect(reasons(files)).toEqual([
    "Cargo.toml:3 2.4.0",
    "README.md:2 2.3: ~2.3 asks for what stays on one line",
    "README.md:3 2.3.0",
    "docs/depend.md:2 2.3.0: 2.3.0 admits 2.4.0",
  ]);
});

test("a place that every release raises to numbers of its own is not behind, and one that the last left is", async () => {
  const tree = (version: string, ui: string, old: string) => ({
    VERSION: `${version}\n`,
    "web/ui/package.json": `{ "name": "@lumen/ui", "version": "${ui}" }\n`,
    "web/old/package.json": `{ "name": "@lumen/old", "version": "${old}" }\n`,
  });
  const root = repositoryOf([
    { files: tree("3.12.0", "0.312.0", "0.312.0"), tag: "v3.12.0" },
    { files: tree("3.13.0", "0.313.0", "0.313.0"), tag: "v3.13.0" },
    { files: tree("3.14.0", "0.314.0", "0.313.0"), tag: "v3.14.0" },
  ]);
  for (const tag of ["v0.313.0", "v0.314.0"]) execFileSync("git", ["tag", tag], { cwd: root });
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([
    "already-stale web/old/package.json",
  ]);
});

test("what is on the way to a release is not left as it is, whatever past releases were", async () => {
  const root = repositoryOf([
    { files: { "mossy.go": "package mossy // 1\n" }, tag: "v1.0.0" },
    { files: { "mossy.go": "package mossy // 2\n" }, tag: "v1.1.0" },
    { files: { "mossy.go": "package mossy // 3\n" }, tag: "v1.1.1" },
    { files: { "pyproject.toml": '[project]\nname = "mossy"\nversion = "1.2.0.dev0"\n' } },
  ]);
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule }) => rule)).not.toContain("stale-after-bump");
});

test("one version for all projects of a solution is what they take from the registry", async () => {
  const project = (version: string) =>
    `<Project><PropertyGroup><PackageId>Lumen</PackageId><Version>${version}</Version></PropertyGroup></Project>\n`;
  const props =
    '<Project><ItemGroup><PackageVersion Include="Lumen" Version="2.3.0" /></ItemGroup></Project>\n';
  const root = repositoryOf(
    ["2.3.0", "2.4.0", "2.5.0"].map((version) => ({
      files: { "Lumen.csproj": project(version), "Directory.Packages.props": props },
      tag: `v${version}`,
    })),
  );
  const { occurrences } = await audit({ root, environment: committing });
  const told = occurrences.filter(({ path }) => path === "Directory.Packages.props");
  expect(told.map(({ verdict, unreported }) => `${verdict}: ${unreported}`)).toEqual([
    "behind: a package that asks for itself means a release of before",
  ]);
});

test("what others made and was copied here is theirs, and a first version in a text is nobody's", () => {
  expect(
    reasons({
      "tools/vendor/fern/package.json": '{ "name": "fern", "dependencies": { "@lumen/core": "2.3.0" } }\n',
      "web/package.json": '{ "name": "web", "private": true, "dependencies": { "@lumen/core": "2.3.0" } }\n',
    }),
  ).toEqual([
    "tools/vendor/fern/package.json:1 2.3.0: what others made and was copied here",
    "web/package.json:1 2.3.0",
  ]);
});

test("lines that differ in nothing but numbers list versions, the one of current among them", () => {
  const list = ["2.1.0", "2.2.0", "2.3.0", "2.4.0"].map(
    (version, at) => `# Lumen version ${version}: 7:${at}:2\n`,
  );
  const told = { tags: ["v2.1.0", "v2.2.0", "v2.3.0"] };
  expect(reasons({ "configure.ac": list.join("") }, told)).toEqual(
    ["2.1.0", "2.2.0", "2.3.0", "2.4.0"].map(
      (version, at) => `configure.ac:${at + 1} ${version}: one of a list of versions`,
    ),
  );
  expect(reasons({ "configure.ac": list.slice(2).join("") }, told)).toEqual([
    "configure.ac:1 2.3.0",
    "configure.ac:2 2.4.0",
  ]);
});

test("a document that is prepared for the next major release is not ahead, and nines stand for any number", () => {
  const docs = (version: string) => ({ "docs/install.md": `npm install @lumen/core@${version}\n` });
  expect(reasons(docs("3.0.0"))).toEqual([
    "docs/install.md:1 3.0.0: a document that is prepared for the next major release",
  ]);
  expect(reasons(docs("9.9.9"))).toEqual(["docs/install.md:1 9.9.9: a number that stands for any"]);
  expect(reasons(docs("2.4.7"))).toEqual(["docs/install.md:1 2.4.7"]);
});

test("what a program prints, a comment of MDX and a manual page only speak of a former release", () => {
  const files = {
    "cmd/version.go": "package cmd\n\nconst help = `\nlumen v2.3.0\n`\n",
    "docs/now.mdx": "{/* Down the road we publish `@lumen/core@2.3.0`. */}\n",
    "lumen.1": "$ lumen ls https://lumen.example/v2.3.0\n",
  };
  expect(reasons(files)).toEqual(["docs/now.mdx:1 2.3.0: an example in a comment"]);
});
