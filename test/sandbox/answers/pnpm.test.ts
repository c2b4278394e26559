import { describe, expect, test } from "vitest";
import { ask, type Files, folderWith, really } from "./asked.ts";

const root = { name: "root", private: true, version: "1.0.0" };
const packages = "packages:\n  - packages/*\n";

/** Each is asked of pnpm itself, so the expectation is pnpm's own output. */
const workspaces: Readonly<Record<string, Files>> = {
  "negations, nested packages and packages without names": {
    "package.json": root,
    "pnpm-workspace.yaml":
      'packages:\n  - packages/**\n  - ./apps/*/\n  - "!**/test/**"\n  - "!packages/excluded"\n  - .\n',
    "packages/a/package.json": { name: "a", version: "1.0.0" },
    "packages/a/nested/package.json": { name: "a-nested" },
    "packages/a-b/package.json": { name: "a-b", version: "1.0.0", private: true },
    "packages/B/package.json": { name: "B", version: "1.0.0", private: "yes" },
    "packages/excluded/package.json": { name: "excluded", version: "1.0.0" },
    "packages/excluded/sub/package.json": { name: "kept", version: "1.0.0" },
    "packages/x/test/y/package.json": { name: "in-test", version: "1.0.0" },
    "packages/x/node_modules/y/package.json": { name: "installed", version: "1.0.0" },
    "packages/x/.hidden/package.json": { name: "hidden", version: "1.0.0" },
    "packages/x/_u/package.json": { version: "1.0.0" },
    "packages/empty/package.json": {},
    "apps/one/package.json": { name: "one", version: "0.0.0" },
    "apps/é/package.json": { name: "accent", version: "0.0.0" },
    "apps/zz/package.json": { name: "zz", version: null, private: null },
    "apps/two/deep/package.json": { name: "too-deep", version: "0.0.0" },
    "elsewhere/package.json": { name: "elsewhere", version: "0.0.0" },
  },
  "a negation before what it negates": {
    "package.json": root,
    "pnpm-workspace.yaml": 'packages:\n  - "!packages/b"\n  - packages/**\n  - "!./packages/a/**"\n',
    "packages/a/package.json": { name: "a" },
    "packages/b/package.json": { name: "b" },
    "packages/b/c/package.json": { name: "c" },
  },
  "a root that cannot be negated": {
    "package.json": root,
    "pnpm-workspace.yaml": 'packages:\n  - "**"\n  - "!."\n',
    "a/package.json": { name: "a" },
  },
  "braces and classes": {
    "package.json": root,
    "pnpm-workspace.yaml": 'packages:\n  - "{packages,libs}/*"\n  - tools/t[12]\n  - "!tools/t2"\n',
    "packages/a/package.json": { name: "a" },
    "libs/c/package.json": { name: "c" },
    "tools/t1/package.json": { name: "t1" },
    "tools/t2/package.json": { name: "t2" },
  },
  "one name twice": {
    "package.json": root,
    "pnpm-workspace.yaml": packages,
    "packages/a/package.json": { name: "same", version: "1.0.0" },
    "packages/b/package.json": { name: "same", version: "1.2.0" },
  },
  "no package at the root": { "pnpm-workspace.yaml": packages, "packages/a/package.json": { name: "a" } },
  "no package at all": { "pnpm-workspace.yaml": packages },
  "a workspace file without packages": {
    "package.json": root,
    "pnpm-workspace.yaml": "onlyBuiltDependencies: [a]\n",
    "packages/a/package.json": { name: "a" },
  },
  "no workspace file": {
    "package.json": root,
    "packages/a/package.json": { name: "a", version: "1.0.0", dependencies: { x: "1" } },
    "packages/test/a/package.json": { name: "a", version: "1.0.0" },
  },
  "a lockfile for each project": {
    "package.json": root,
    ".npmrc": "shared-workspace-lockfile = false\n",
    "pnpm-workspace.yaml": packages,
    "packages/a/package.json": { name: "a" },
  },
  "a byte order mark": {
    "package.json": root,
    "pnpm-workspace.yaml": packages,
    "packages/a/package.json": '\uFEFF{"name":"a","version":"1.0.0"}',
  },
};

describe("pnpm list answers as pnpm does", () => {
  test.for(Object.entries(workspaces))("%s", ([, files]) => {
    const folder = folderWith(files);
    const argv = ["pnpm", "-r", "list", "--json"];
    expect(ask(folder, argv)).toMatchObject(really(folder, "", argv));
  });

  test.for(["no workspace file", "no package at the root"])("%s, without dependencies", (name) => {
    const folder = folderWith(workspaces[name] ?? {});
    const argv = ["pnpm", "ls", "-r", "--depth", "-1", "--json"];
    expect(ask(folder, argv)).toMatchObject(really(folder, "", argv));
  });

  const spellings = [
    "pnpm m ls --json --depth=-1",
    "pnpm recursive list --json --only-projects --prod",
    "pnpm --recursive ls --parseable --depth -1",
    "pnpm list --json",
    "pnpm -C ../.. -r list --json",
  ];
  test.for(spellings)("%s, asked inside a package", (command) => {
    const folder = folderWith({
      "package.json": root,
      "pnpm-workspace.yaml": packages,
      "packages/a/package.json": { name: "a", version: "1.0.0" },
      "packages/a/src/index.js": "",
      "packages/b/package.json": { name: "b" },
    });
    const argv = command.split(" ");
    const cwd = "packages/a";
    expect(ask(folder, argv, { cwd })).toMatchObject(really(folder, cwd, argv));
  });
});

describe("pnpm list", () => {
  const files: Files = {
    "package.json": root,
    "pnpm-workspace.yaml": packages,
    "packages/a/package.json": { name: "a", version: "1.0.0" },
  };

  test("names the manifests that it tells of", () => {
    const answer = ask(folderWith(files), ["pnpm", "-r", "list", "--json"]);
    expect(answer?.named).toEqual(["package.json", "packages/a/package.json"]);
  });

  test("gives paths under the root that the script sees", () => {
    const answer = ask(folderWith(files), ["pnpm", "-r", "list", "--json"], { virtualRoot: "/repository" });
    const paths = JSON.parse(answer?.stdout ?? "").map((project: { path: string }) => project.path);
    expect(paths).toEqual(["/repository", "/repository/packages/a"]);
  });

  test.for([
    "pnpm -r list",
    "pnpm -r list --json react",
    "pnpm -r list --json --filter a",
    "pnpm install",
    "pnpm -r list --json --parseable-ish",
  ])("%s is not answered", (command) => {
    expect(ask(folderWith(files), command.split(" "))).toBeNull();
  });

  test("a manifest that is not JSON is left unanswered", () => {
    const folder = folderWith({ ...files, "packages/b/package.json": "{" });
    expect(ask(folder, ["pnpm", "-r", "list", "--json"])).toBeNull();
  });
});
