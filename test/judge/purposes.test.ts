import { describe, expect, test } from "vitest";
import { isGenericName } from "../../src/judge/owner/identifier-owner.ts";
import { datedRecord, historicalDocument, isTestData } from "../../src/judge/purpose/historical-document.ts";
import { namesBound } from "../../src/judge/purpose/purpose.ts";
import { remarkOf } from "../../src/judge/purpose/remark.ts";
import { verdicts } from "./judged.ts";

/** Splits a line at the version between bars, as the judge sees it. */
function remark(line: string): string | null {
  const [before = "", , after = ""] = line.split("|");
  return remarkOf({ before, after });
}

describe("words around a version that name it on purpose", () => {
  test.each([
    "since |2.3.0|",
    "Since: v|2.3.0|",
    "requires lumen |2.3.0|",
    "require >=|2.3.0|",
    "at least version |2.3.0|",
    "up to `|2.3.0|`",
    "compatible with |2.3.0|",
    "compat with |2.3.0|",
    "starting with |2.3.0|",
    "upgrading from |2.3.0|",
    "migrate to |2.3.0|",
    "added in the |2.3.0| release",
    "deprecated since |2.3.0|",
    "fixed in release |2.3.0|",
    "prior to Lumen |2.3.0|",
    "available since `lumen` v|2.3.0|",
    "removed in 'lumen-core' |2.3.0|",
    "as of `lumen-core` |2.3.0|",
    "older than lumen-core |2.3.0|",
    "upgrade from Lumen v|2.3.0|",
    "Since [Lumen v|2.3.0|](https://lumen.example/releases/2.3.0), it reconnects",
    "Since [Lumen v2.3.0](https://lumen.example/releases/v|2.3.0|), it reconnects",
    "In Lumen v|2.3.0|, the client learnt to reconnect",
    "- In version |2.3.0|, it did not",
    "        In version |2.3.0|, it did not",
    "[Lumen |2.3.0| has been released!](https://lumen.example/blog/)",
    "It is developed and validated against `Lumen |2.3.0|`.",
    "Tested with Lumen |2.3.0|",
    "> Introduced in `lumen@|2.3.0|`.",
    "with few changes between `lumen@|2.3.0|` and `lumen@2.4.0`",
    "with few changes between `lumen@2.2.0` and `lumen@|2.3.0|`",
    "published as part of the `lumen@|2.3.0|` release",
    "they remain in stable releases through `|2.3.0|`",
    "This is what one does with a format in `lumen@|2.3.0|`.",
    "(lumen@|2.3.0| 이전 버전에서는",
    "这在lumen@|2.3.0| 和更早的版本中也是如此",
    "`lumen@|2.3.0|` has now been published to npm",
    '@deprecated("Use lumen.other", "|2.3.0|")',
    '#[deprecated(since = "|2.3.0|")]',
  ])("before it: %s", (line) => {
    expect(remark(line)).toBe("the words before it speak of a past version");
  });

  test.each([
    "error 12 is the minimum for all platforms for lumen v|2.3.0|",
    "- **Lumen** ≥ |2.3.0| (or newer)",
  ])("what is enough: %s", (line) => expect(remark(line)).toBe("the words before it make it a bound"));

  test("a row with units tells what was measured, and one without tells what is", () => {
    const row = (after: string) => remarkOf({ before: "| **lumen ", after });
    expect(row(" -1** | 2.887 |   510 MB/s |")).toBe("a row of what was measured");
    expect(row("** | 12 ms | fine |")).toBe("a row of what was measured");
    expect(row("** | stable | 2 |")).toBeNull();
  });

  test.each([
    "Lumen |2.3.0|+",
    "Lumen |2.3.0| or later",
    "`|2.3.0|` and newer",
    "|2.3.0| onwards",
    "|2.3.0| onward",
    '"|2.3.0|" or below',
  ])("after it: %s", (line) => {
    expect(remark(line)).toBe("the words after it make it a bound");
  });

  test.each([
    "e.g. Lumen |2.3.0|",
    "for example, `|2.3.0|`",
    "ex. lumen |2.3.0|",
    "such as x at 1.0.0 and |2.3.0|",
    "looks like |2.3.0|",
    "which can be abbreviated as `lumen/plugin:|2.3.0|` for convenience",
    "Looks for patterns like `/1.0.0/` and `/lumen@|2.3.0|/`",
    '// Example matches: version = "|2.3.0|"',
  ])("an illustration: %s", (line) => expect(remark(line)).toBe("the words before it open an illustration"));

  test.each([
    "https://git.example/o/lumen/compare/v|2.2.0|...v2.3.0",
    "https://git.example/o/lumen/compare/v2.2.0...v|2.3.0|",
    "[2.3.0]: https://git.example/o/lumen/compare/core@2.2.0..core@|2.3.0|",
    "https://git.example/o/lumen/compare/v|2.2.0|…v2.3.0)",
  ])("a comparison: %s", (line) => expect(remark(line)).toBe("an address that compares two releases"));

  test.each([
    "main",
    "2.x",
    "v2",
    "release-2",
    "v2.3",
    "v2.3.x",
  ])("what changed since a release up to the branch %s is no comparison of two", (branch) =>
    expect(remark(`https://git.example/o/lumen/compare/v|2.3.0|...${branch}`)).toBeNull());

  test.each([
    "get the installer from `lumen-setup` v|2.3.0|",
    "get the installer from lumen-setup v|2.3.0|",
    "works after `lumen-operator` |2.3.0| is installed",
    "works before 'lumen-operator' |2.3.0| is installed",
    "Download `@lumen/core` from `github-releases` v|2.3.0|",
    "available from `lumen-setup` v|2.3.0|",
    "requires `lumen-setup` |2.3.0|",
    "things like `lumen-setup` |2.3.0|",
  ])("a word on the way to another name: %s", (line) => expect(remark(line)).toBeNull());

  test.each([
    "1.0.0 -> |2.3.0|",
    "1.0.0 → v|2.3.0|",
    "|2.3.0| → 2.4.0",
    "|2.3.0|` => `v2.4.0",
    "|2.3.0| to 2.4.0",
  ])("an arrow: %s", (line) => expect(remark(line)).toBe("an arrow shows one version becoming another"));

  test.each([
    "> @lumen/core@|2.3.0| build /src",
    "   Compiling lumen v|2.3.0| (/src)",
    "core:build: > lumen@|2.3.0|",
  ])("captured output: %s", (line) => expect(remark(line)).toBe("the output of a command, captured"));

  test.each([
    "Lumen |2.3.0|",
    "insincere |2.3.0|",
    "[Lumen v2.3.0](https://lumen.example/releases/v|2.3.0|)",
    "Since Lumen is fast, |2.3.0|",
    "e.g. this one. Lumen |2.3.0|",
    "|2.3.0|+build",
    "|2.3.0| and lumen",
    "|2.3.0| to everyone",
    "1.0.0 -> x |2.3.0|",
    "lumen@|2.3.0|",
    "npm install lumen@|2.3.0|",
    "a place between 1.1.0 and |2.3.0|",
    "Compiling lumen |2.3.0|",
    "",
  ])("nothing of the kind: %s", (line) => expect(remark(line)).toBeNull());
});

