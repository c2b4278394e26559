import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Result } from "../../src/findings/finding.ts";
import { sqliteMismatch } from "../../src/rules/sqlite-mismatch.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

const request = [
  "  Cargo.toml:8 asks for libsqlite3-sys 0.30",
  "  package.json:5 asks for @rivetkit/sqlite ^0.1.1",
];
const b77 = "2025-06-06 14:52:32 b77dc5e0f596d2140d9ac682b2893ff65d3a4140aa86067a3efebe29dc914c95";

function header(sqlite: string): string {
  return `/* the C interface */\n#define SQLITE_VERSION        "${sqlite}"\n#define SQLITE_VERSION_NUMBER 3050001\n`;
}

test("holds the SQLite of the crate against the one of the package", () => {
  expect(told(sqliteMismatch, unrehearsed(fixtureCopy("sqlite-mismatch")))).toEqual([
    "error Cargo.lock:5 sqlite: the SQLite of libsqlite3-sys 0.30.1 is 3.46.0, but the SQLite of @rivetkit/sqlite 0.1.1 is 3.50.1",
    "  package-lock.json:10 the SQLite of @rivetkit/sqlite 0.1.1 is at 3.50.1: the facts about its releases say so",
    ...request,
  ]);
});

test("believes the source in the cargo registry more than the facts", () => {
  const root = fixtureCopy("sqlite-mismatch");
  const crate = "cargo/registry/src/index.crates.io-0/libsqlite3-sys-0.30.1/sqlite3/sqlite3.h";
  write(root, `../${root.split("/").at(-1)}/${crate}`, header("3.50.1"));
  expect(told(sqliteMismatch, unrehearsed(root, { cargoHome: join(root, "cargo") }))).toEqual([]);
  expect(told(sqliteMismatch, unrehearsed(root))).toHaveLength(4);
});

test("believes a vendored source, if it is of the same release", () => {
  const root = fixtureCopy("sqlite-mismatch");
  write(root, "vendor/libsqlite3-sys/sqlite3/sqlite3.h", header("3.50.1"));
  write(root, "vendor/libsqlite3-sys/Cargo.toml", `[package]\nname = "libsqlite3-sys"\nversion = "0.29.0"\n`);
  expect(told(sqliteMismatch, unrehearsed(root))).toHaveLength(4);
  replace(root, "vendor/libsqlite3-sys/Cargo.toml", "0.29.0", "0.30.1");
  expect(told(sqliteMismatch, unrehearsed(root))).toEqual([]);
});

test("reads the version of an installed package from its WebAssembly", () => {
  const root = fixtureCopy("sqlite-mismatch");
  const unknown = b77.replace("b77dc", "00000");
  write(root, ".gitignore", "node_modules\n");
  write(root, "node_modules/@rivetkit/sqlite/package.json", `{ "version": "0.1.1" }`);
  const wasm = (text: string) =>
    write(
      root,
      "node_modules/@rivetkit/sqlite/dist/wa-sqlite.wasm",
      Buffer.from(`\0asm?3.46.0\0${text}\0`, "latin1"),
    );
  wasm(unknown);
  expect(told(sqliteMismatch, unrehearsed(root))).toEqual([]);
  wasm(b77);
  expect(told(sqliteMismatch, unrehearsed(root))[1]).toBe(
    "  package-lock.json:10 the SQLite of @rivetkit/sqlite 0.1.1 is at 3.50.1: dist/wa-sqlite.wasm of the installed package says so",
  );
});

test("opens nothing that a link leads to outside of the repository", () => {
  const root = fixtureCopy("sqlite-mismatch");
  const outside = fixtureCopy("sqlite-mismatch");
  write(outside, "sqlite/package.json", `{ "version": "0.1.1" }`);
  write(
    outside,
    "sqlite/dist/wa-sqlite.wasm",
    Buffer.from(`?3.46.0\0${b77.replace("b77dc", "00000")}\0`, "latin1"),
  );
  const link = join(root, "node_modules/@rivetkit/sqlite");
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(outside, "sqlite"), link);
  expect(told(sqliteMismatch, unrehearsed(root))).toHaveLength(4);
});

test("a release that nobody knows is never taken for an equal one", () => {
  const root = fixtureCopy("sqlite-mismatch");
  replace(root, "Cargo.lock", "0.30.1", "0.30.99");
  const [finding] = sqliteMismatch.check(unrehearsed(root));
  expect(finding?.message).toBe(
    "the SQLite of libsqlite3-sys 0.30.99 is not known, so it cannot be held against the others",
  );
  expect(finding?.severity).toBe("warning");
  expect(finding?.help).toContain("cargo fetch");
});

