import { expect, test } from "vitest";
import { cargoManifest } from "../../src/inventory/ecosystems/cargo-manifest.ts";
import { occurrencesOf, readOccurrences } from "./read-occurrences.ts";

test("reads the package and every table and form of dependencies", () => {
  const text = `[package]
name = "kit"
version = "2.3.7"
rust-version = "1.85"
edition = "2024"

[dependencies]
anyhow = "1"
serde = { version = "1.0.200", features = ["derive"] }
nats = { package = "acme-nats", version = "=0.46.0" }
local.workspace = true
forked = { git = "https://example.com/forked", tag = "v0.4.1" }
fork = { git = "https://example.com/fork", tag = "kit/v0.5.2" }
partly = { git = "https://example.com/partly", tag = "v0.6" }

[dependencies.expanded]
version = ">=0.30, <0.32"
features = ["1.0.0"]

[dev-dependencies]
tempfile = "3.10"

[build-dependencies]
cc = "1.*"

[target.'cfg(windows)'.dependencies]
windows = { version = "0.58" }

[patch.crates-io]
patched = { path = "../patched", version = "0.1.2" }
`;
  expect(readOccurrences(cargoManifest, "crates/kit/Cargo.toml", text)).toEqual([
    "3:12 2.3.7 manifest-version crate:kit",
    "4:17 1.85 toolchain toolchain:rust",
    "8:11 1 dependency crate:anyhow",
    "9:22 1.0.200 dependency crate:serde",
    "10:45 0.46.0 dependency crate:acme-nats in =0.46.0",
    "12:56 0.4.1 dependency crate:forked in v0.4.1",
    "13:56 0.5.2 dependency crate:fork in kit/v0.5.2",
    "14:56 0.6 dependency crate:partly in v0.6",
    "17:14 0.30 dependency crate:expanded in >=0.30, <0.32",
    "17:21 0.32 dependency crate:expanded in >=0.30, <0.32",
    "21:13 3.10 dependency crate:tempfile",
    "24:7 1 dependency crate:cc in 1.*",
    "27:24 0.58 dependency crate:windows",
    "30:45 0.1.2 dependency crate:patched",
  ]);
});

test("reads the workspace, indented and with a renamed package", () => {
  const text = `[workspace]
members = ["crates/1.0.0"]

  [workspace.package]
  version = "2.3.7"
  rust-version = "1.91.1"

  [workspace.dependencies.depot]
    package = "acme-depot"
    path = "crates/depot"
    version = "=2.3.7"
`;
  expect(readOccurrences(cargoManifest, "Cargo.toml", text)).toEqual([
    "5:14 2.3.7 manifest-version crate:workspace",
    "6:19 1.91.1 toolchain toolchain:rust",
    "11:17 2.3.7 dependency crate:acme-depot in =2.3.7",
  ]);
  const [version] = occurrencesOf(cargoManifest, "Cargo.toml", text);
  expect(version?.keyPath).toEqual(["workspace", "package", "version"]);
});

test("an inherited version is no occurrence", () => {
  const text =
    '[package]\nname = "a"\nversion.workspace = true\n\n[dependencies]\nb = { workspace = true }\n';
  expect(readOccurrences(cargoManifest, "Cargo.toml", text)).toEqual([]);
});
