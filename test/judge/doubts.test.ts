import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const text = (...all: string[]) => `${all.join("\n")}\n`;

test("what is not ours can be named on purpose all the same, where words or a name say so", () => {
  const files = {
    "src/a.ts": text(
      'export const MIN_LOUPE_VERSION = "2.3.0";',
      'export const MIN_LENS_VERSION = "7.7.7";',
      'export const LOUPE_VERSION = "2.3.0";',
    ),
    "env.sh": text(
      "LOUPE_VERSION=2.3.0 # to 2.4.0",
      "LOUPE_VERSION=2.3.0 -> 2.4.0",
      "LENS_VERSION=7.7.7 -> 7.7.8",
    ),
    "README.md": text(
      "npm i loupe@2.3.0 or later",
      "npm i loupe@7.7.7 or later",
      "since 2.3.0",
      "since 7.7.7",
    ),
    "docs/releasing.md": text("npm i loupe@7.7.7", "`7.7.7`", "LENS_VERSION=7.7.7"),
    "docs/package.json": '{ "name": "@lumen/docs", "dependencies": { "loupe": ">=2.3.0" } }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "README.md:1 2.3.0 pinned: the words after it make it a bound",
      "README.md:2 7.7.7 external: loupe is not defined in this repository",
      "README.md:3 2.3.0 pinned: the words before it speak of a past version",
      "README.md:4 7.7.7 external: a number that nothing binds to a subject of ours",
      "docs/package.json:1 2.3.0 external: loupe is not defined in this repository",
      "docs/releasing.md:1 7.7.7 pinned: an illustration in release instructions",
      "docs/releasing.md:2 7.7.7 pinned: an illustration in release instructions",
      "docs/releasing.md:3 7.7.7 pinned: an illustration in release instructions",
      "env.sh:1 2.3.0 external: LOUPE_VERSION does not name anything of ours",
      "env.sh:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "env.sh:2 2.3.0 pinned: an arrow shows one version becoming another",
      "env.sh:2 2.4.0 pinned: an arrow shows one version becoming another",
      "env.sh:3 7.7.7 external: LENS_VERSION does not name anything of ours",
      "env.sh:3 7.7.8 external: a number that nothing binds to a subject of ours",
      "src/a.ts:1 2.3.0 pinned: MIN_LOUPE_VERSION is a bound, not the version of a release",
      "src/a.ts:2 7.7.7 external: MIN_LENS_VERSION does not name anything of ours",
      "src/a.ts:3 2.3.0 external: LOUPE_VERSION does not name anything of ours",
    ]
  `);
});

test("what is ours but built elsewhere is pinned by words, and its requirements by nothing", () => {
  const files = {
    "docs/package.json":
      '{ "name": "@lumen/docs", "dependencies": { "@lumen/away": ">=7.0.0" }, "peerDependencies": { "@lumen/far": "^7.0.0" } }\n',
    "README.md": text("npm i @lumen/away@7.0.0 or later", "npm i @lumen/away@7.0.0"),
    Dockerfile: text("FROM lumen/away:7.0.0"),
    "test/compose.yaml": "services:\n  a:\n    image: lumen/away:7.0.0\n",
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "Dockerfile:1 7.0.0 independent: the image lumen/away is ours, but 7.0.0 was never a version of the train",
      "README.md:1 7.0.0 pinned: the words after it make it a bound",
      "README.md:2 7.0.0 independent: @lumen/away is ours by its name, but it is not built here",
      "docs/package.json:1 7.0.0 independent: @lumen/away is ours by its name, but it is not built here",
      "docs/package.json:1 7.0.0 independent: @lumen/far is ours by its name, but it is not built here",
      "test/compose.yaml:3 7.0.0 pinned: test data",
    ]
  `);
});

test("what counts by itself is pinned in an install line, and nowhere else", () => {
  const files = {
    "README.md": text("npm i @lumen/desk@0.2.0 or later", "npm i @lumen/desk@0.2.0"),
    "test/a.ts": text('const line = "npm i @lumen/desk@0.2.0";', "const PROTOCOL_VERSION = 3;"),
    "docs/package.json": '{ "name": "@lumen/docs", "dependencies": { "@lumen/desk": ">=0.2.0" } }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "README.md:1 0.2.0 pinned: the words after it make it a bound",
      "README.md:2 0.2.0 likely behind: @lumen/desk lives here with a version line of its own, 0.3.0; this place holds 0.2.0",
      "docs/package.json:1 0.2.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "test/a.ts:1 0.2.0 pinned: test data",
      "test/a.ts:2 3 independent: PROTOCOL_VERSION counts by itself",
    ]
  `);
});

test("a constant without a subject of its own is ours in the output of a generator", () => {
  const files = {
    "version-audit.toml": '[[generated]]\npaths = ["gen/**"]\n',
    "gen/a.ts": text(
      'export const VERSION = "2.3.0";',
      'export const LOUPE_VERSION = "2.3.0";',
      'f("2.3.0");',
    ),
    "gen/b.sh": text("APP_VERSION=2.3.0", "LOUPE_VERSION=2.3.0"),
    "gen/c.md": "npm i loupe@2.4.0, or 2.4.0, or loupe@7.0.0\n",
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "gen/a.ts:1 2.3.0 generated: declared as generated; a version of the train in the output of a generator",
      "gen/a.ts:2 2.3.0 external: LOUPE_VERSION does not name anything of ours",
      "gen/a.ts:3 2.3.0 external: a number that nothing binds to a subject of ours",
      "gen/b.sh:1 2.3.0 generated: declared as generated; a version of the train in the output of a generator",
      "gen/b.sh:2 2.3.0 external: LOUPE_VERSION does not name anything of ours",
      "gen/c.md:1 2.4.0 external: loupe is not defined in this repository",
      "gen/c.md:1 2.4.0 generated: declared as generated; a version of the train in the output of a generator",
      "gen/c.md:1 7.0.0 external: loupe is not defined in this repository",
    ]
  `);
});

