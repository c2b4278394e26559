import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const lines = (...all: string[]) => `${all.join("\n")}\n`;

test("a crate is of the train when the release writes its version or the one it inherits", () => {
  const files = {
    "Cargo.toml": lines(
      "[workspace]",
      'members = ["crates/*"]',
      "[workspace.package]",
      'version = "2.4.0"',
      "[workspace.dependencies]",
      'engine = { path = "crates/engine", version = "2.4.0" }',
      'lab = { path = "crates/lab", version = "0.1.0" }',
      'serde = "2.4.0"',
    ),
    "crates/engine/Cargo.toml": lines("[package]", 'name = "engine"', "version.workspace = true"),
    "crates/lab/Cargo.toml": lines(
      "[package]",
      'name = "lab"',
      'version = "0.1.0"',
      "[dependencies]",
      'engine = "=2.3.0"',
    ),
    "crates/tool/Cargo.toml": lines(
      "[package]",
      'name = "tool"',
      'version = "2.4.0"',
      "publish = false",
      "[dependencies]",
      'lab = "0.0.9"',
    ),
    "Cargo.lock": lines(
      "[[package]]",
      'name = "engine"',
      'version = "2.4.0"',
      "",
      "[[package]]",
      'name = "lab"',
      'version = "0.1.0"',
      "",
      "[[package]]",
      'name = "serde"',
      'version = "2.4.0"',
      'source = "registry+https://github.com/rust-lang/crates.io-index"',
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "Cargo.lock:3 2.4.0 likely stale: the lockfile records engine, which is released with the train, and nothing writes it",
      "Cargo.lock:7 0.1.0 independent: the crate lab has a version line of its own, 0.1.0",
      "Cargo.lock:11 2.4.0 external: the crate serde is not defined in this repository",
      "Cargo.toml:4 2.4.0 stale: this manifest holds current, and nothing writes it",
      "Cargo.toml:6 2.4.0 stale: the crate engine is released with the train, and nothing writes it",
      "Cargo.toml:7 0.1.0 independent: the crate lab has a version line of its own, 0.1.0",
      "Cargo.toml:8 2.4.0 external: the crate serde is not defined in this repository",
      "crates/lab/Cargo.toml:3 0.1.0 independent: the crate lab has a version line of its own",
      "crates/lab/Cargo.toml:5 2.3.0 behind: the crate engine is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "crates/tool/Cargo.toml:3 2.4.0 likely stale: the crate tool is released with the train, and nothing writes it",
      "crates/tool/Cargo.toml:6 0.0.9 independent: the crate lab has a version line of its own, 0.1.0",
    ]
  `);
  const written = verdicts(files, { bumped: ["package.json", "packages/core/package.json", "Cargo.toml"] });
  expect(written.filter((line) => line.startsWith("Cargo.toml"))).toMatchInlineSnapshot(`
    [
      "Cargo.toml:4 2.4.0 covered: scripts/release.mjs:7 writes it",
      "Cargo.toml:6 2.4.0 covered: scripts/release.mjs:7 writes it",
      "Cargo.toml:7 0.1.0 independent: the crate lab has a version line of its own, 0.1.0",
      "Cargo.toml:8 2.4.0 covered: scripts/release.mjs:7 writes it",
    ]
  `);
});

test("a crate that inherits is left behind with its workspace", () => {
  const files = {
    "rust/Cargo.toml": lines(
      "[workspace]",
      'members = ["crates/*"]',
      "[workspace.package]",
      'version = "2.3.0"',
    ),
    "rust/crates/engine/Cargo.toml": lines("[package]", 'name = "engine"', "version.workspace = true"),
    "old/Cargo.toml": lines(
      "[workspace]",
      'members = ["crates/*"]',
      "[workspace.package]",
      'version = "1.0.0"',
    ),
    "old/crates/steam/Cargo.toml": lines("[package]", 'name = "steam"', "version.workspace = true"),
    "docs/Cargo.toml": lines(
      "[package]",
      'name = "docs"',
      'version = "0.1.0"',
      "[dependencies]",
      'engine = "2.3.0"',
      'steam = "1.0.0"',
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "docs/Cargo.toml:3 0.1.0 independent: the crate docs has a version line of its own",
      "docs/Cargo.toml:5 2.3.0 behind: the crate engine is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/Cargo.toml:6 1.0.0 independent: the crate steam has a version line of its own, 1.0.0",
      "old/Cargo.toml:4 1.0.0 independent: this manifest has a version line of its own",
      "rust/Cargo.toml:4 2.3.0 behind: the crates of this workspace inherit a former release of the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
});

test("of two crates with one name, dependencies mean the one that a workspace admits", () => {
  const crate = (version: string) => lines("[package]", 'name = "engine"', `version = "${version}"`);
  const files = {
    "Cargo.toml": lines("[workspace]", 'members = ["crates/*"]'),
    "crates/engine/Cargo.toml": crate("0.5.0"),
    "vendor/engine/Cargo.toml": crate("2.4.0"),
    "docs/README.md": 'Add `engine = "2.4.0"` to Cargo.toml, or:\n\n```toml\nengine = "2.4.0"\n```\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "crates/engine/Cargo.toml:3 0.5.0 independent: the crate engine has a version line of its own",
      "docs/README.md:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "docs/README.md:4 2.4.0 independent: the crate engine has a version line of its own, 0.5.0",
      "vendor/engine/Cargo.toml:3 2.4.0 stale: the crate engine is released with the train, and nothing writes it",
    ]
  `);
});
