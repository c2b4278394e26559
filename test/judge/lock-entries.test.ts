import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

test("the root of a lockfile is the package next to it, private or not", () => {
  const lock = {
    name: "lumen",
    version: "2.4.0",
    lockfileVersion: 3,
    packages: { "": { name: "lumen", version: "2.4.0" }, "node_modules/lumen": { version: "2.4.0" } },
  };
  expect(verdicts({ "package-lock.json": JSON.stringify(lock, null, 1) })).toMatchInlineSnapshot(`
    [
      "package-lock.json:3 2.4.0 likely stale: the lockfile records lumen, which is released with the train, and nothing writes it",
      "package-lock.json:8 2.4.0 likely stale: the lockfile records lumen, which is released with the train, and nothing writes it",
      "package-lock.json:11 2.4.0 external: the lumen of this repository is private, so the registry's lumen is meant",
    ]
  `);
});

test("entries of a lockfile are bound to members by name", () => {
  const files = {
    "package-lock.json": JSON.stringify(
      {
        lockfileVersion: 3,
        packages: {
          "packages/core": { name: "@lumen/core", version: "2.4.0" },
          "packages/desk": { name: "@lumen/desk", version: "0.3.0" },
          "node_modules/loupe": { version: "2.4.0", resolved: "https://registry.example/loupe-2.4.0.tgz" },
        },
      },
      null,
      1,
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "package-lock.json:6 2.4.0 likely stale: the lockfile records @lumen/core, which is released with the train, and nothing writes it",
      "package-lock.json:10 0.3.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "package-lock.json:13 2.4.0 external: loupe is not defined in this repository",
      "package-lock.json:14 2.4.0 external: loupe is not defined in this repository",
    ]
  `);
});

test("a lockfile repeats what the peers of others work with", () => {
  const files = {
    "yarn.lock": `__metadata:
  version: 8

"tabs@npm:^5.0.0":
  version: 5.1.0
  resolution: "tabs@npm:5.1.0"
  dependencies:
    "@lumen/core": "npm:^2.3.0"
  peerDependencies:
    "@lumen/core": ">= 2.3.0 || >= 2.4.0"
`,
    "pnpm-lock.yaml": `lockfileVersion: '9.0'

packages:

  tabs@5.1.0:
    peerDependencies:
      '@lumen/core': ^2.3.0
`,
  };
  expect(verdicts(files).filter((verdict) => verdict.includes(" pinned: "))).toEqual([
    "pnpm-lock.yaml:7 2.3.0 pinned: a peer requirement says what it works with",
    "yarn.lock:10 2.3.0 pinned: >= 2.3.0 || >= 2.4.0 is a bound, not the version of a release",
    "yarn.lock:10 2.4.0 pinned: >= 2.3.0 || >= 2.4.0 is a bound, not the version of a release",
  ]);
});

test("an entry of a folder is of the package there only when it has its name", () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      "packages/core": { name: "lumen", version: "2.4.0" },
      "packages/gone": { name: "lumen", version: "2.4.0" },
    },
  };
  expect(verdicts({ "package-lock.json": JSON.stringify(lock, null, 1) })).toMatchInlineSnapshot(`
    [
      "package-lock.json:6 2.4.0 external: the lumen of this repository is private, so the registry's lumen is meant",
      "package-lock.json:10 2.4.0 external: the lumen of this repository is private, so the registry's lumen is meant",
    ]
  `);
});

test("an entry of Python is looked for among the packages of Python", () => {
  const files = {
    "pyproject.toml": '[project]\nname = "lumen-client"\nversion = "2.4.0"\n',
    "poetry.lock":
      '[[package]]\nname = "lumen-client"\nversion = "2.4.0"\n\n[[package]]\nname = "lumen"\nversion = "2.4.0"\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "poetry.lock:3 2.4.0 likely stale: the lockfile records lumen-client, which is released with the train, and nothing writes it",
      "poetry.lock:7 2.4.0 external: the distribution lumen is not defined in this repository",
      "pyproject.toml:3 2.4.0 stale: this manifest holds current, and nothing writes it",
    ]
  `);
});