describe("paths of which the versions belong to the past", () => {
  test.each([
    ["CHANGELOG.md", "a record of past releases"],
    ["docs/change-log.mdx", "a record of past releases"],
    ["docs/Release-Notes.md", "a record of past releases"],
    ["docs/migrating.en.md", "a record of past releases"],
    ["docs/migration", null],
    ["docs/migrations/v5.md", "a dated text"],
    ["docs/upgrade-guides/v5.md", "a dated text"],
    ["src/migrations/v5.ts", null],
    ["src/history.ts", null],
    ["unchanged.md", null],
    ["docs/blog/launch.md", "a dated text"],
    ["website/versioned_docs/version-0.20/start.mdx", "a document of the line that its folder names"],
    ["site/i18n/ja/docs/version-0.20/start.mdx", "a document of the line that its folder names"],
    ["docs/blog/launch.ts", null],
    ["posts/x.astro", "a dated text"],
    ["docs/adr/0005-routers.md", "a record of a decision"],
    ["decisions/data/012_store.md", "a record of a decision"],
    ["decisions/routers.md", null],
    ["docs/how-to-release.md", "an illustration in release instructions"],
    ["VERSIONING.md", "an illustration in release instructions"],
    ["scripts/release.ts", null],
    ["docs/README.md", null],
    ["docs/v1-to-v2-migration.md", "a record of past releases"],
    ["docs/upgrade-2-to-3-migration.md", "a record of past releases"],
    ["docs/lumen-immigration.md", null],
    ["docs/database-migration.md", null],
    ["website/components/MigrationGuide.mdx", "a record of past releases"],
    ["docs/upgrade-guide.md", "a record of past releases"],
    ["org.lumen.app.metainfo.xml", "a record of past releases"],
    ["data/lumen.appdata.xml.in", "a record of past releases"],
    ["docs/benchmarks.md", "a record of measurements"],
    ["docs/bench_results.md", "a record of measurements"],
    ["docs/workbench.md", null],
    ["NOTICE.TXT", "a list of the licences of others"],
    ["licenses/THIRD-PARTY-NOTICES-web.txt", "a list of the licences of others"],
    ["docs/noticeboard.md", null],
    ["src/benchmark.ts", null],
  ])("%s: %s", (path, why) => expect(historicalDocument(path)).toBe(why));

  test.each([
    ["build.log", "captured output"],
    ["locale/lumen.pot", "captured output"],
    ["locale/de/lumen.po", "captured output"],
    ["lib/lumen.pop", null],
    ["test/__snapshots__/a.ts", "captured output"],
    ["a/output.txt", null],
    ["rfcs/2024-03-01-names/x.toml", "part of something dated"],
    ["rfcs/2024-03-01/x.toml", "part of something dated"],
    ["rfcs/2024-03/x.toml", null],
    ["fixtures/v2_2_1/data.json", "a fixture of the version that its path names"],
    ["fixtures/lumen-2.2.1.json", "a fixture of the version that its path names"],
    ["fixtures/2.2/data.json", null],
    ["fixtures/12.2.11/data.json", "a fixture of the version that its path names"],
    ["fixtures/a2.2.1/data.json", null],
  ])("%s, whatever stands in it: %s", (path, why) => {
    expect(datedRecord(path)).toBe(why);
    expect(historicalDocument(path)).toBe(why);
  });

  test.each([
    ["test/a.ts", true],
    ["src/__tests__/a.ts", true],
    ["e2e/a.ts", true],
    ["src/a.test.ts", true],
    ["src/a_spec.rb", true],
    ["server/jvm/test-resources/a.yaml", true],
    ["pkg/testdata/a.yaml", true],
    ["src/latest/a.ts", false],
    ["src/testing.ts", false],
    ["fixture.json", false],
  ])("test data %s: %s", (path, is) => expect(isTestData(path)).toBe(is));
});

