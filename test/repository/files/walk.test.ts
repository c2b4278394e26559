import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { walk } from "../../../src/repository/files/walk.ts";
import { environment } from "./git-environment.ts";
import { temporaryRepository } from "./git-repository.ts";
import { asOrdinaryUser, lock } from "./ordinary-user.ts";
import { type Files, temporaryFolder } from "./temporary-folder.ts";

/** What every case below is asked about. */
const tree: Files = Object.fromEntries(
  [
    "a.txt",
    "A.TXT",
    "keep.txt",
    "build/out.js",
    "build/keep.txt",
    "src/build",
    "src/a.txt",
    "src/deep/er/a.txt",
    "src/deep/er/b.log",
    "docs/[x].md",
    "docs/x.md",
    "docs/#hash",
    "docs/!bang",
    "docs/space ",
    ".hidden/file",
    "..dots",
  ].map((path) => [path, "x"]),
);

const cases: readonly { readonly what: string; readonly ignores: Record<string, string> }[] = [
  { what: "nothing", ignores: {} },
  { what: "a name everywhere", ignores: { ".gitignore": "a.txt\n" } },
  { what: "a name at the root", ignores: { ".gitignore": "/a.txt\n" } },
  { what: "folders only", ignores: { ".gitignore": "build/\n" } },
  { what: "an exception", ignores: { ".gitignore": "*.txt\n!keep.txt\n" } },
  { what: "no exception within an ignored folder", ignores: { ".gitignore": "build/\n!build/keep.txt\n" } },
  { what: "an exception among a folder's files", ignores: { ".gitignore": "build/*\n!build/keep.txt\n" } },
  {
    what: "a nested file that takes back",
    ignores: { ".gitignore": "*.txt\n", "src/.gitignore": "!a.txt\n" },
  },
  { what: "a nested file that adds", ignores: { "src/.gitignore": "/deep/er/*.log\n/a.txt\n" } },
  {
    what: "a nested file that is ignored itself",
    ignores: { ".gitignore": ".gitignore\n", "src/.gitignore": "*.txt\n" },
  },
  { what: "double asterisks", ignores: { ".gitignore": "**/er/**\ndocs/**\n" } },
  {
    what: "brackets, escapes and trailing spaces",
    ignores: { ".gitignore": "\\[x].md\n\\#hash\n\\!bang\nspace\\ \n" },
  },
  { what: "dots", ignores: { ".gitignore": ".*\n" } },
  { what: "Windows line ends", ignores: { ".gitignore": "build/\r\n*.log\r\n" } },
];

describe("walk", () => {
  it.each(cases)("ignores what git ignores: $what", ({ ignores }) => {
    const root = temporaryRepository({});
    cpSync(temporaryFolder({ ...tree, ...ignores }), root, { recursive: true });
    const tracked = discover(root, { environment }).paths;
    expect([...walk(root).files].sort()).toEqual(tracked);
  });

  it("enters neither node_modules nor .git, at any depth", () => {
    const root = temporaryFolder({ "a/node_modules/x.js": "", "b/.git/config": "", "b/x.js": "" });
    expect(walk(root).files).toEqual(["b/x.js"]);
  });

  it("lists links without following them, even in a circle", () => {
    const root = temporaryFolder({ "a/x.js": "" });
    symlinkSync("..", join(root, "a/up"));
    symlinkSync("missing", join(root, "broken"));
    const { files, links } = walk(root);
    expect(files).toEqual(["a/x.js"]);
    expect([...links].sort()).toEqual(["a/up", "broken"]);
  });

  it("goes deep", () => {
    const path = `${"d/".repeat(200)}x.js`;
    expect(walk(temporaryFolder({ [path]: "" })).files).toEqual([path]);
  });

  it("notes a folder and a .gitignore that it may not read", () => {
    const root = temporaryFolder({ "open/a.txt": "", "closed/a.txt": "", "open/.gitignore": "*" });
    lock(join(root, "closed"));
    lock(join(root, "open/.gitignore"));
    const { files, notes } = asOrdinaryUser(() => walk(root));
    expect([...files].sort()).toEqual(["open/.gitignore", "open/a.txt"]);
    expect(notes).toEqual([
      {
        path: "open/.gitignore",
        message: "Could not be read, so it ignores nothing: EACCES: permission denied.",
      },
      { path: "closed", message: "This folder could not be read: EACCES: permission denied." },
    ]);
  });
});