test("a copy of ours that only the tools of third parties ask for is theirs to raise", () => {
  const entry = (name: string, version: string, more = {}) => ({
    [`node_modules/${name}`]: { version, ...more },
  });
  const lock = {
    lockfileVersion: 3,
    packages: {
      ...entry("linter", "5.0.0", { dependencies: { "@lumen/core": "^2.3.0" } }),
      ...entry("@lumen/core", "2.3.0"),
      ...entry("@lumen/gone", "2.3.0"),
    },
  };
  const told = (files: Readonly<Record<string, string>> = {}) =>
    verdicts({ ...files, "package-lock.json": JSON.stringify(lock, null, 1) })
      .filter((line) => line.includes("2.3.0"))
      .map((line) => line.replace(/ lives .*|; .*/, "").replace("package-lock.json", ""));
  expect(told()).toEqual([
    ":7 2.3.0 external: only third parties ask for @lumen/core here",
    ":11 2.3.0 external: only third parties ask for @lumen/core here",
    ":14 2.3.0 independent: @lumen/gone is ours by its name, but it is not built here",
  ]);
  const site = '{ "name": "@lumen/site", "private": true, "dependencies": { "@lumen/core": "*" } }';
  expect(told({ "packages/site/package.json": site })).toEqual([
    ":7 2.3.0 likely behind: the lockfile records @lumen/core, which is released with the train",
    ":11 2.3.0 likely behind: the lockfile records @lumen/core, which is released with the train",
    ":14 2.3.0 independent: @lumen/gone is ours by its name, but it is not built here",
  ]);
  expect(
    told({ "package.json": '{ "workspaces": ["packages/*"] }' }).filter((line) => line.includes("behind"))
      .length,
  ).toBe(2);
});

test("what asks for a copy of ours is not known of a platform package and of a lockfile beside no manifest", () => {
  const lock = (name: string) =>
    JSON.stringify(
      { lockfileVersion: 3, packages: { [`node_modules/${name}`]: { version: "2.3.0" } } },
      null,
      1,
    );
  const platform = "@lumen/core-linux-x64";
  const files = {
    "packages/site/package.json": '{ "name": "@lumen/site", "dependencies": { "@lumen/core": "*" } }',
    "packages/linux/package.json": `{ "name": "${platform}", "version": "2.4.0" }`,
    "packages/form/package.json": '{ "name": "@lumen/form", "version": "2.4.0" }',
    "packages/site/package-lock.json": lock(platform),
    "old/package-lock.json": lock("@lumen/form"),
  };
  expect(verdicts(files).filter((line) => line.includes(" 2.3.0 "))).toMatchInlineSnapshot(`
    [
      "old/package-lock.json:5 2.3.0 likely behind: the lockfile records @lumen/form, which is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "packages/site/package-lock.json:5 2.3.0 likely behind: the lockfile records @lumen/core-linux-x64, which is released with the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
});

test("a member asks for a package of ours under an alias too, and where it has no name itself", () => {
  const lock = (entry: string) =>
    JSON.stringify(
      {
        lockfileVersion: 3,
        packages: { [`node_modules/${entry}`]: { name: "@lumen/core", version: "2.3.0" } },
      },
      null,
      1,
    );
  const entries = (entry: string, files: Readonly<Record<string, string>>) =>
    verdicts({ ...files, "package-lock.json": lock(entry) })
      .filter((line) => line.startsWith("package-lock.json:6 2.3.0 "))
      .map((line) => line.replace(/^\S+ \S+ |; .*/g, ""));
  const behind = ["likely behind: the lockfile records @lumen/core, which is released with the train"];
  const alias = '{ "name": "web", "dependencies": { "lumen-core": "npm:@lumen/core@2.3.0" } }';
  expect(entries("lumen-core", { "apps/web/package.json": alias })).toEqual(behind);
  const nameless = '{ "private": true, "dependencies": { "@lumen/core": "2.3.0" } }';
  expect(entries("@lumen/core", { "docs/package.json": nameless })).toEqual(behind);
  expect(entries("@lumen/core", { "docs/node_modules/tabs/package.json": nameless })).toEqual([
    "external: only third parties ask for @lumen/core here",
  ]);
});

test("a dependency that Cargo.lock takes from a registry is a copy, though a crate of its name lives here", () => {
  const from = "registry+https://github.com/rust-lang/crates.io-index";
  const entry = (more: string) => `[[package]]\nname = "loupe"\nversion = "0.1.0"\n${more}`;
  const lock = entry(`dependencies = [\n "lumen-core 2.4.0 (${from})",\n "lumen-core 2.4.0",\n]\n`);
  const crate = '[package]\nname = "lumen-core"\nversion = "2.4.0"\n';
  const told = verdicts({ "Cargo.lock": lock, "Cargo.toml": crate }).filter((line) => line.includes("lock:"));
  expect(told.filter((line) => line.includes("lumen-core"))).toEqual([
    "Cargo.lock:5 2.4.0 external: a copy of lumen-core from a registry is meant",
    "Cargo.lock:6 2.4.0 likely stale: the lockfile records lumen-core, which is released with the train, and nothing writes it",
  ]);
});
