import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const lines = (...all: string[]) => `${all.join("\n")}\n`;

test("the name next to a requirement decides, and never its number", () => {
  const manifest = {
    name: "@lumen/docs",
    private: true,
    dependencies: {
      "@lumen/core": "^2.4.0",
      "@lumen/desk": "^0.3.0",
      "@lumen/gone": "^2.3.0",
      "@lumen/elsewhere": "^7.1.0",
      "@lumen/lint": "^1.0.0",
      lumen: "2.4.0",
      loupe: "2.4.0",
    },
  };
  const told = { tags: ["v1.0.0", "v2.3.0"] };
  expect(verdicts({ "docs/package.json": JSON.stringify(manifest, null, 2) }, told)).toMatchInlineSnapshot(`
    [
      "docs/package.json:5 2.4.0 stale: @lumen/core is released with the train, and nothing writes it",
      "docs/package.json:6 0.3.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/package.json:7 2.3.0 independent: @lumen/gone is ours by its name, but it is not built here",
      "docs/package.json:8 7.1.0 independent: @lumen/elsewhere is ours by its name, but it is not built here",
      "docs/package.json:9 1.0.0 independent: @lumen/lint is ours by its name, but it is not built here",
      "docs/package.json:10 2.4.0 external: the lumen of this repository is private, so the registry's lumen is meant",
      "docs/package.json:11 2.4.0 external: loupe is not defined in this repository",
    ]
  `);
});

test("a requirement on a former release is behind, and one that only bounds is pinned", () => {
  const manifest = {
    name: "@lumen/docs",
    private: true,
    dependencies: { "@lumen/core": "^2.3.0" },
    devDependencies: { "@lumen/core": ">=2.3.0" },
    peerDependencies: { "@lumen/core": "^2.0.0", loupe: "^1.0.0" },
    optionalDependencies: { "@lumen/core": "2.3.0" },
  };
  expect(verdicts({ "docs/package.json": JSON.stringify(manifest, null, 2) })).toMatchInlineSnapshot(`
    [
      "docs/package.json:5 2.3.0 behind: @lumen/core is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/package.json:8 2.3.0 pinned: >=2.3.0 is a bound, not the version of a release",
      "docs/package.json:11 2.0.0 pinned: a peer requirement says what it works with",
      "docs/package.json:12 1.0.0 external: loupe is not defined in this repository",
      "docs/package.json:15 2.3.0 behind: @lumen/core is released with the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
});

test("a private unscoped name means the registry's package, unless the root maps it here", () => {
  const files = {
    "packages/glow/package.json": '{ "name": "glow", "private": true, "version": "2.4.0" }\n',
    "docs/package.json": '{ "name": "@lumen/docs", "private": true, "dependencies": { "glow": "2.4.0" } }\n',
  };
  const root =
    '{ "name": "lumen", "private": true, "version": "2.4.0", "workspaces": ["packages/*"], "resolutions": { "glow": "workspace:*" } }\n';
  const docs = (told: string[]) => told.filter((line) => line.startsWith("docs/"));
  expect(docs(verdicts(files))).toMatchInlineSnapshot(`
    [
      "docs/package.json:1 2.4.0 external: the glow of this repository is private, so the registry's glow is meant",
    ]
  `);
  expect(docs(verdicts({ ...files, "package.json": root }))).toMatchInlineSnapshot(`
    [
      "docs/package.json:1 2.4.0 stale: glow is released with the train, and nothing writes it",
    ]
  `);
});

test("names of the configuration are ours though nothing here defines them", () => {
  const files = {
    "version-audit.toml": '[product]\npackages = ["glimmer", "@beam/*"]\n',
    "docs/package.json":
      '{ "name": "@lumen/docs", "dependencies": { "glimmer": "2.4.0", "@beam/ray": "2.3.0", "glimmering": "2.4.0", "beam": "2.4.0" } }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "docs/package.json:1 2.4.0 likely stale: glimmer is ours by its name, and 2.4.0 is a version of the train, and nothing writes it",
      "docs/package.json:1 2.3.0 likely behind: @beam/ray is ours by its name, and 2.3.0 is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/package.json:1 2.4.0 external: glimmering is not defined in this repository",
      "docs/package.json:1 2.4.0 external: beam is not defined in this repository",
    ]
  `);
});

