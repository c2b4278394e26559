import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../../../../src/repository/files/discover.ts";
import { crateSourceSqlite } from "../../../../src/rules/shared/couples/sqlite/crate-source.ts";
import { wasmSqlite } from "../../../../src/rules/shared/couples/sqlite/wasm-sqlite.ts";
import { compareStates } from "../../../../src/selection/since/scope.ts";
import { environment } from "../../../repository/files/git-environment.ts";
import { git, temporaryRepository } from "../../../repository/files/git-repository.ts";
import { temporaryFolder, writeFiles } from "../../../repository/files/temporary-folder.ts";

const folder = "third-party/libsqlite3-sys";
const vendored = `${folder}/sqlite3/sqlite3.h`;
const manifest = { [`${folder}/Cargo.toml`]: '[package]\nname = "libsqlite3-sys"\nversion = "0.30.1"\n' };
const header = (sqlite: string) => `#define SQLITE_VERSION        "${sqlite}"\n`;

/** The SQLite of libsqlite3-sys 0.30.1 as the files of a folder tell it. */
function sqliteOf(root: string, cargoHome: string | null = null): string | null {
  return crateSourceSqlite("0.30.1", discover(root, { environment }), cargoHome)?.sqlite ?? null;
}

function pipe(root: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  execFileSync("mkfifo", [join(root, path)]);
}

describe("the vendored source of a crate", () => {
  test("is read where discovery found it", () => {
    expect(sqliteOf(temporaryRepository({ ...manifest, [vendored]: header("3.44.2") }))).toBe("3.44.2");
  });

  test("is unknown where the header is a folder", () => {
    expect(
      sqliteOf(temporaryRepository({ ...manifest, [`${vendored}/readme.md`]: "a folder\n" })),
    ).toBeNull();
  });

  test("is unknown where the header is a pipe, which nobody waits for", () => {
    const root = temporaryRepository(manifest);
    pipe(root, vendored);
    expect(sqliteOf(root)).toBeNull();
  });

  test("is that of the index when the index is audited", () => {
    const root = temporaryRepository({ ...manifest, [vendored]: header("3.44.2") });
    writeFiles(root, { [vendored]: header("3.47.0") });
    const { now } = compareStates(discover(root, { environment }), { by: "staged" }, environment);
    expect(crateSourceSqlite("0.30.1", now, null)?.sqlite).toBe("3.44.2");
    git(root, "rm", "--quiet", "--cached", vendored);
    const { now: without } = compareStates(discover(root, { environment }), { by: "staged" }, environment);
    expect(crateSourceSqlite("0.30.1", without, null)).toBeNull();
  });
});

describe("the cargo home", () => {
  const fetched = "registry/src/an-index/libsqlite3-sys-0.30.1/sqlite3/sqlite3.h";

  test.each<[string, (home: string) => void]>([
    ["is missing", (home) => rmSync(home, { recursive: true })],
    ["has a file for a folder", (home) => writeFiles(home, { "registry/src": "no folder\n" })],
    ["has a pipe for a folder", (home) => pipe(home, "registry/src")],
    ["has a folder for the header", (home) => writeFiles(home, { [`${fetched}/readme.md`]: "a folder\n" })],
    ["has a pipe for the header", (home) => pipe(home, fetched)],
  ])("tells nothing where it %s", (_, prepare) => {
    const home = temporaryFolder();
    prepare(home);
    expect(sqliteOf(temporaryRepository(manifest), home)).toBeNull();
  });

  test("is read beside what cannot be", () => {
    const home = temporaryFolder({ [fetched]: header("3.44.2"), "registry/src/a-file": "no index\n" });
    expect(sqliteOf(temporaryRepository(manifest), home)).toBe("3.44.2");
  });
});

describe("an installed package", () => {
  const id = "2023-11-24 11:41:44 ebead0e7230cd33bcec9f95d2183069565b9e709bf745c9b5db65cc0cbf92c0f";
  const home = "node_modules/flint-sqlite";
  const wasm = Buffer.from(`\0asm?3.44.2\0${id}\0`, "latin1");
  const installed = (root: string) =>
    wasmSqlite("flint-sqlite", "1.2.3", [""], discover(root, { environment }))?.sqlite ?? null;

  test.each([
    ["this version", { version: "1.2.3" }, "3.44.2"],
    [
      "another version that asks for one of this number",
      { version: "2.0.0", dependencies: { slate: "1.2.3" } },
      null,
    ],
    ["no version", { engines: { node: "1.2.3" } }, null],
  ])("of %s", (_, fields, expected) => {
    const root = temporaryFolder({
      [`${home}/package.json`]: JSON.stringify(fields),
      [`${home}/flint.wasm`]: wasm,
    });
    expect(installed(root)).toBe(expected);
  });

  test.each<[string, (root: string) => void]>([
    ["a pipe", (root) => pipe(root, `${home}/package.json`)],
    ["a folder", (root) => writeFiles(root, { [`${home}/package.json/readme.md`]: "a folder\n" })],
    ["no JSON", (root) => writeFiles(root, { [`${home}/package.json`]: '"version": "1.2.3"' })],
  ])("whose manifest is %s tells nothing", (_, prepare) => {
    const root = temporaryFolder({ [`${home}/flint.wasm`]: wasm });
    prepare(root);
    expect(installed(root)).toBeNull();
  });
});
