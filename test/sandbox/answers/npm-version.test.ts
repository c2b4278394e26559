import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { Overlay } from "../../../src/sandbox/host/files/overlay.ts";
import { npmVersion } from "../../../src/sandbox/programs/npm/version.ts";
import { type Files, folderWith } from "./asked.ts";

/** What the command does to a folder, in the words of the sandbox; null when it is not run. */
function bump(folder: string, line: string, cwd = "") {
  const overlay = new Overlay(discover(folder), () => {});
  const args = ["version", ...line.split(" ")];
  const result = npmVersion({
    args,
    cwd: join("/repo", cwd),
    overlay,
  });
  const text = (path: string) => new TextDecoder().decode(overlay.read(`/repo/${path}`));
  return { result, text, json: (path: string) => JSON.parse(text(path)) };
}

const nested: Files = {
  "package.json": {
    name: "root",
    workspaces: {
      packages: ["packages/*/plugins/*", "./packages/*/", "packages/@s/*", "apps/**", "!packages/b"],
    },
  },
  "packages/a/package.json": { name: "@o/a", version: "1.0.0", private: true },
  "packages/a/plugins/p/package.json": { name: "p", version: "1.0.0-beta.1" },
  "packages/b/package.json": { name: "b", version: "1.0.0", scripts: { version: "exit 1" } },
  "packages/@s/x/package.json": '{\r\n\t"version": "1.0.0"\r\n}',
  "apps/z/package.json": { name: "z" },
  "apps/z/deep/package.json": { name: "deep", version: "v2.0.0" },
};

// Every run of npm takes a third of a second.
test.for([
  ["minor --workspaces --include-workspace-root --preid rc", ""],
  ["3.0.0 -w plugins -w apps/z -w nothing --tag-version-prefix=x", "packages/a"],
  ["patch -w packages", ""],
  ["2.0.0 -w z -w deep", ""],
  ["prerelease --preid rc", "packages/a/plugins"],
] as const)("npm itself writes, prints and ends the same: npm version %s", ([line, cwd]) => {
  const folder = folderWith({ ...nested, "packages/a/plugins/empty.txt": "" });
  const arguments_ = `${line} --no-workspaces-update --no-git-tag-version`;
  const { result, text } = bump(folder, arguments_, cwd);
  const real = spawnSync("npm", ["version", ...arguments_.split(" ")], {
    cwd: join(folder, cwd),
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, npm_config_update_notifier: "false" },
  });
  expect(result).toMatchObject({ stdout: real.stdout, exitCode: real.status });
  for (const path of Object.keys(nested)) expect(text(path)).toBe(readFileSync(join(folder, path), "utf8"));
});

const lock = (more: object = {}, version = 3) => ({
  name: "root",
  version: "1.0.0",
  lockfileVersion: version,
  packages: {
    "": { name: "root", version: "1.0.0", workspaces: ["packages/*"] },
    "node_modules/a": { resolved: "packages/a", link: true },
    "node_modules/b": { resolved: "packages/b", link: true },
    "packages/a": { version: "1.0.0", license: "MIT", dependencies: { b: "^1.0.0" } },
    "packages/b": { devDependencies: { far: "1" } },
    ...more,
  },
});

const locked: Files = {
  "package.json": '{\n\t"name": "root",\n\t"version": "1.0.0",\n\t"workspaces": ["packages/*"]\n}\n',
  "package-lock.json": lock(),
  "packages/a/package.json": { name: "a", version: "1.0.0", dependencies: { b: "^1.1.0" } },
  "packages/b/package.json": { name: "b", devDependencies: { far: "1" } },
};

