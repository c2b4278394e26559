import { expect, test } from "vitest";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import { writtenBeside } from "../../src/judge/owner/written-beside.ts";
import { verdicts } from "./judged.ts";

/** `verdict: reason` of every version in a file, in the order of the text. */
function told(
  path: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
  remote?: string,
): string[] {
  return verdicts({ ...files, [path]: text }, remote === undefined ? {} : { remote })
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.replace(/^\S+ \S+ /, ""));
}

test("a key that names the product says whose version it holds", () => {
  expect(told("deploy/vars.yml", 'lumen_version: 2.3.0\nlumen_image_tag: "2.4.0"\n')).toEqual([
    "likely behind: lumen_version names the product and holds a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    "likely stale: lumen_image_tag names the product and holds a version of the train, and nothing writes it",
  ]);
  const text =
    '{\n"lumenVersion": "2.4.0",\n"minLumenVersion": "2.3.0",\n"redisVersion": "2.4.0",\n"lumenVersion": "7.7.7"\n}\n';
  expect(told("config.json", text)).toEqual([
    "likely stale: lumenVersion names the product and holds a version of the train, and nothing writes it",
    "external: a number that nothing binds to a subject of ours",
    "external: a number that nothing binds to a subject of ours",
    "external: a number that nothing binds to a subject of ours",
  ]);
});

test("what speaks of a former release is no claim about the current one, unless it is labelled so", () => {
  const text =
    "Lumen 2.3.0 language server started\nLumen version: 2.3.0\nLumen 2.4.0 is out\nsee https://github.com/acme/lantern/blob/v2.3.0/a.md\n";
  expect(told("docs/a.md", text, {}, "https://github.com/acme/lantern")).toEqual([
    "pinned: its line speaks of a former release of the product",
    "likely behind: its line names the product, and it is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    "likely stale: its line names the product, and it is a version of the train, and nothing writes it",
    "pinned: a link to a page of a former release",
  ]);
});

test("a folder of documents that is named after a line of releases tells of that line", () => {
  const text = "npm i @lumen/core@2.3.0\n";
  const [former, own] = ["docs/1.x/install.md", "docs/2.x/install.md"].map((path) => told(path, text));
  expect(former).toEqual(["pinned: a document of a former line"]);
  expect(own?.[0]).toContain("behind");
});

test("the address of a guide to a release names that release for as long as there is one", () => {
  const text =
    "https://github.com/acme/lantern/wiki/migrating-to-2.3.0#rules\nhttps://github.com/acme/lantern/wiki/upgrade/v2.3.0\n";
  expect(told("src/rule.js", `// ${text}`, {}, "https://github.com/acme/lantern")).toEqual([
    "pinned: the address of a guide to that release",
    "pinned: the address of a guide to that release",
  ]);
});

test("a row whose key names the release that it is about is a record of it", () => {
  const address = "https://github.com/acme/lantern/releases/download";
  const row = (key: string, version: string) => `"${key}": "${address}/${version}/lantern.zip"`;
  const text = `{\n${row("2.3.0", "2.3.0")},\n${row("newest", "2.3.0")}\n}\n`;
  expect(
    told("index.json", text, {}, "https://github.com/acme/lantern").filter(
      (each) => !each.startsWith("external"),
    ),
  ).toEqual([
    "pinned: a row of a table of releases, which its key names",
    "likely behind: github.com/acme/lantern is ours by its name, and 2.3.0 is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
  ]);
});

test("a requirement of two numbers is not behind as long as it admits current", () => {
  const text = "npm install @lumen/core@^2.0\nnpm install @lumen/core@~2.3\nnpm install @lumen/core@^1.9\n";
  expect(told("docs/a.md", text)).toEqual([
    "pinned: ^2.0 admits 2.4.0",
    "likely behind: @lumen/core is released with the train; 2.3 does not admit 2.4.0",
    "likely behind: @lumen/core is released with the train; 1.9 does not admit 2.4.0",
  ]);
});

test("a key that names a third party takes its version from the product on the same line", () => {
  const site = {
    "packages/site/package.json": '{ "name": "@lumen/site", "dependencies": { "loupe": "1.0.0" } }',
  };
  const line = 'const versions = { lumen: "2.4.0", loupe: "^2.4.0" };\n';
  const ours =
    "likely stale: its line names the product, and it is a version of the train, and nothing writes it";
  expect(told("src/versions.ts", line, site)).toEqual([
    ours,
    "external: loupe is the name of a third party that is asked for here",
  ]);
  expect(told("src/versions.ts", line)).toEqual([ours, ours]);
});