test.each([
  ["VERSION", true],
  ["SDK_VERSION", true],
  ["appVersion", true],
  ["current_release", true],
  ["latestTag", true],
  ["packageVersionString", true],
  ["VERSION_CODE", false],
  ["LOUPE_VERSION", false],
  ["RELEASE", true],
  ["", false],
])("the name %s says nothing of a subject: %s", (name, is) => expect(isGenericName(name)).toBe(is));

test.each([
  ["policies.lumen.dev/minversion", true],
  ["MAXVER", true],
  ["adminVersion", false],
  ["lumen-version", false],
])("the name %s bounds: %s", (name, is) => expect(namesBound(name)).toBe(is));

test("history and illustrations keep their versions, promises to a machine do not", () => {
  const dependency = '{ "name": "@lumen/demo", "dependencies": { "@lumen/core": "2.3.0" } }\n';
  const files = {
    "CHANGELOG.md": "## 2.3.0\n\nLumen 2.3.0, 7.7.7\n",
    "docs/releasing.md": "Say `v7.7.7` or Lumen 2.3.0.\n",
    "docs/blog/package.json": dependency,
    "fixtures/v2_3_0/package.json": dependency,
    "test/demo.ts": 'export const LUMEN_VERSION = "2.3.0";\nconst install = "npm i @lumen/core@2.4.0";\n',
    "src/demo.ts": 'const install = "npm i @lumen/core@2.4.0";\nconst old = "npm i @lumen/desk@0.2.0";\n',
    "docs/README.md": "Since 2.3.0 it glows.\n\nnpm i @lumen/desk@0.3.0\n\nnpm i @lumen/desk@0.4.0\n",
    "version-audit.toml": '# Lumen 2.3.0\n[product]\nnames = ["lumen"]\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md:1 2.3.0 pinned: a record of past releases",
      "CHANGELOG.md:3 2.3.0 pinned: a record of past releases",
      "CHANGELOG.md:3 7.7.7 external: a number that nothing binds to a subject of ours",
      "docs/README.md:1 2.3.0 pinned: the words before it speak of a past version",
      "docs/README.md:3 0.3.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/README.md:5 0.4.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/blog/package.json:1 2.3.0 behind: @lumen/core is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/releasing.md:1 7.7.7 pinned: an illustration in release instructions",
      "docs/releasing.md:1 2.3.0 pinned: an illustration in release instructions",
      "fixtures/v2_3_0/package.json:1 2.3.0 pinned: a fixture of the version that its path names",
      "src/demo.ts:1 2.4.0 likely stale: @lumen/core is released with the train, and nothing writes it",
      "src/demo.ts:2 0.2.0 likely behind: @lumen/desk lives here with a version line of its own, 0.3.0; this place holds 0.2.0",
      "test/demo.ts:1 2.3.0 pinned: test data",
      "test/demo.ts:2 2.4.0 pinned: test data",
      "version-audit.toml:4 2.3.0 pinned: the configuration of the audit speaks of it",
    ]
  `);
});

test("a diff shows what was, and what is now counts", () => {
  const diff = (...lines: string[]) => ["```diff", ...lines, "```", ""].join("\n");
  const line = (sign: string, version: string) => `${sign} "@lumen/core": "^${version}",`;
  const files = {
    "docs/a.md": diff(line("-", "2.3.0"), line("+", "2.4.0")),
    "docs/b.md": diff(`- "other": "1.0.0",`, line("-", "2.3.0"), "- {", '+ "other": "2.0.0",'),
    "docs/c.md": diff(line("-", "2.3.0"), line(" ", "2.4.0")),
    "docs/d.md": line("-", "2.3.0"),
    "docs/e.md": `${" ".repeat(200)}${line("-", "2.3.0")}\n+`,
  };
  const told = verdicts(files).filter((verdict) => !verdict.includes(" external: "));
  expect(told.map((verdict) => verdict.split(/: |, |;/)[0])).toEqual([
    "docs/a.md:2 2.3.0 pinned",
    "docs/a.md:3 2.4.0 likely stale",
    "docs/b.md:3 2.3.0 pinned",
    "docs/c.md:2 2.3.0 likely behind",
    "docs/c.md:3 2.4.0 likely stale",
    "docs/d.md:1 2.3.0 likely behind",
    "docs/e.md:1 2.3.0 likely behind",
  ]);
});

test("unit tests in Rust stand in the file that they test", () => {
  const line = 'fn told() { println!("lumen version v2.3.0"); }';
  const tests = (body: string) => `#[cfg(test)]\n#[allow(clippy::all)]\nmod tests {\n    ${body}\n}\n`;
  const told = (text: string, path = "src/a.rs") =>
    verdicts({ [path]: text }).map((verdict) => verdict.split(" ")[2]);
  expect(told(`${line}\n${tests("")}${line}\n`)).toEqual(["likely", "likely"]);
  expect(told(`${line}\n${tests(line)}`)).toEqual(["likely", "pinned:"]);
  expect(told(`\n#[cfg(test)]\nuse lumen::it;\n${line}\n`)).toEqual(["likely"]);
  expect(told(`\n${tests(line)}`, "src/a.ts")).toEqual(["likely"]);
});
