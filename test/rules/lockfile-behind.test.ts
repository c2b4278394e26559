import { expect, test } from "vitest";
import type { AuditSoFar } from "../../src/findings/audit.ts";
import { lockfileBehind } from "../../src/rules/lockfile-behind.ts";
import { soFar } from "../judge/judged.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";
import { asking, behind, pnpmLock } from "./shared/lockfiles/lumen-lockfiles.ts";

test("holds entries against manifests, and members against the registry", async () => {
  const audit = await auditFixture("lockfile-behind");
  expect(told(lockfileBehind, audit)).toEqual([
    "error Cargo.lock:13 Cargo.lock records pebble-cli at 1.1.0, but its manifest says 1.2.0",
    "  Cargo.toml:5 the version that it should have",
    "error Cargo.lock:17 Cargo.lock records pebble-core at 1.1.0, but its manifest says 1.2.0",
    "  Cargo.toml:5 the version that it should have",
    "warning pnpm-lock.yaml:14 pnpm-lock.yaml takes @pebble/loader 1.0.0 from the registry, although it lives in packages/loader",
    "  examples/hello/package.json:5 asked for here",
  ]);
});

test("reports each entry once, and folds those of one lockfile", async () => {
  const audit = await auditFixture("lockfile-behind");
  expect(shown(audit)).toEqual([
    "error lockfile-behind Cargo.lock:13",
    "error lockfile-behind Cargo.lock:17",
    "warning lockfile-behind pnpm-lock.yaml:14",
  ]);
  expect(audit.findings.map(({ family }) => family)).toEqual(["Cargo.lock", "Cargo.lock", null]);
});

test("is silent about a fresh lockfile, and about a third party at the number of the train", async () => {
  const audit = await auditFixture("lockfile-behind", {
    replace: [
      ["Cargo.lock", "1.1.0", "1.2.0"],
      ["pnpm-lock.yaml", "version: 1.0.0", "version: link:../../packages/loader"],
      ["pnpm-lock.yaml", "  '@pebble/loader@1.0.0':\n    resolution: {integrity: sha512-AAAA}\n", ""],
      ["pnpm-lock.yaml", "  '@pebble/loader@1.0.0': {}\n", ""],
    ],
  });
  expect(told(lockfileBehind, audit)).toEqual([]);
});

test("knows the package next to an npm lockfile, and says that cargo never reads a nested lockfile", async () => {
  const audit = await auditFixture("lockfile-behind", {
    files: {
      "packages/pebble/package-lock.json": `{
  "name": "pebble",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "pebble",
      "version": "1.0.0"
    }
  }
}
`,
      "crates/pebble-core/Cargo.lock":
        'version = 4\n\n[[package]]\nname = "pebble-core"\nversion = "1.1.0"\n',
    },
  });
  const lines = shown(audit);
  expect(lines).toContain("error lockfile-behind packages/pebble/package-lock.json:3");
  expect(lines).toContain("error lockfile-behind packages/pebble/package-lock.json:8");
  expect(audit.findings.find(({ location }) => location.path === "crates/pebble-core/Cargo.lock")?.why).toBe(
    "cargo keeps the lockfile of this crate next to Cargo.toml, so nothing refreshes this one",
  );
});

test("holds the requirements of a lockfile against those of the manifest next to it", async () => {
  const audit = await auditFixture("lockfile-behind", {
    files: {
      "demo/package.json": `{\n  "name": "demo",\n  "private": true,\n  "dependencies": {\n    "pebble": "^1.2.0"\n  }\n}\n`,
      "demo/pnpm-lock.yaml": `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      pebble:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  pebble@1.0.0:
    resolution: {integrity: sha512-CCCC}

snapshots:

  pebble@1.0.0: {}
`,
    },
  });
  expect(shown(audit).filter((line) => line.includes("demo/pnpm-lock.yaml"))).toEqual([
    "warning lockfile-behind demo/pnpm-lock.yaml:8",
  ]);
});

test("a row of an alias is held against what asks for that alias", async () => {
  const manifest = {
    name: "demo",
    private: true,
    dependencies: { old: "npm:pebble@~1.0.0", older: "npm:pebble@0.9.0" },
  };
  const row = (name: string, asked: string, version: string) =>
    `      ${name}:\n        specifier: npm:pebble@${asked}\n        version: pebble@${version}\n`;
  const audit = await auditFixture("lockfile-behind", {
    files: {
      "demo/package.json": JSON.stringify(manifest, null, 2),
      "demo/pnpm-lock.yaml": `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n${row("old", "~1.0.0", "1.0.0")}${row("older", "0.9.0", "0.9.0")}`,
    },
  });
  expect(shown(audit).filter((line) => line.includes("demo/pnpm-lock.yaml"))).toEqual([]);
});

/** The places that a finding explains, so that no general rule repeats them, as `line version`. */
function explained(audit: AuditSoFar): string[][] {
  return lockfileBehind
    .check(audit)
    .map(({ explains = [] }) =>
      explains.map(({ path, span, version }) => `${audit.repository.locate(path, span).line} ${version}`),
    );
}

