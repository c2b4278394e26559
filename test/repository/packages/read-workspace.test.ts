import { describe, expect, test } from "vitest";
import { documentCache } from "../../../src/repository/documents/document-cache.ts";
import { readWorkspace } from "../../../src/repository/packages/read-workspace.ts";
import type { Workspace } from "../../../src/repository/packages/workspace.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const repository = temporaryRepository(files);
  return readWorkspace(repository, documentCache(repository));
}

const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: "1.0.0", ...more });
const members = ({ npm }: Workspace) => npm.filter(({ member }) => member).map(({ dir }) => dir);

describe("npm packages", () => {
  test("every package.json with a name is one, wherever it lies", () => {
    const workspace = workspaceOf({
      "package.json": JSON.stringify({ private: true }),
      "a/package.json": manifest("@acme/a", {
        dependencies: { b: "*", "c.d": "1" },
        peerDependencies: { e: "1" },
        scripts: { f: "g" },
      }),
      "b/package.json": JSON.stringify({ name: "b", private: true }),
      "broken/package.json": '{ "name": ',
      "node_modules/x/package.json": manifest("x"),
    });
    expect(workspace.npm).toEqual([
      {
        ...{ name: "@acme/a", manifest: "a/package.json", dir: "a", version: "1.0.0" },
        ...{ private: false, member: false, dependencies: new Set(["b", "c.d", "e"]) },
      },
      {
        ...{ name: "b", manifest: "b/package.json", dir: "b", version: null },
        ...{ private: true, member: false, dependencies: new Set() },
      },
    ]);
    expect(workspace.scopes).toEqual(new Set(["@acme"]));
  });

  test("pnpm-workspace.yaml admits members, with its negations and folders with a trailing slash", () => {
    const workspace = workspaceOf({
      "pnpm-workspace.yaml":
        "packages:\n  - packages/*\n  - '!packages/skipped'\n  - deep/**\n  - './tools/cli/'\n  - '!**/test/**'\n",
      "package.json": manifest("root"),
      "packages/a/package.json": manifest("a"),
      "packages/a/nested/package.json": manifest("nested"),
      "packages/skipped/package.json": manifest("skipped"),
      "packages/.hidden/package.json": manifest("hidden"),
      "deep/package.json": manifest("deep"),
      "deep/x/y/package.json": manifest("y"),
      "deep/test/z/package.json": manifest("z"),
      "tools/cli/package.json": manifest("cli"),
      "other/package.json": manifest("other"),
    });
    expect(members(workspace)).toEqual(["deep", "deep/x/y", "", "packages/a", "tools/cli"]);
  });

  test.each([
    ["a list", ["packages/*", "!packages/b"]],
    ["an object", { packages: ["packages/*", "!packages/b"], nohoist: ["**"] }],
  ])("workspaces of package.json as %s admit members", (_, workspaces) => {
    const workspace = workspaceOf({
      "package.json": manifest("root", { workspaces }),
      "packages/a/package.json": manifest("a"),
      "packages/b/package.json": manifest("b"),
    });
    expect(members(workspace)).toEqual(["", "packages/a"]);
  });

  test("pnpm-workspace.yaml comes before workspaces, and without packages admits the root alone", () => {
    const workspace = workspaceOf({
      "pnpm-workspace.yaml": "catalog:\n  react: ^19.0.0\n",
      "package.json": manifest("root", { workspaces: ["packages/*"] }),
      "packages/a/package.json": manifest("a"),
    });
    expect(members(workspace)).toEqual([""]);
  });

  test("a workspace below the root counts, a workspace within a workspace does not", () => {
    const workspace = workspaceOf({
      "js/package.json": manifest("js", { workspaces: ["*"] }),
      "js/a/package.json": manifest("a", { workspaces: ["*"] }),
      "js/a/b/package.json": manifest("b"),
    });
    expect(members(workspace)).toEqual(["js/a", "js"]);
  });

  test("resolutions come from the root manifests, under the name that they mean", () => {
    const workspace = workspaceOf({
      "package.json": manifest("root", {
        resolutions: { "@acme/kit": "workspace:*", "**/left-pad": "1.3.0" },
        overrides: { a: { b: "2.0.0" } },
        pnpm: { overrides: { "c>@acme/d@1": "3.0.0" } },
      }),
      "pnpm-workspace.yaml": "packages: []\noverrides:\n  e: 4.0.0\n",
      "other/package.json": manifest("other", { resolutions: { f: "5.0.0" } }),
    });
    expect([...workspace.resolutions]).toEqual([
      ["@acme/kit", "workspace:*"],
      ["left-pad", "1.3.0"],
      ["b", "2.0.0"],
      ["@acme/d", "3.0.0"],
      ["e", "4.0.0"],
    ]);
  });
});