test("a crate without the feature bundled ships no SQLite", () => {
  const root = fixtureCopy("sqlite-mismatch");
  replace(root, "Cargo.toml", `, features = ["bundled"]`, "");
  expect(told(sqliteMismatch, unrehearsed(root))).toEqual([
    "error version-audit.toml:6 a member of the couple sqlite cannot be read: Cargo.lock has no crate libsqlite3-sys that bundles SQLite",
  ]);
});

test("knows the feature that rusqlite passes on", () => {
  const root = fixtureCopy("sqlite-mismatch");
  replace(
    root,
    "Cargo.toml",
    `libsqlite3-sys = { version = "0.30", features = ["bundled"] }`,
    `rusqlite = { version = "0.32", features = ["bundled"] }`,
  );
  expect(told(sqliteMismatch, unrehearsed(root))[0]).toMatch(
    /^error Cargo.lock:5 .* is 3.46.0, but .* is 3.50.1$/,
  );
});

test("does not count a release in a lockfile that no manifest asks for any more", () => {
  const root = fixtureCopy("sqlite-mismatch");
  replace(root, "Cargo.lock", "0.30.1", "0.28.0");
  expect(told(sqliteMismatch, unrehearsed(root))[0]).toMatch(/cannot be read/);
});

test("recognises the pair without configuration, with less certainty", () => {
  const root = fixtureCopy("sqlite-mismatch");
  write(root, "version-audit.toml", `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n`);
  expect(told(sqliteMismatch, unrehearsed(root))[0]).toMatch(
    /^warning Cargo.lock:5 .* is 3.46.0, but .* is 3.50.1$/,
  );
  replace(root, "package.json", "@rivetkit/sqlite", "better-sqlite3");
  expect(told(sqliteMismatch, unrehearsed(root))).toEqual([]);
});

/** A source of the crate in a cargo registry inside the copy, and the facts with which an audit finds it. */
function withSource(root: string, sqlite: string): { readonly cargoHome: string } {
  write(root, "cargo/registry/src/index/libsqlite3-sys-0.30.1/sqlite3/sqlite3.h", header(sqlite));
  return { cargoHome: join(root, "cargo") };
}

test.each([
  ["3.51.0", "3.51.0", "package-lock.json:10", "@rivetkit/sqlite 0.1.1 is 3.50.1"],
  ["3.9.0", "3.50.1", "Cargo.lock:5", "libsqlite3-sys 0.30.1 is 3.9.0"],
])("puts the older one first by its numbers: %s", (sqlite, newer, place, older) => {
  const root = fixtureCopy("sqlite-mismatch");
  const [first] = told(sqliteMismatch, unrehearsed(root, withSource(root, sqlite)));
  expect(first).toContain(`error ${place} sqlite: the SQLite of ${older}, but `);
  expect(first).toMatch(new RegExp(` is ${newer}$`));
});

const [crate, pkg] = [
  '{ path = "Cargo.lock", sqliteOfCrate = "libsqlite3-sys" }',
  '{ path = "package-lock.json", sqliteOfPackage = "@rivetkit/sqlite" }',
];

/** What is found when these are the members of the couple, in files that are added. */
function coupled(members: readonly string[], files: Readonly<Record<string, string>> = {}): Result[] {
  const root = fixtureCopy("sqlite-mismatch");
  const head = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n[[couple]]\nname = "sqlite"\n';
  write(root, "version-audit.toml", `${head}members = [${members.join(", ")}]\n`);
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return [...sqliteMismatch.check(unrehearsed(root))];
}

test("a constant may say which SQLite the others should be, with fewer numbers too", () => {
  const constant = '{ path = "src/lib.rs", constant = "SQLITE" }';
  const source = (sqlite: string) => ({ "src/lib.rs": `pub const SQLITE: &str = "${sqlite}";\n` });
  expect(coupled([pkg, constant], source("3.50.1"))).toEqual([]);
  expect(coupled([pkg, constant], source("3.46"))).toMatchObject([
    {
      message: "sqlite: SQLITE is 3.46, but the SQLite of @rivetkit/sqlite 0.1.1 is 3.50.1",
      location: { path: "src/lib.rs", line: 1 },
      label: "SQLite 3.46",
    },
  ]);
  expect(coupled([constant, pkg], source("3.50.4.1"))).toMatchObject([
    { location: { path: "package-lock.json", line: 10 } },
  ]);
});