test("a name of which the place does not say what it is can be a package, a crate or the product", () => {
  const files = {
    "packages/glow/package.json": '{ "name": "glow", "version": "0.7.0" }\n',
    "crates/engine/Cargo.toml": text("[package]", 'name = "engine"', 'version = "0.5.0"'),
    Gemfile: text(
      "gem 'glow', '2.4.0'",
      "gem 'engine', '2.4.0'",
      "gem 'lumen', '2.4.0'",
      "gem 'lumen', '7.0.0'",
      "gem 'loupe', '2.4.0'",
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "Gemfile:1 2.4.0 independent: glow lives here with a version line of its own, 0.7.0",
      "Gemfile:2 2.4.0 independent: the crate engine has a version line of its own, 0.5.0",
      "Gemfile:3 2.4.0 external: the lumen of this repository is private, so the registry's lumen is meant",
      "Gemfile:4 7.0.0 external: the lumen of this repository is private, so the registry's lumen is meant",
      "Gemfile:5 2.4.0 external: gem:loupe is not defined in this repository",
      "crates/engine/Cargo.toml:3 0.5.0 independent: the crate engine has a version line of its own",
      "packages/glow/package.json:1 0.7.0 independent: glow has a version line of its own",
    ]
  `);
});

test("a URL of somebody else's package can lead to a place of ours", () => {
  const files = {
    "version-audit.toml": '[product]\nurls = ["cdn.acme.io/lumen/"]\n',
    "README.md": text(
      "[x](https://cdn.acme.io/lumen/2.4.0/x.tgz)",
      "curl https://cdn.acme.io/lumen/7.0.0/x.tgz",
      '"https://cdn.acme.io/loupe/2.4.0/x.tgz" cdn.acme.io/lumen/',
      'cdn.acme.io/lumen/ "https://cdn.acme.io/loupe/2.4.0/x.tgz"',
      "cdn.acme.io/lumen/(https://cdn.acme.io/loupe/2.4.0/x.tgz)",
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 likely stale: the URL leads to a release of ours, and nothing writes it",
      "README.md:2 7.0.0 independent: the URL is ours, but 7.0.0 was never a version of the train",
      "README.md:3 2.4.0 external: the URL does not lead to something of ours",
      "README.md:4 2.4.0 external: the URL does not lead to something of ours",
      "README.md:5 2.4.0 external: the URL does not lead to something of ours",
    ]
  `);
});

test("a crate outside of every workspace is of the train by its own version", () => {
  const crate = (name: string, version: string, more = "") =>
    text("[package]", `name = "${name}"`, `version = "${version}"`, more);
  const files = {
    "Cargo.toml": text("[workspace]", 'members = ["crates/*"]'),
    "crates/engine/Cargo.toml": crate("engine", "0.5.0"),
    "sdk/rust/Cargo.toml": crate("beam", "2.4.0"),
    "sdk/bare/Cargo.toml": text("[package]", 'name = "bare"'),
    "docs/Cargo.toml": crate(
      "docs",
      "0.1.0",
      '[dependencies]\nbeam = "2.4.0"\nengine = "2.4.0"\nbare = "2.4.0"',
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "crates/engine/Cargo.toml:3 0.5.0 independent: the crate engine has a version line of its own",
      "docs/Cargo.toml:3 0.1.0 independent: the crate docs has a version line of its own",
      "docs/Cargo.toml:5 2.4.0 stale: the crate beam is released with the train, and nothing writes it",
      "docs/Cargo.toml:6 2.4.0 independent: the crate engine has a version line of its own, 0.5.0",
      "docs/Cargo.toml:7 2.4.0 independent: the crate bare has a version line of its own",
      "sdk/rust/Cargo.toml:3 2.4.0 stale: the crate beam is released with the train, and nothing writes it",
    ]
  `);
});

test("a package without a scope and outside of every workspace is nobody's home", () => {
  const files = {
    "vendor/core/package.json": '{ "name": "core", "version": "2.4.0" }\n',
    "vendor/odd/package.json": '{ "name": "lumen-odd", "version": "2.3.0" }\n',
    "sdk/js/package.json": '{ "name": "@lumen/js", "version": "2.4.0" }\n',
    "sdk/none/package.json": '{ "name": "@lumen/none" }\n',
    "docs/package.json":
      '{ "name": "@lumen/docs", "dependencies": { "core": "2.4.0", "@lumen/js": "2.4.0", "@lumen/none": "2.4.0" } }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "docs/package.json:1 2.4.0 independent: core lives here with a version line of its own, 2.4.0",
      "docs/package.json:1 2.4.0 stale: @lumen/js is released with the train, and nothing writes it",
      "docs/package.json:1 2.4.0 independent: @lumen/none lives here with a version line of its own",
      "sdk/js/package.json:1 2.4.0 stale: @lumen/js is a public package of this repository and holds current, and nothing writes it",
      "vendor/core/package.json:1 2.4.0 independent: core has a version line of its own",
      "vendor/odd/package.json:1 2.3.0 independent: lumen-odd has a version line of its own",
    ]
  `);
});

test("a word in the address of an image does not make its tag a bound", () => {
  const files = { Dockerfile: text("FROM registry.example/lumen/old-kit:2.3.0") };
  expect(verdicts(files).filter((verdict) => verdict.includes("pinned"))).toEqual([]);
});