test("the label of an image holds current, and another label does not", () => {
  const label = (name: string) => `FROM scratch\nLABEL org.opencontainers.image.${name}="2.4.0"\n`;
  expect(told("docker/Dockerfile", label("version"))).toEqual([
    "likely stale: this manifest holds current, and nothing writes it",
  ]);
  const schema = 'FROM scratch\nLABEL org.label-schema.version="2.4.0"\n';
  expect(told("docker/Dockerfile", schema)).toEqual(told("docker/Dockerfile", label("version")));
  for (const name of ["base.name", "base.version"])
    expect(told("docker/Dockerfile", label(name))).toEqual([
      "external: a number that nothing binds to a subject of ours",
    ]);
});

test("a key with dots is ours when a part of it names the product", () => {
  const verdictOf = (line: string) => told("gradle.properties", `${line}\n`)[0]?.split(":")[0];
  const lines = ["version=2.4.0", "lumen.version=2.4.0", "kotlin.version=2.4.0", "ktor.version=2.4.0"];
  expect(lines.map(verdictOf)).toEqual(["likely stale", "likely stale", "external", "external"]);
  expect(told("docker/Dockerfile", "FROM scratch\nENV chromium.version=2.4.0\n")[0]).toMatch(/^external: /);
});

test("a key that says what kind of number it holds names no third party, whatever packages are called", () => {
  const site = {
    "packages/site/package.json":
      '{ "name": "@lumen/site", "dependencies": { "semver": "7.0.0", "tag": "1.0.0" } }',
  };
  for (const key of ["semver", "tag"])
    expect(told("src/versions.ts", `const lumen = { ${key}: "2.4.0" };\n`, site)).toEqual([
      "likely stale: its line names the product, and it is a version of the train, and nothing writes it",
    ]);
});

test("a badge that says version is that of the repository, or of the package, on whose page it stands", () => {
  const badge = (text: string) => `![badge](https://img.shields.io/badge/${text}-blue)\n`;
  const on = (path: string, text: string) =>
    told(path, badge(text))[0]?.replace(/; it holds.*|, and nothing.*/, "");
  expect(
    ["version-2.4.0", "version-v2.3.0", "node-2.4.0", "version-7.7.7"].map((text) => on("README.md", text)),
  ).toEqual([
    "likely stale: a version badge on the page of the repository",
    "likely behind: a version badge on the page of the repository",
    "external: the URL does not lead to something of ours",
    "independent: a version badge, but 7.7.7 was never a version of the train",
  ]);
  expect(on("packages/core/README.md", "version-2.4.0")).toBe(
    "likely stale: a version badge on the page of packages/core",
  );
  expect(on("packages/desk/readme.md", "version-2.4.0")).toMatch(/^independent: @lumen\/desk lives here/);
  for (const path of ["docs/badges.md", "vendor/loupe/README.md"])
    expect(on(path, "version-2.4.0")).toBe("external: a version badge that stands on no page of ours");
});

test("what is left over of a lockfile is part of a name or of an address", () => {
  const lock = `__metadata:\n  version: 8\n\n"@lumen/2.3.0@workspace:old/lumen/2.3.0":\n  version: 0.0.0-use.local\n`;
  const reasons = told("yarn.lock", lock);
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.every((reason) => /^(?:external|independent): /.test(reason))).toBe(true);
});

test("a named value holds current where the release writes its like in another file", () => {
  const files = {
    "conf/small.toml": 'compatibility_version = "2.4.0"\n',
    "conf/large.toml": 'compatibility_version = "2.4.0"\n',
    "conf/other.toml": 'loupe_version = "2.4.0"\n',
  };
  expect(verdicts(files, { bumped: ["package.json", "conf/small.toml"] })).toMatchInlineSnapshot(`
    [
      "conf/large.toml:1 2.4.0 likely stale: compatibility_version holds current, and the release writes compatibility_version in conf/small.toml, and nothing writes it",
      "conf/other.toml:1 2.4.0 external: loupe_version does not name anything of ours",
      "conf/small.toml:1 2.4.0 covered: scripts/release.mjs:7 writes it",
    ]
  `);
});

test("what is written beside a named value is its like in another file, or anything in its own", () => {
  const place = (path: string, name: string, kind: Occurrence["kind"]): Occurrence => ({
    path,
    kind,
    subject: { type: "constant", name },
    version: "2.4.0",
    text: "2.4.0",
    span: { start: 0, end: 5 },
    keyPath: null,
  });
  const beside = writtenBeside([
    place("conf/small.toml", "engine_version", "assignment"),
    place("readme.md", "lumen", "snippet"),
  ]);
  expect(beside(place("conf/large.toml", "engine_version", "assignment"))).toBe(
    "the release writes engine_version in conf/small.toml",
  );
  expect(beside(place("readme.md", "x_version", "assignment"))).toBe("the release writes this file");
  expect(beside(place("src/a.ts", "lumen", "constant"))).toBeNull();
});