describe("the lockfile of the root", () => {
  test("gets every version and the ranges of siblings, in the style of the manifest", () => {
    const { result, text, json } = bump(folderWith(locked), "1.2.0 -w b");
    // What npm 10 and 11 print, but for the time.
    expect(result?.stdout).toBe("b\nv1.2.0\n\nup to date in 1s\n");
    expect(text("package-lock.json")).toMatch(/^\{\n\t"name": "root",\n\t"version": "1.0.0",\n/);
    expect(json("package-lock.json")).toEqual(
      lock({
        "packages/a": { version: "1.0.0", license: "MIT", dependencies: { b: "^1.1.0" } },
        "packages/b": { version: "1.2.0", devDependencies: { far: "1" } },
      }),
    );
  });

  test("takes the version of the root along where that was written before or is written now", () => {
    const { json } = bump(folderWith(locked), "1.2.0 -ws -iwr --silent");
    expect(json("package-lock.json")).toMatchObject({
      version: "1.2.0",
      packages: { "": { version: "1.2.0" }, "packages/a": { version: "1.2.0" } },
    });
    const root = { name: "root", version: "7.0.0", workspaces: ["packages/*"] };
    expect(
      bump(folderWith({ ...locked, "package.json": root }), "1.2.0 -ws").json("package-lock.json"),
    ).toMatchObject({
      version: "7.0.0",
      packages: { "": { version: "7.0.0" } },
    });
  });

  test("stays as it is where it is not to be updated", () => {
    const quiet = { ...locked, ".npmrc": "package-lock=false\n" };
    expect(bump(folderWith(quiet), "1.2.0 -ws").json("package-lock.json")).toEqual(lock());
    expect(bump(folderWith(locked), "2.0.0 -ws --workspaces-update=false").json("package-lock.json")).toEqual(
      lock(),
    );
  });

  const asking: readonly (readonly [string, Files])[] = [
    [
      "a range that the version breaks",
      { "packages/a/package.json": { name: "a", dependencies: { b: "^0.9.0" } } },
    ],
    ["no lockfile", { "package-lock.json": "" }],
    ["a lockfile that is a list", { "package-lock.json": [] }],
    ["an old lockfile", { "package-lock.json": { ...lock(), lockfileVersion: 1 } }],
    ["a range in a lockfile that says it twice", { "package-lock.json": lock({}, 2) }],
    ["a workspace that is not locked", { "packages/c/package.json": { name: "c" } }],
    [
      "a dependency that is not locked",
      { "packages/b/package.json": { name: "b", dependencies: { more: "1" } } },
    ],
    ["a second copy", { "package-lock.json": lock({ "packages/a/node_modules/b": { version: "1.1.5" } }) }],
    ["a lockfile of yarn", { "yarn.lock": "" }],
    ["entries that are none", { "package-lock.json": lock({ "packages/a": 1 }) }],
    ["dependencies that are a list", { "packages/a/package.json": { name: "a", dependencies: ["b"] } }],
    [
      "an override",
      { "package.json": { workspaces: ["packages/*"], overrides: { far: { "b@1": "1.0.0" } } } },
    ],
  ];
  test.for(asking)("is left to npm with %s", ([, files]) => {
    const folder = folderWith({ ...locked, ...files });
    const { result, text } = bump(folder, "1.2.0 -w b");
    expect(result).toBeNull();
    expect(text("packages/b/package.json")).toBe(
      readFileSync(join(folder, "packages/b/package.json"), "utf8"),
    );
  });
});

test("npm keeps what it wrote before it came to a package that has the version already", () => {
  const files = { "package.json": { workspaces: ["b", "a"] }, "a/package.json": { version: "2.0.0" } };
  const { result, json } = bump(
    folderWith({ ...files, "b/package.json": { version: "1.0.0" } }),
    "2.0.0 -ws",
  );
  expect(result).toEqual({
    stdout: "b\nv2.0.0\na\n",
    stderr: "npm error Version not changed\n",
    exitCode: 1,
  });
  expect(json("b/package.json")).toEqual({ version: "2.0.0" });
});

test("npm takes a broken workspace for no reason to leave the root alone", () => {
  const files = { "package.json": { workspaces: ["a"] }, "a/package.json": "{" };
  expect(bump(folderWith(files), "2.0.0").result?.stdout).toBe("v2.0.0\n");
});

describe("npm version is not run for", () => {
  const member = { "a/package.json": { name: "a", version: "1.0.0" } };
  const odd: readonly (readonly [string, Files])[] = [
    ["a member that is broken", { "package.json": { workspaces: ["*"] }, "b/package.json": "{" }],
    ["a member that is a list", { "package.json": { workspaces: ["*"] }, "b/package.json": [] }],
    ["a name that is a number", { "package.json": { workspaces: ["*"] }, "b/package.json": { name: 5 } }],
    [
      "a version that is a number",
      { "package.json": { workspaces: ["*"] }, "b/package.json": { version: 5 } },
    ],
    ["two members of one name", { "package.json": { workspaces: ["*"] }, "b/package.json": { name: "a" } }],
    [
      "a script of a member",
      { "package.json": { workspaces: ["*"] }, "b/package.json": { scripts: { version: "x" } } },
    ],
    ["workspaces that are a text", { "package.json": { workspaces: "*" } }],
    ["a glob that is a number", { "package.json": { workspaces: ["*", 5] } }],
    ["no workspaces", { "package.json": {} }],
    ["an exclusion that may be taken back", { "package.json": { workspaces: ["!?", "a"] } }],
    ["a glob that could take forever", { "package.json": { workspaces: [`+(+(${"a".repeat(9)}))`] } }],
  ];
  test.for(odd)("%s", ([, files]) => {
    expect(bump(folderWith({ ...member, ...files }), "2.0.0 -ws --no-workspaces-update").result).toBeNull();
  });

  test.for([
    "-w ./",
    "-w *",
    "-w none",
    "-w a --no-workspaces",
    "-ws --save",
    "-ws --no-workspaces",
  ])("%s", (options) => {
    const folder = folderWith({ ...member, "package.json": { workspaces: ["*"] } });
    expect(bump(folder, `2.0.0 ${options} --no-workspaces-update`).result).toBeNull();
  });
});

test("two links upwards do not send a glob round forever", () => {
  const folder = folderWith({
    "package.json": { workspaces: ["p/**"] },
    "p/a/package.json": { version: "1.0.0" },
  });
  mkdirSync(join(folder, "p/b"));
  symlinkSync("../..", join(folder, "p/b/one"));
  symlinkSync("../..", join(folder, "p/b/two"));
  expect(bump(folder, "2.0.0 -ws --no-workspaces-update").result?.stdout).toBe("a\nv2.0.0\n");
});
