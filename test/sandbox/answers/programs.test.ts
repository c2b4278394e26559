import { describe, expect, test } from "vitest";
import type { Crate } from "../../../src/repository/packages/workspace.ts";
import { nothingKnown } from "../../inventory/nothing-known.ts";
import { ask, type Files, folderWith, really } from "./asked.ts";

const workspaceFiles: Files = {
  "package.json": {
    name: "root",
    private: true,
    version: "1.0.0",
    workspaces: ["packages/*", "!packages/skipped", "./apps/**"],
    list: ["a", { b: 1 }],
    scripts: { build: "tsc" },
  },
  "packages/b/package.json": { name: "a", version: "1.0.0", dependencies: { "@s/b": "^1.0.0" } },
  "packages/a/package.json": { name: "@s/b", version: "1.0.0", private: true },
  "packages/nameless/package.json": { version: "1.0.0" },
  "packages/skipped/package.json": { name: "skipped", version: "1.0.0" },
  "apps/z/package.json": { name: "z" },
  "apps/z/deep/package.json": { name: "z-deep", version: "3.0.0" },
};

describe("npm pkg get answers as npm does", () => {
  const commands = [
    "npm pkg get version",
    "npm pkg get nothing version",
    "npm pkg get list[0] list[1].b",
    "npm pkg get",
    "npm pkg get version name --workspaces --json",
    "npm pkg get version --workspaces --include-workspace-root",
    "npm pkg get version --workspace=packages/a -w a",
    "npm pkg get version -ws -w ./packages",
    "npm pkg get version -w apps -w none",
  ];
  test.for(commands)("%s", (command) => {
    const folder = folderWith(workspaceFiles);
    const argv = command.split(" ");
    expect(ask(folder, argv)).toMatchObject(really(folder, "", argv));
  });

  test.for(["npm pkg get version", "npm pkg get version --prefix ../.."])("%s inside a member", (command) => {
    const folder = folderWith(workspaceFiles);
    const argv = command.split(" ");
    const cwd = "packages/a";
    expect(ask(folder, argv, { cwd })).toMatchObject(really(folder, cwd, argv));
  });

  test("the members that are asked for are named", () => {
    const answer = ask(folderWith(workspaceFiles), ["npm", "pkg", "get", "version", "-w", "a"]);
    expect(answer?.named).toEqual(["packages/b/package.json"]);
  });
});

test("npm query .workspace gives the members with their places", () => {
  const folder = folderWith(workspaceFiles);
  const answer = ask(folder, ["npm", "query", ".workspace"], { virtualRoot: "/repository" });
  const members: { name: string; version?: string; location: string; path: string; pkgid: string }[] =
    JSON.parse(answer?.stdout ?? "");
  // The order is that of npm 11 in an installed tree.
  expect(
    members.map(({ name, version, pkgid, location, path }) => [name, version, pkgid, location, path]),
  ).toEqual([
    ["z", undefined, "z@", "apps/z", "/repository/apps/z"],
    ["z-deep", "3.0.0", "deep@npm:z-deep@3.0.0", "apps/z/deep", "/repository/apps/z/deep"],
    ["@s/b", "1.0.0", "a@npm:@s/b@1.0.0", "packages/a", "/repository/packages/a"],
    ["a", "1.0.0", "b@npm:a@1.0.0", "packages/b", "/repository/packages/b"],
  ]);
});

describe("yarn", () => {
  // Yarn itself is not installed here; the expectations are what yarn 4.18.1 and 1.22.22 print for these files.
  test("workspaces list --json", () => {
    const answer = ask(folderWith(workspaceFiles), ["yarn", "workspaces", "list", "--json"], {
      cwd: "packages/a",
    });
    expect(answer?.stdout.split("\n")).toEqual([
      '{"location":".","name":"root"}',
      '{"location":"apps/z","name":"z"}',
      '{"location":"apps/z/deep","name":"z-deep"}',
      '{"location":"packages/a","name":"@s/b"}',
      '{"location":"packages/b","name":"a"}',
      '{"location":"packages/nameless","name":null}',
      "",
    ]);
  });

  test("workspaces list --no-private --json", () => {
    const answer = ask(folderWith(workspaceFiles), ["yarn", "workspaces", "list", "--no-private", "--json"]);
    expect(answer?.named).not.toContain("packages/a/package.json");
    expect(answer?.named).not.toContain("package.json");
    expect(answer?.named).toContain("packages/b/package.json");
  });

  test("workspaces info", () => {
    const answer = ask(folderWith(workspaceFiles), ["yarn", "--silent", "workspaces", "info"]);
    const none = { workspaceDependencies: [], mismatchedWorkspaceDependencies: [] };
    expect(JSON.parse(answer?.stdout ?? "")).toEqual({
      "@s/b": { location: "packages/a", ...none },
      a: { location: "packages/b", workspaceDependencies: ["@s/b"], mismatchedWorkspaceDependencies: [] },
      skipped: { location: "packages/skipped", ...none },
      "z-deep": { location: "apps/z/deep", ...none },
    });
  });
});