test("names of Python distributions are compared as PEP 503 says", () => {
  const files = {
    "sdk/pyproject.toml": lines("[project]", 'name = "Lumen.Client"', 'version = "2.4.0"'),
    "lab/pyproject.toml": lines("[project]", 'name = "lab"', 'version = "0.1.0"'),
    "docs/requirements.txt": lines(
      "lumen_client==2.4.0",
      "lab==0.1.0",
      "lumen--client==2.3.0",
      "numpy==2.4.0",
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "docs/requirements.txt:1 2.4.0 likely stale: lumen_client is defined here and holds current, and nothing writes it",
      "docs/requirements.txt:2 0.1.0 independent: the distribution lab has a version line of its own",
      "docs/requirements.txt:3 2.3.0 independent: the distribution lumen--client has a version line of its own",
      "docs/requirements.txt:4 2.4.0 external: the distribution numpy is not defined in this repository",
      "lab/pyproject.toml:3 0.1.0 independent: this manifest has a version line of its own",
      "sdk/pyproject.toml:3 2.4.0 stale: this manifest holds current, and nothing writes it",
    ]
  `);
});

test("packages with the binaries of a platform are ours, though only a build makes them", () => {
  const manifest = {
    name: "lumenc",
    version: "2.4.0",
    optionalDependencies: {
      "lumenc-linux-x64-gnu": "2.4.0",
      "lumenc-win32-arm64-msvc": "2.3.0",
      "lumenc-loader": "2.4.0",
      "loupe-linux-x64-gnu": "2.4.0",
    },
  };
  const path = "packages/lumenc/package.json";
  const files = { [path]: JSON.stringify(manifest, null, 2) };
  expect(verdicts(files).map((line) => line.slice(path.length).replace(/;.*|,? and .*/, ""))).toEqual([
    ":3 2.4.0 stale: lumenc is a public package of this repository",
    ":5 2.4.0 likely stale: lumenc-linux-x64-gnu is ours by its name",
    ":6 2.3.0 likely behind: lumenc-win32-arm64-msvc is ours by its name",
    ":7 2.4.0 external: lumenc-loader is not defined in this repository",
    ":8 2.4.0 external: loupe-linux-x64-gnu is not defined in this repository",
  ]);
});

test("declarations for somebody else's package are no reason to own all declarations", () => {
  const types = '{ "name": "@types/lumen__env", "private": true, "version": "2.4.0" }';
  const files = {
    "tools/types/package.json": types,
    "docs/package.json": '{ "name": "@lumen/docs", "devDependencies": { "@types/loupe": "2.3.0" } }',
  };
  expect(verdicts(files).filter((line) => line.startsWith("docs/"))).toEqual([
    "docs/package.json:1 2.3.0 external: @types/loupe is not defined in this repository",
  ]);
});

test("a vendor of Composer and what tests have vendored make nobody's requirement ours", () => {
  const files = {
    "composer.json":
      '{ "name": "lumen/lumen", "require": { "lumen/map": "^1.0.0", "light/files": "^2.3.0 || ^7.1.0" } }',
    "tests/fixtures/vendor/light/files/composer.json": '{ "name": "light/files" }',
    "modules/glow/composer.json": '{ "name": "light/glow" }',
    "demo/composer.json": '{ "name": "demo/demo", "require": { "light/glow": "2.3.0" } }',
  };
  const told = { tags: ["v1.0.0", "v2.3.0", "v2.4.0"] };
  expect(verdicts(files, told).map((line) => line.replace(/:\d+ /u, " "))).toEqual([
    "composer.json 1.0.0 external: composer:lumen/map is not defined in this repository",
    "composer.json 2.3.0 external: composer:light/files is not defined in this repository",
    "composer.json 7.1.0 external: composer:light/files is not defined in this repository",
    "demo/composer.json 2.3.0 behind: light/glow is defined in modules/glow/composer.json, which is released with the train; it holds 2.3.0 while the train holds 2.4.0",
  ]);
});