const lock = (version: string) =>
  `version = 4\n\n[[package]]\nname = "libsqlite3-sys"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n`;
const workspaceOf = (member: string) => `[workspace]\nmembers = ["${member}"]\n`;
const bundling =
  '[package]\nname = "pebble-native"\nversion = "0.3.0"\n[dependencies]\nlibsqlite3-sys = { version = "0.30", features = ["bundled"] }\n';

test("shows an unknown one with all others, next to those that differ", () => {
  const second = crate.replace("Cargo.lock", "native/Cargo.lock");
  const found = coupled([crate, second, pkg], {
    "native/Cargo.toml": '[package]\nname = "pebble-plugin"\nversion = "0.3.0"\n\n[workspace]\n',
    "native/Cargo.lock": lock("0.30.99"),
  });
  expect(found.map(({ severity, message, location }) => [severity, message, location.path])).toEqual([
    ["error", expect.stringContaining(" is 3.46.0, but "), "Cargo.lock"],
    ["warning", expect.stringContaining("0.30.99 is not known"), "native/Cargo.lock"],
  ]);
  expect(found[1]).toMatchObject({ label: "neither the disk nor the facts of this tool know this release" });
  expect(found.map(({ related }) => related.map(({ path, line }) => `${path}:${line}`))).toEqual([
    ["native/Cargo.lock:5", "package-lock.json:10", "Cargo.toml:8", "package.json:5"],
    ["Cargo.lock:5", "package-lock.json:10", "Cargo.toml:8", "package.json:5"],
  ]);
});

test.each([
  ["of a mere member", '[package]\nname = "pebble-plugin"\nversion = "0.3.0"\n'],
  ["without a manifest", null],
])("a lockfile that cargo never reads ships no SQLite: %s", (_, manifest) => {
  const left = { "native/Cargo.lock": lock("0.30.99") };
  const member = manifest === null ? {} : { "native/Cargo.toml": manifest };
  const root = { "Cargo.toml": `${workspaceOf("native")}${bundling}`, ...member, ...left };
  const any = crate.replace("Cargo.lock", "**/Cargo.lock");
  expect(coupled([any, pkg], root).map(({ related }) => related.map(({ path }) => path))).toEqual([
    ["package-lock.json", "Cargo.toml", "package.json"],
  ]);
});

test("the tag of a git source is no version of the crate", () => {
  const fork = lock("0.35.0")
    .replace("registry+https", "git+https")
    .replace("-index", "-index?tag=v0.30.1#abc");
  const root = {
    "Cargo.lock": fork,
    "Cargo.toml": `${bundling}rusqlite = { git = "https://example.com/rusqlite", tag = "v0.30.1" }\n`,
  };
  expect(
    coupled([crate, pkg], root)
      .map(({ message }) => message)
      .join(),
  ).not.toContain("0.30.1");
});

test("the lockfile of a member counts while that of the workspace does not name the crate", () => {
  const files = {
    "Cargo.toml": `${workspaceOf("native")}${bundling}`,
    "Cargo.lock": "version = 4\n",
    "native/Cargo.toml": '[package]\nname = "pebble-plugin"\nversion = "0.3.0"\n',
    "native/Cargo.lock": lock("0.30.1"),
  };
  const any = crate.replace("Cargo.lock", "**/Cargo.lock");
  expect(coupled([any, pkg], files).map(({ severity, location }) => [severity, location.path])).toEqual([
    ["error", "native/Cargo.lock"],
  ]);
});

test("an unknown one is not held against what is not there", () => {
  const files = {
    "Cargo.lock": 'version = 4\n\n[[package]]\nname = "libsqlite3-sys"\nversion = "0.30.99"\n',
  };
  const gone = '{ path = "gone.rs", constant = "SQLITE" }';
  expect(coupled([crate, gone], files).map(({ message }) => message)).toEqual([
    "a member of the couple sqlite cannot be read: gone.rs is not in the repository",
  ]);
});

test("says why a pair is compared that nobody configured", () => {
  const root = fixtureCopy("sqlite-mismatch");
  write(root, "version-audit.toml", `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n`);
  expect(sqliteMismatch.check(unrehearsed(root))).toMatchObject([
    {
      message: expect.stringMatching(/^sqlite: /),
      why: "a crate that bundles SQLite and a package that carries it are both in the lockfiles",
      help: "upgrade the older one, so that both bundle the same SQLite",
    },
  ]);
});