describe("crates", () => {
  const inheriting = (name: string, more = "") =>
    `[package]\nname = "${name}"\nversion.workspace = true\n${more}`;
  const read = (files: Readonly<Record<string, string>>) =>
    workspaceOf(files).crates.map(({ name, version, inherits, publish, workspace }) =>
      [name, version, inherits ? "inherits" : "own", publish ? "public" : "private", workspace].join(" "),
    );

  test("members inherit from the workspace that lists them", () => {
    const files = {
      "Cargo.toml": `[workspace]\nmembers = ["crates/*", "tools/cli"]\nexclude = ["crates/out"]\n\n  [workspace.package]\n  version = "2.3.7"\n  publish = false\n`,
      "crates/a/Cargo.toml": inheriting("a", "publish.workspace = true\n"),
      "crates/b/Cargo.toml": '[package]\nname = "b"\nversion = "0.1.0"\npublish = false\n',
      "crates/out/Cargo.toml": '[package]\nname = "out"\nversion = "1.0.0"\n',
      "tools/cli/Cargo.toml": '[package]\nname = "cli"\nversion = { workspace = true }\n',
      "stray/Cargo.toml": inheriting("stray"),
    };
    expect(read(files)).toEqual([
      "a 2.3.7 inherits private Cargo.toml",
      "b 0.1.0 own private Cargo.toml",
      "out 1.0.0 own public ",
      "stray 2.3.7 inherits public ",
      "cli 2.3.7 inherits public Cargo.toml",
    ]);
  });

  test("path dependencies of members are members, also by way of the workspace's own list", () => {
    const files = {
      "Cargo.toml": `[package]\nname = "root"\nversion = "1.0.0"\n\n[workspace]\n\n[workspace.dependencies]\nc = { path = "c" }\nunused = { path = "unused" }\n\n[dependencies]\na = { path = "a" }\n`,
      "a/Cargo.toml": '[package]\nname = "a"\nversion = "1.0.0"\n\n[dev-dependencies.b]\npath = "../b"\n',
      "b/Cargo.toml":
        "[package]\nname = 'b'\nversion = '1.0.0'\n\n[target.'cfg(unix)'.dependencies]\nc.workspace = true\n",
      "c/Cargo.toml":
        '[package]\nname = "c"\nversion = "1.0.0"\n\n[dependencies]\noutside = { path = "../../outside" }\n',
      "unused/Cargo.toml": '[package]\nname = "unused"\nversion = "1.0.0"\n',
    };
    expect(read(files)).toEqual([
      "root 1.0.0 own public Cargo.toml",
      "a 1.0.0 own public Cargo.toml",
      "b 1.0.0 own public Cargo.toml",
      "c 1.0.0 own public Cargo.toml",
      "unused 1.0.0 own public ",
    ]);
  });

  test("the outer workspace comes before a nested one that lies between", () => {
    const files = {
      "Cargo.toml": '[workspace]\nmembers = ["rust/packages/*"]\n[workspace.package]\nversion = "2.3.7"\n',
      "rust/Cargo.toml":
        '[workspace]\nmembers = ["packages/a", "other"]\n[workspace.package]\nversion = "0.0.1"\n',
      "rust/packages/a/Cargo.toml": inheriting("a"),
      "rust/other/Cargo.toml": inheriting("other"),
      "alone/Cargo.toml": '[package]\nname = "alone"\nversion = "0.2.0"\n\n[workspace]\n',
      "pointing/Cargo.toml": inheriting("pointing", 'workspace = "../rust"\n'),
    };
    expect(read(files)).toEqual([
      "alone 0.2.0 own public alone/Cargo.toml",
      "pointing 0.0.1 inherits public ",
      "other 0.0.1 inherits public rust/Cargo.toml",
      "a 2.3.7 inherits public Cargo.toml",
    ]);
  });

  test("a crate that inherits from nowhere has no version", () => {
    expect(read({ "a/Cargo.toml": inheriting("a") })).toEqual(["a  inherits public "]);
  });

  test("renamed workspace dependencies are aliases", () => {
    const { crateAliases } = workspaceOf({
      "Cargo.toml": `[workspace]\n[workspace.dependencies]\nnats = { package = "acme-nats", version = "1.0.0" }\nserde = "1"\n\n[workspace.dependencies.depot]\npackage = "acme-depot"\n`,
      "a/Cargo.toml":
        '[package]\nname = "a"\n\n[dependencies]\nlocal = { package = "acme-local", version = "1" }\n',
    });
    expect([...crateAliases]).toEqual([
      ["nats", "acme-nats"],
      ["depot", "acme-depot"],
    ]);
  });
});

test("reads Python projects of both kinds", () => {
  const { python } = workspaceOf({
    "a/pyproject.toml": '[project]\nname = "a"\nversion = "0.9.0rc1"\n',
    "b/pyproject.toml": '[tool.poetry]\nname = "b"\nversion = "1.0.0"\n',
    "c/pyproject.toml": '[project]\nname = "c"\ndynamic = ["version"]\n',
    "d/pyproject.toml": "[tool.ruff]\nline-length = 100\n",
  });
  expect(python).toEqual([
    { name: "a", manifest: "a/pyproject.toml", version: "0.9.0rc1" },
    { name: "b", manifest: "b/pyproject.toml", version: "1.0.0" },
    { name: "c", manifest: "c/pyproject.toml", version: null },
  ]);
});