const crate = (name: string, version: string) =>
  `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n`;

const lockedAt = (version: string) => `version = 4\n\n[[package]]\nname = "ink"\nversion = "${version}"\n`;

test("a finding explains the places of its version and package, and no others", () => {
  const lock = (version: string) => `version = 4

[[package]]
name = "ink"
version = "${version}"

[[package]]
name = "paper"
version = "2.3.0"
dependencies = [
 "ink ${version}",
]
`;
  const files = (version: string) => ({
    "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n',
    "crates/ink/Cargo.toml": crate("ink", "2.4.0"),
    "crates/paper/Cargo.toml": crate("paper", "2.4.0"),
    "Cargo.lock": lock(version),
  });
  expect(explained(soFar(files("2.3.0")))).toEqual([["5 2.3.0", "11 2.3.0"], ["9 2.3.0"]]);
  expect(explained(soFar(files("2.2.0")))).toEqual([["5 2.2.0", "11 2.2.0"], ["9 2.3.0"]]);
});

test("an entry that a command of the release refreshes says that what is committed was not", () => {
  const files = { "Cargo.toml": crate("ink", "2.4.0"), "Cargo.lock": lockedAt("2.3.0") };
  expect(behind(files).at(-1)).toMatch(/^an install that refuses/);
  expect(behind(files, ["cargo generate-lockfile"]).at(-1)).toEqual(
    expect.stringMatching(
      /^refreshed by `cargo generate-lockfile`.*, but what is committed was not refreshed$/,
    ),
  );
});

test("the related place is where the manifest holds the version, not where it asks for the same one", () => {
  const member = (name: string, inherits: boolean) => `[dependencies]
paper = { path = "../paper", version = "2.4.0" }

[package]
name = "${name}"
version${inherits ? ".workspace = true" : ' = "2.4.0"'}
edition = "2021"
`;
  const audit = soFar({
    "Cargo.toml": `[package]
name = "lumen"
version = "2.2.0"

[workspace]
members = ["crates/*"]

[workspace.package]
version = "2.4.0"
`,
    "crates/ink/Cargo.toml": member("ink", false),
    "crates/glue/Cargo.toml": member("glue", true),
    "crates/paper/Cargo.toml": '[package]\nname = "paper"\nversion = "2.4.0"\n',
    "Cargo.lock":
      'version = 4\n\n[[package]]\nname = "glue"\nversion = "2.3.0"\n\n[[package]]\nname = "ink"\nversion = "2.3.0"\n',
  });
  expect(told(lockfileBehind, audit)).toEqual([
    "warning Cargo.lock:5 Cargo.lock records glue at 2.3.0, but its manifest says 2.4.0",
    "  Cargo.toml:9 the version that it should have",
    "warning Cargo.lock:9 Cargo.lock records ink at 2.3.0, but its manifest says 2.4.0",
    "  crates/ink/Cargo.toml:6 the version that it should have",
  ]);
});

test("says nothing of a lockfile that the configuration leaves out", () => {
  const files = { "Cargo.toml": crate("ink", "2.4.0"), "Cargo.lock": lockedAt("2.3.0") };
  expect(behind(files)).toHaveLength(3);
  const ignore = '[[ignore]]\npath = "Cargo.lock"\nreason = "nobody builds with it"\n';
  expect(behind({ ...files, "version-audit.toml": ignore })).toEqual([null]);
});

test("an outdated requirement stands for all places of its version, and is folded with them", () => {
  const audit = soFar({
    "app/package.json": asking("app", "2.4.0"),
    "app/pnpm-lock.yaml": pnpmLock({
      ".": ["2.3.0", "2.3.0(react@19.0.0)"],
      "packages/old": ["2.2.0", "2.2.0"],
    }),
  });
  expect(lockfileBehind.check(audit)).toMatchObject([
    {
      label: "app/package.json asks for 2.4.0",
      help: "refresh the lockfile and commit it together with the manifest, or remove it",
      family: "app/pnpm-lock.yaml",
    },
  ]);
  expect(explained(audit)).toEqual([["6 2.3.0", "7 2.3.0"]]);
});

test("a copy that only a package of others asks for, and an alias, are no members", () => {
  const lock = (path: string, more: object = {}) =>
    JSON.stringify({ lockfileVersion: 3, packages: { [path]: { version: "2.3.0", ...more } } }, null, 2);
  const told = (path: string, more?: object) =>
    lockfileBehind
      .check(
        soFar({ "package-lock.json": lock(path, more), "package.json": '{ "workspaces": ["packages/*"] }' }),
      )
      .filter(({ message }) => message.includes("registry")).length;
  expect(told("node_modules/@lumen/core")).toBe(1);
  expect(told("packages/desk/node_modules/@lumen/core")).toBe(1);
  expect(told("node_modules/loupe/node_modules/@lumen/core")).toBe(0);
  expect(told("node_modules/lumen-core-v2", { name: "@lumen/core" })).toBe(0);
});
