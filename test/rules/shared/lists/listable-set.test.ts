import { expect, test } from "vitest";
import { listDrift } from "../../../../src/rules/list-drift.ts";
import { fixtureCopy, told, unrehearsed, write } from "../../fixture-copy.ts";

/** What is told of one list in a repository with these files. */
function drift(equals: string, names: readonly string[], files: Record<string, string>, ordered = false) {
  const root = fixtureCopy("tag-ahead");
  const table = `[[list]]\nname = "list"\npath = "list.mjs"\nconstant = "NAMES"\nequals = "${equals}"\nordered = ${ordered}\n`;
  write(root, "version-audit.toml", `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n\n${table}`);
  write(root, "list.mjs", `const NAMES = ${JSON.stringify(names)};\n`);
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return told(listDrift, unrehearsed(root));
}

const packages = {
  "package.json": `{ "name": "root", "version": "1.2.0", "private": true, "workspaces": ["packages/*"] }`,
  "packages/app/package.json": `{\n  "version": "1.2.0",\n  "name": "app",\n  "dependencies": { "core": "*" }\n}\n`,
  "packages/core/package.json": `{ "name": "core", "version": "1.2.0" }`,
  "packages/private/package.json": `{ "name": "secret", "version": "1.2.0", "private": true }`,
  "packages/draft/package.json": `{ "name": "draft" }`,
  "examples/hello/package.json": `{ "name": "hello", "version": "1.2.0" }`,
};

test("packages that can be published are public members with a version", () => {
  expect(drift("publishable-packages", ["app", "core"], packages)).toEqual([]);
  expect(drift("publishable-packages", ["hello"], packages)).toEqual([
    "error list.mjs:1 NAMES lacks 2 names",
    "  packages/app/package.json:3 app is a package that can be published",
    "  packages/core/package.json:1 core is a package that can be published",
    "error list.mjs:1 NAMES names hello, which is no package that can be published",
  ]);
});

test("a package comes after the packages that it depends on", () => {
  expect(drift("publishable-packages", ["core", "app"], packages, true)).toEqual([]);
  expect(drift("publishable-packages", ["app", "core"], packages, true)).toEqual([
    "error list.mjs:1 NAMES: app comes before core, which it depends on",
    "  list.mjs:1 core should come first",
  ]);
});

const crate = (name: string, more = "") => `[package]\nname = "${name}"\nversion = "1.2.0"\n${more}`;
const workspace = (...more: string[]) => ["[workspace]", 'members = ["crates/*"]', ...more, ""].join("\n");

test("of several Cargo workspaces the one is meant that holds most of the listed crates", () => {
  const files = {
    "engine/Cargo.toml": workspace(),
    "engine/crates/api/Cargo.toml": crate("api"),
    "engine/crates/db/Cargo.toml": crate("db"),
    "engine/crates/log/Cargo.toml": crate("log"),
    "loose/a/Cargo.toml": crate("loose-a"),
    "loose/b/Cargo.toml": crate("loose-b"),
    "loose/c/Cargo.toml": crate("loose-c"),
    "tools/Cargo.toml": workspace(),
    "tools/crates/fmt/Cargo.toml": crate("fmt"),
    "tools/crates/lint/Cargo.toml": crate("lint"),
    "tools/crates/test/Cargo.toml": crate("test"),
  };
  expect(drift("publishable-crates", ["fmt", "lint", "api"], files)).toEqual([
    "error list.mjs:1 NAMES lacks test",
    "  tools/crates/test/Cargo.toml:2 test is a crate that can be published",
    "error list.mjs:1 NAMES names api, which is no crate that can be published",
  ]);
  expect(
    drift("publishable-crates", ["loose-a", "loose-b", "loose-c", "fmt", "lint", "test"], files),
  ).toEqual([
    "error list.mjs:1 NAMES names loose-a, which is no crate that can be published, and 2 more names like it",
    "  list.mjs:1 loose-b is no crate that can be published",
    "  list.mjs:1 loose-c is no crate that can be published",
  ]);
  expect(drift("publishable-crates", ["nothing"], files)).toEqual([
    "error list.mjs:1 NAMES names nothing, which is no crate that can be published",
  ]);
});

test("a renamed dependency counts as the crate that it is, and a dev-dependency with an underscore not at all", () => {
  const files = {
    "Cargo.toml": workspace(),
    "crates/api/Cargo.toml": crate(
      "api",
      '[dependencies]\nstore = { package = "db", version = "1.2.0", path = "../db" }\n[dev_dependencies]\nlog = { path = "../log" }\n',
    ),
    "crates/db/Cargo.toml": crate("db"),
    "crates/log/Cargo.toml": crate("log"),
  };
  expect(drift("publishable-crates", ["api", "db", "log"], files, true)).toEqual([
    "error list.mjs:1 NAMES: api comes before db, which it depends on",
    "  list.mjs:1 db should come first",
  ]);
});

test("only crates of the repository that are pinned with = belong into a list of pins", () => {
  const files = {
    "Cargo.toml": workspace(
      "[workspace.dependencies]",
      'core = { path = "crates/core", version = "=1.2.0" }',
      'loose = { path = "crates/loose", version = "1.2.0" }',
      'serde = { version = "=1.0.9", features = ["derive"] }',
      'toml = "=0.8.2"',
      "[workspace.metadata.checker]",
      'path = "crates/checker"',
      'version = "=3.0.0"',
    ),
    "crates/core/Cargo.toml": crate("core"),
    "crates/loose/Cargo.toml": crate("loose"),
    "elsewhere/Cargo.toml": crate("elsewhere"),
  };
  expect(drift("pinned-workspace-dependencies", [], files)).toEqual([
    "error list.mjs:1 NAMES lacks core",
    "  Cargo.toml:4 core is a pinned workspace dependency",
  ]);
});
