import { expect, test } from "vitest";
import { isMissed } from "../../src/judge/judge.ts";
import { reportOf } from "../../src/judge/reported/unreported.ts";
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
  const beside = (sibling: string) =>
    reasons({ ...asking("demo/package.json", "^2.3.0"), ...asking("packages/side/package.json", sibling) });
  expect(beside("^2.4.0")[0]).toBe("demo/package.json:1 2.3.0");
  expect(beside("^2.3.0")[0]).toBe("demo/package.json:1 2.3.0: ^2.3.0 admits 2.4.0");
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

test("a document that is prepared for the next release is not ahead, and nines stand for any number", () => {
  const docs = (version: string) => ({ "docs/install.md": `npm install @lumen/core@${version}\n` });
  expect(reasons(docs("3.0.0"))).toEqual([
    "docs/install.md:1 3.0.0: a document that is prepared for the next release",
  ]);
  expect(reasons(docs("2.5.0"))).toEqual([
    "docs/install.md:1 2.5.0: a document that is prepared for the next release",
  ]);
  expect(reasons(docs("2.6.0"))).toEqual(["docs/install.md:1 2.6.0"]);
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
