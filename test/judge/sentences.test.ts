import { expect, test } from "vitest";
import { isMissed } from "../../src/judge/judge.ts";
import { historicalDocument } from "../../src/judge/purpose/historical-document.ts";
import { remarkOf } from "../../src/judge/purpose/remark.ts";
import { soFar, verdicts } from "./judged.ts";

const remote = { remote: "https://github.com/lumen-dev/lumen" };

/** Why each missed place of one document is no finding; null for one that is. */
function reasonsIn(path: string, text: string): (string | null)[] {
  const { occurrences } = soFar({ [path]: text });
  return occurrences
    .filter((place) => place.path === path && isMissed(place.verdict))
    .map((place) => place.unreported);
}

/** The verdict of each place of one file, with its reason. */
function verdictsIn(path: string, text: string): string[] {
  return verdicts({ [path]: text }).map((line) => line.slice(path.length + 1));
}

test.each([
  ['returns "2.3" if the version of Lumen is "', '".'],
  ["When lumen's version was ", ", it did not"],
  ["unless `lumen-core` equals ", ""],
])("what is only supposed: %s2.3.0%s", (before, after) => {
  expect(remarkOf({ before, after })).toBe("the words before it suppose it");
});

test.each([
  ["it was released in Lumen version ", "."],
  ["available since the release ", ""],
])("a name and what it is: %s2.3.0%s", (before, after) => {
  expect(remarkOf({ before, after })).toBe("the words before it speak of a past version");
});

test("a headline that a release is out stays with it", () => {
  expect(remarkOf({ before: "Lumen ", after: " released. See the notes." })).not.toBeNull();
  expect(remarkOf({ before: "Lumen ", after: " is published by its maintainers" })).not.toBeNull();
  expect(remarkOf({ before: "Lumen v", after: "</a> is now out!" })).not.toBeNull();
  expect(remarkOf({ before: "Lumen ", after: " installs itself" })).toBeNull();
});

test("a sentence goes on from one line of a document to the next", () => {
  const past = "1 2.4.0 pinned: the words before it speak of a past version";
  expect(verdictsIn("docs/use.md", "The option has been there since\nLumen 2.4.0.\n")).toEqual([
    past.replace(/^1/u, "2"),
  ]);
  expect(verdictsIn("src/a.ts", "// The option was added in\n// lumen 2.4.0.\n")).toEqual([
    past.replace(/^1/u, "2"),
  ]);
});

test.each([
  ["an item", "The option has been there since\n- Lumen 2.4.0\n"],
  ["a sentence that ended", "It was there before.\nLumen 2.4.0\n"],
  ["a paragraph", "The option was added in\n\nLumen 2.4.0\n"],
])("but not to %s", (_, text) => {
  expect(verdictsIn("docs/use.md", text)[0]).toContain("stale");
});

test("words above a piece of code say that a certain version is asked for", () => {
  const certain = "an example of how one asks for a certain version";
  const fence = "```sh\nnpm install @lumen/core@2.3.0\n```\n";
  expect(reasonsIn("docs/a.md", `To install a specific version, run:\n\n${fence}`)).toEqual([certain]);
  expect(reasonsIn("docs/b.md", `Pin it in continuous integration:\n\n${fence}`)).toEqual([certain]);
  expect(
    reasonsIn("docs/c.md", "```sh\n# a particular release\nnpm install @lumen/core@2.3.0\n```\n"),
  ).toEqual([certain]);
  const output = "```sh\n$ lumen --version\nlumen 2.1.0\n# or\nnpm install @lumen/core@2.3.0\n```\n";
  expect(reasonsIn("docs/e.md", `Or ask for a particular version number:\n\n${output}`)).toEqual([certain]);
  expect(reasonsIn("docs/d.md", `To install it, run:\n\n${fence}`)).toEqual([null]);
});

test("addresses of guides and of notes about a former release lead to what was true then", () => {
  const address = (path: string) => `const more = "https://docs.lumen.dev/${path}";\n`;
  for (const path of ["upgrade_guides/2.3.0.html", "release-notes/v2.3.0", "whatsnew/2.3.0.html"])
    expect(reasonsIn("src/more.ts", address(path))).toEqual([]);
  expect(verdictsIn("src/more.ts", address("release-notes/2.4.0"))[0]).toContain("stale");
});

test("a line below one of a shell shows what the command printed", () => {
  const printed = "what a command printed";
  expect(reasonsIn("docs/use.md", "```console\n$ lumen --version\nLumen 2.3.0-0-gabc\n```\n")).toEqual([]);
  expect(reasonsIn("cmd/help.txt", "$ lumen version\nlumen version: 2.3.0\n")).toEqual([printed]);
  const session = "```console\n$ lumen verify acme/other\n\nChecking\n  lumen 2.3.0 is fine\n```\n";
  expect(reasonsIn("docs/session.md", session)).not.toContain(null);
  const fetched = "```console\n$ npm install lumen@2.3.0\nadded lumen 2.3.0\n```\n";
  expect(reasonsIn("docs/fetched.md", fetched)).not.toContain(null);
  expect(reasonsIn("cmd/help.txt", "Run lumen version\nlumen version: 2.3.0\n")).not.toEqual([printed]);
});