describe("node", () => {
  const files: Files = {
    "package.json": { version: "1.4.2", nested: { name: "x" } },
    "tools/x.json": { n: 3 },
  };

  test.for([
    ["-p", "require('./package.json').version"],
    ["-p", 'require("../package.json").nested.name'],
    ["-pe", "require('./x.json').n;"],
    ["-e", "console.log(require('../package.json').version)"],
    ["--print", "require('./x.json').nothing"],
  ] as const)("node %s %s answers as node does", ([option, source]) => {
    const folder = folderWith(files);
    const cwd = source.includes("./package.json') ") || source.startsWith("require('./p") ? "" : "tools";
    const argv = ["node", option, source];
    expect(ask(folder, argv, { cwd })).toMatchObject(really(folder, cwd, argv));
  });

  test.for([
    "require('fs').readdirSync('.')",
    "require('./package.json')",
    "require('./package.json').nested",
    "require('./missing.json').version",
    "process.version",
  ])("node -p %s is not answered", (source) => {
    expect(ask(folderWith(files), ["node", "-p", source])).toBeNull();
  });
});

describe("which", () => {
  test.for(["which pnpm", "command -v cargo", "/usr/bin/which gh"])("%s finds the program", (command) => {
    expect(ask(folderWith({}), command.split(" "))?.stdout).toMatch(/^\/usr\/bin\/\w+\n$/);
  });
});

test.for([
  "cargo build",
  "pnpm build",
  "rm -rf dist",
  "npm publish",
  "gh release list",
  "node --test",
])("%s is no question", (command) => {
  expect(ask(folderWith({ "package.json": {} }), command.split(" "))).toBeNull();
});

describe("cargo metadata", () => {
  const manifest = (name: string, more = "") => `[package]\nname = "${name}"\nedition = "2021"\n${more}\n`;
  const files: Files = {
    "Cargo.toml":
      '[workspace]\nresolver = "2"\nmembers = ["crates/*"]\n[workspace.package]\nversion = "1.4.2"\npublish = false\n',
    "crates/core/Cargo.toml": manifest("lumen-core", "version.workspace = true"),
    "crates/core/src/lib.rs": "",
    "crates/own/Cargo.toml": manifest("own", 'version = "0.3.0"\npublish = ["mine"]'),
    "crates/own/src/lib.rs": "",
    "crates/silent/Cargo.toml": manifest("silent", "publish.workspace = true"),
    "crates/silent/src/lib.rs": "",
  };
  const crate = (name: string): Crate => ({
    name,
    manifest: `crates/${name}/Cargo.toml`,
    dir: `crates/${name}`,
    version: "0.0.1",
    inherits: false,
    publish: true,
    workspace: "Cargo.toml",
  });
  const workspace = { ...nothingKnown, crates: [crate("core"), crate("own"), crate("silent")] };

  test("tells each member's name, version, manifest and whether it is published", () => {
    const argv = ["cargo", "metadata", "--no-deps", "--format-version", "1"];
    const answer = ask(folderWith(files), argv, {
      workspace,
      virtualRoot: "/repository",
      cwd: "crates/core",
    });
    const metadata = JSON.parse(answer?.stdout ?? "");
    // What cargo 1.95 prints for these files, of the fields that are given.
    expect(metadata).toMatchObject({
      packages: [
        {
          name: "lumen-core",
          version: "1.4.2",
          id: "path+file:///repository/crates/core#lumen-core@1.4.2",
          manifest_path: "/repository/crates/core/Cargo.toml",
          publish: null,
        },
        { name: "own", version: "0.3.0", id: "path+file:///repository/crates/own#0.3.0", publish: ["mine"] },
        { name: "silent", version: "0.0.0", publish: [] },
      ],
      workspace_root: "/repository",
    });
    expect(metadata.packages[0]).not.toHaveProperty("dependencies");
    expect(answer?.named).toEqual([
      "crates/core/Cargo.toml",
      "crates/own/Cargo.toml",
      "crates/silent/Cargo.toml",
    ]);
  });

  test("with dependencies it is not answered", () => {
    expect(ask(folderWith(files), ["cargo", "metadata", "--format-version", "1"], { workspace })).toBeNull();
  });
});
