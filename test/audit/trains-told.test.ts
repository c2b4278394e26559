import { expect, test } from "vitest";
import { manifest, releasedRepository, told } from "./told.ts";

test("a tree on the way to its next version is given that version without the mark of development, and its history says where", async () => {
  const project = (version: string): string => `[project]\nname = "fennel"\nversion = "${version}"\n`;
  const module = (version: string): string => `__version__ = "${version}"\n`;
  const states = ["1.0.0", "1.1.0", "1.2.0"].flatMap((version) => [
    {
      tag: `on-the-way-to-${version.replaceAll(".", "-")}`,
      files: { "pyproject.toml": project(`${version}.dev`), "fennel/__init__.py": module(`${version}.dev`) },
    },
    { tag: version, files: { "pyproject.toml": project(version), "fennel/__init__.py": module(version) } },
  ]);
  const now = {
    tag: "on-the-way",
    files: { "pyproject.toml": project("1.3.0.dev"), "fennel/__init__.py": module("1.2.0") },
  };
  // The module was not prepared with the project, and the next release writes it all the same.
  expect(await told(releasedRepository(...states, now))).toEqual({
    release: "1.3.0.dev to 1.3.0 by ",
    findings: [],
  });
});

test("of crates with versions of their own the one that the others are named after is the main one", async () => {
  const crate = (name: string, version: string): string =>
    `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n`;
  const files = {
    "Cargo.toml": '[workspace]\nmembers = ["fennel", "fennel-core", "fennel-macros"]\nresolver = "2"\n',
    "fennel-core/Cargo.toml": crate("fennel-core", "0.1.2"),
    "fennel-macros/Cargo.toml": crate("fennel-macros", "0.7.2"),
    "fennel/Cargo.toml": crate("fennel", "0.30.2"),
    "fennel/src/lib.rs":
      "//! The core was split off, as it was modularized in version 0.30.0, and works with Fennel version 0.29.0.\n",
    "release-plz.toml": "[workspace]\n",
  };
  const first = { tag: "v0.29.0", files: { "README.md": "# fennel\n" } };
  const second = { tag: "v0.30.0", files: {} };
  expect(await told(releasedRepository(first, second, { tag: "v0.30.2", files }))).toEqual({
    release: "0.30.2 to 0.30.3 by release-plz.toml",
    findings: [],
  });
});

test("where only changed packages are released, the newest tag is current, though most packages hold older versions", async () => {
  const versions = ["8.0.0", "8.0.1", "8.0.2", "8.0.3", "8.0.4"];
  const packages = [..."abcdefghijklmnopqrstuvwxyz"];
  const releases = versions.map((version, index) => ({
    tag: `v${version}`,
    files: Object.fromEntries([
      [
        "package.json",
        manifest({ private: true, version, workspaces: ["packages/*"], scripts: { version: "yarn" } }),
      ],
      ...packages
        .filter((_, at) => index === 0 || at === index - 1 || (index === 1 && at > 2))
        .map((name) => [`packages/${name}/package.json`, manifest({ name: `@fennel/${name}`, version })]),
    ]),
  }));
  const { release, findings } = await told(releasedRepository(...releases));
  expect(release).toMatch(/^8\.0\.4 to 8\.0\.5 /);
  expect(findings).toEqual([]);
});

test("who asks for a package at the version that it has here asks rightly, whatever former releases wrote there", async () => {
  const example = (b: string): string =>
    manifest({
      name: "@fennel/example",
      private: true,
      version: undefined,
      dependencies: { "@fennel/b": b },
    });
  const at = (version: string, b = version) => ({
    tag: `v${version}`,
    files: {
      "package.json": manifest({ private: true, version, workspaces: ["packages/*", "examples/*"] }),
      "packages/a/package.json": manifest({ name: "@fennel/a", version }),
      "packages/b/package.json": manifest({ name: "@fennel/b", version: b }),
      "examples/one/package.json": example(b),
    },
  });
  const root = releasedRepository(at("1.0.0"), at("1.1.0"), at("1.2.0"), at("1.3.0", "1.2.0"));
  expect((await told(root)).findings).toEqual(["error already-stale packages/b/package.json:3"]);
});