test("a lead that names another version asks for that, and one that says which is the latest does not", () => {
  const fence = "\n\n```sh\nnpm install @lumen/core@2.3.0\n```\n";
  expect(reasonsIn("docs/a.md", `To build with Lumen 2.3, run:${fence}`)).toEqual([
    "an example of how one asks for a certain version",
  ]);
  expect(reasonsIn("docs/b.md", `The latest release is 2.3.0:${fence}`)).toEqual([null]);
});

test("what is taken from a former release of the repository is meant so, and a module of Terraform is installed", () => {
  const taken = "https://github.com/lumen-dev/lumen//base?ref=v2.3.0";
  const pinned = verdicts({ "deploy/app.yaml": `resources:\n  - ${taken}\n` }, remote);
  expect(pinned[0]).toContain("pinned: a link to a page of a former release");
  const module = verdicts({ "docs/main.tf": `module "lumen" {\n  source = "git::${taken}"\n}\n` }, remote);
  expect(module[0]).not.toContain("a link to a page");
});

test("what a comment sets in an example is no claim", () => {
  const makefile = [
    "# Example running the tests against a published lamp:",
    "# \tLUMEN_VERSION=2.3.0 make check",
    "LUMEN_VERSION ?= 2.3.0",
    "",
  ];
  expect(reasonsIn("make/check.mk", makefile.join("\n"))).toEqual(["an example in a comment", null]);
});

test("a build asks for nothing that is commented out", () => {
  const { occurrences } = soFar({
    "settings.gradle": "rootProject.name = 'lumen'\ninclude 'lamp'\n",
    "lamp/build.gradle": "group = 'dev.lumen'\nversion = '2.4.0'\n",
    "bench/build.gradle": "dependencies {\n  jmh 'dev.lumen:lamp:2.3.0'\n//  jmh 'dev.lumen:lamp:2.2.0'\n}\n",
  });
  const asked = occurrences.filter(({ path }) => path === "bench/build.gradle");
  expect(asked.map(({ verdict, unreported }) => `${verdict}, ${unreported}`)).toEqual([
    "behind, null",
    "behind, it is commented out, and nothing asks for it",
  ]);
});

test("a project of Gradle is not meant where another group is asked for its name", () => {
  const { occurrences } = soFar({
    "settings.gradle": "rootProject.name = 'lumen'\ninclude 'lamp'\n",
    "lamp/build.gradle": "group = 'dev.lumen'\nversion = '2.4.0'\n",
    "bench/build.gradle": "dependencies {\n  jmh 'dev.lumen:lamp:2.3.0'\n  jmh 'org.shades:lamp:2.3.0'\n}\n",
  });
  const asked = occurrences.filter(({ path }) => path === "bench/build.gradle");
  expect(asked.map(({ verdict, text }) => `${text} ${verdict}`)).toEqual(["2.3.0 behind", "2.3.0 external"]);
});

test("what is new in a line, and how projects are updated from one to the next, is a record", () => {
  expect(historicalDocument("doc/whats_new/v0.14.rst")).toBe("a dated text");
  expect(historicalDocument("guides/updating-projects.md")).toBe("a record of past releases");
  expect(historicalDocument("guides/update.md")).toBeNull();
  expect(remarkOf({ before: "Defaults to false. _Added in Lumen ", after: "._" })).toBe(
    "the words before it speak of a past version",
  );
});

test("a crate that an example happens to be called like is asked of the registry", () => {
  const { occurrences } = soFar({
    "Cargo.toml": '[workspace]\nmembers = ["api", "examples/async-lamp"]\n',
    "api/Cargo.toml":
      '[package]\nname = "lumen-api"\nversion = "2.4.0"\n\n[dependencies]\nasync-lamp = "3"\n',
    "examples/async-lamp/Cargo.toml": '[package]\nname = "async-lamp"\nversion = "2.4.0"\npublish = false\n',
  });
  const asked = occurrences.filter(({ path, text }) => path === "api/Cargo.toml" && text === "3");
  expect(asked.map(({ verdict }) => verdict)).toEqual(["external"]);
});

test("a repository that checks itself with a hook of its own asks for a release that is out", () => {
  const hooks =
    "repos:\n  - repo: https://github.com/lumen-dev/lumen\n    rev: v2.3.0\n    hooks: [{ id: lumen }]\n";
  const { occurrences } = soFar({ ".pre-commit-config.yaml": hooks, "docs/hooks.yaml": hooks }, remote);
  const asked = occurrences.filter(({ text, version }) => text === "v2.3.0" || version === "2.3.0");
  expect(asked.map(({ path, unreported }) => `${path} ${unreported}`)).toEqual([
    ".pre-commit-config.yaml the repository checks itself with a release that is out",
    "docs/hooks.yaml null",
  ]);
});

test("the settings of an editor have the versions of their formats, and lines of recorded objects are data", () => {
  const field = '{\n  "version": "2.4.0"\n}\n';
  const told = verdicts({ ".vscode/tasks.json": field, "deploy/tasks.json": field });
  expect(told.map((line) => line.split(": ", 1)[0])).toEqual([
    ".vscode/tasks.json:2 2.4.0 external",
    "deploy/tasks.json:2 2.4.0 likely stale",
  ]);
  expect(historicalDocument("ci/boards/objects.ndjson")).toBe("captured output");
});

test("an image that the product is given in a document is not where the product is taken from", () => {
  const shown = (command: string) => `\`\`\`console\n$ ${command} acme/lumen:2.3.0\n\`\`\`\n`;
  const files = { "docs/a.md": shown("lumen scan"), "docs/b.md": shown("docker run") };
  const { occurrences } = soFar(files, { remote: "https://github.com/acme/lumen" });
  const told = occurrences.filter(({ path }) => path in files);
  expect(told.map(({ path, verdict, unreported }) => `${path} ${verdict} ${unreported}`)).toEqual([
    "docs/a.md behind the product is given it, and is not taken from it",
    "docs/b.md behind null",
  ]);
});

test.each([
  [".agents/skills/migrate-to-1.0/SKILL.md", "a record of past releases"],
  ["docs/upgrading-from-2.x.md", "a record of past releases"],
  ["docs/migrate-to-postgres.md", null],
])("the path of a guide from one release to the next: %s", (path, reason) =>
  expect(historicalDocument(path)).toBe(reason));

test("what tests and measures names releases on purpose", () => {
  const paths = ["src/ReaderTest.php", ".github/workflows/benchmark.yml", "src/Latest.php"];
  const address = '"https://github.com/lumen-dev/lumen/archive/v2.3.0.zip"\n';
  const told = verdicts(Object.fromEntries(paths.map((path) => [path, address])), remote);
  expect(told.map((line) => line.slice(line.indexOf(" ") + 1))).toEqual([
    "2.3.0 pinned: what was measured is named",
    "2.3.0 likely behind: github.com/lumen-dev/lumen is ours by its name, and 2.3.0 is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    "2.3.0 pinned: test data",
  ]);
});

test.each([
  ['# To make the pages: "LUMEN_VERSION=v', ' make pages"'],
  ["# Usage: STAGE=1 LUMEN_VERSION=", " ./cut.sh"],
])("a comment that shows how something is called: %s", (before, after) => {
  expect(reasonsIn("hack/pages.sh", `${before}2.3.0${after}\n`)).toEqual(["an example in a comment"]);
});

test("a module of Go below the root is at the version of its own tags", () => {
  const asked = "```yaml\ngomod: acme.dev/lumen/api v1.7.0\ngomod: acme.dev/lumen/web v2.3.0\n```\n";
  const files = {
    "go.mod": "module acme.dev/lumen\n",
    "api/go.mod": "module acme.dev/lumen/api\n",
    "web/go.mod": "module acme.dev/lumen/web\n",
    "docs/build.md": asked,
  };
  const tags = ["v2.3.0", "v2.4.0", "api/v1.7.0", "web/v2.3.0", "web/v2.4.0"];
  const told = verdicts(files, { ...remote, tags }).filter((line) => line.startsWith("docs"));
  expect(told.map((line) => line.replace(/:.*? (?=\d)/u, " ").replace(/:.*/u, ""))).toEqual([
    "docs/build.md 1.7.0 independent",
    "docs/build.md 2.3.0 likely behind",
  ]);
});

test("the title of a manual page says of which release it is, and its text speaks of others", () => {
  const page = "% lumen(1) v2.3.0\n\n# NAME\n\nlumen: makes light\n\nIt was slower at 2.3.0 of lumen.\n";
  expect(reasonsIn("man/lumen.1.md", page)).toEqual([null]);
  expect(reasonsIn("man/lumen.1", '.TH LUMEN 1 2020-02-02 "lumen 2.3.0"\n')).toEqual([null]);
  expect(reasonsIn("man/lumen-colors.5.md", "% lumen_colors(5) v2.3.0\n")).toEqual([null]);
  expect(reasonsIn("man/other.1.md", "% other(1) v2.3.0\n")).toEqual([]);
});
