import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AuditError } from "../../../src/audit-error.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { environment } from "./git-environment.ts";
import { git, temporaryRepository } from "./git-repository.ts";
import { asOrdinaryUser } from "./ordinary-user.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const found = (root: string) => discover(root, { environment });

describe("discover in a git repository", () => {
  it("finds what is tracked, and what is neither tracked nor ignored", () => {
    const root = temporaryRepository({ "b.txt": "", "a/z.txt": "", ".gitignore": "*.log\n", "kept.log": "" });
    git(root, "add", "--force", "kept.log");
    writeFiles(root, { "new.txt": "", "ignored.log": "", "a/b/deep.txt": "" });
    expect(found(root).paths).toEqual([
      ".gitignore",
      "a/b/deep.txt",
      "a/z.txt",
      "b.txt",
      "kept.log",
      "new.txt",
    ]);
  });

  it("sorts by code unit", () => {
    const root = temporaryRepository({ b: "", B: "", "a.txt": "", "a/c": "", ä: "", "a-b": "" });
    expect(found(root).paths).toEqual(["B", "a-b", "a.txt", "a/c", "b", "ä"]);
  });

  it("keeps names that git would quote", () => {
    const names = ['"quoted"', "back\\slash", "line\nbreak", "tab\there", "ünï/cödé", " spaces "];
    const root = temporaryRepository(Object.fromEntries(names.map((name) => [name, "x"])));
    const repository = found(root);
    expect(repository.paths).toEqual([...names].sort());
    expect(names.map((name) => repository.read(name))).toEqual(names.map(() => "x"));
  });

  it("notes a name that is not UTF-8", () => {
    const root = temporaryRepository({ "a.txt": "" });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]), "");
    const repository = found(root);
    expect(repository.paths).toEqual(["a.txt"]);
    expect(repository.notes).toEqual([
      { path: "bad\uFFFD.txt", message: expect.stringContaining("not valid UTF-8") },
    ]);
  });

  it("leaves out what is tracked but deleted", () => {
    const root = temporaryRepository({ "gone.txt": "", "folder/gone.txt": "", "here.txt": "" });
    rmSync(join(root, "gone.txt"));
    rmSync(join(root, "folder"), { recursive: true });
    const repository = found(root);
    expect(repository.paths).toEqual(["here.txt"]);
    expect(repository.notes).toEqual([]);
  });

  it("lists a file in a merge conflict once", () => {
    const root = temporaryRepository({ "a.txt": "one\n" });
    git(root, "checkout", "--quiet", "-b", "other");
    writeFiles(root, { "a.txt": "two\n" });
    git(root, "commit", "--quiet", "--all", "--message=two");
    git(root, "checkout", "--quiet", "main");
    writeFiles(root, { "a.txt": "three\n" });
    git(root, "commit", "--quiet", "--all", "--message=three");
    expect(() => git(root, "merge", "other")).toThrow();
    expect(found(root).paths).toEqual(["a.txt"]);
  });

  it("is limited to a root that is a subfolder", () => {
    const root = temporaryRepository({ "top.txt": "", "sub/a.txt": "", "sub/b/c.txt": "", "subway.txt": "" });
    const repository = found(join(root, "sub"));
    expect(repository.paths).toEqual(["a.txt", "b/c.txt"]);
    expect(repository.root).toBe(join(root, "sub"));
    expect(repository.git?.topLevel).toBe(root);
  });

  it("lists neither submodules nor repositories within the repository, and says so", () => {
    const inner = temporaryRepository({ "inner.txt": "" });
    const root = temporaryRepository({ "outer.txt": "" });
    git(root, "submodule", "--quiet", "add", inner, "module");
    git(root, "clone", "--quiet", inner, "nested");
    const { paths, notes } = discover(root, { environment });
    expect(paths).toEqual([".gitmodules", "outer.txt"]);
    const message =
      "2 folders, the first of them module, are repositories of their own and not audited: what stands in such a folder is missing here";
    expect(notes).toEqual([{ path: null, message }]);
  });

  it("takes a folder in the place of a tracked file for what it is", () => {
    const root = temporaryRepository({ "a.txt": "", "b.txt": "" });
    rmSync(join(root, "a.txt"));
    mkdirSync(join(root, "a.txt"));
    expect(discover(root, { environment })).toMatchObject({ paths: ["b.txt"], notes: [] });
  });

  it("works in a linked work tree, in which .git is a file", () => {
    const root = temporaryRepository({ "a.txt": "" });
    const linked = join(temporaryFolder(), "linked");
    git(root, "worktree", "add", "--quiet", "-b", "feature", linked);
    const repository = found(linked);
    expect(repository.paths).toEqual(["a.txt"]);
    expect(repository.git).toMatchObject({ topLevel: linked, branch: "feature" });
  });

  it("says what a sparse checkout leaves out", () => {
    const root = temporaryRepository({ "a/x": "", "b/y": "", "b/z": "" });
    git(root, "sparse-checkout", "set", "a");
    const { paths, notes } = discover(root, { environment });
    expect(paths).toEqual(["a/x"]);
    expect(notes).toEqual([
      {
        path: null,
        message: "2 files, the first of them b/y, are left out by a sparse checkout and not audited",
      },
    ]);
    writeFiles(root, { "b/y": "back", "b/z": "back" });
    expect(discover(root, { environment })).toMatchObject({ paths: ["a/x", "b/y", "b/z"], notes: [] });
  });

  it("needs no permission to write", () => {
    const root = temporaryRepository({ x: "" });
    const home = temporaryFolder({ ".gitconfig": "[safe]\n\tdirectory = *\n" });
    for (const path of ["", ".git"]) chmodSync(join(root, path), 0o555);
    const reader = { ...environment, HOME: home };
    expect(asOrdinaryUser(() => discover(root, { environment: reader }))).toMatchObject({
      paths: ["x"],
      git: { branch: "main" },
      notes: [],
    });
  });

  it("takes a root that is reached through a link for what it is", () => {
    const root = temporaryRepository({ "a.txt": "" });
    const link = join(temporaryFolder(), "link");
    symlinkSync(root, link);
    expect(found(link)).toMatchObject({ root, paths: ["a.txt"] });
  });

  it("needs no environment", () => {
    const root = temporaryFolder({ "a.txt": "" });
    expect(discover(root).paths).toEqual(["a.txt"]);
  });
});

describe("discover without an answer from git", () => {
  const reasonOf = (root: string, path = process.env["PATH"]) => {
    const repository = discover(root, { environment: { ...environment, PATH: path } });
    expect(repository.git).toBeNull();
    expect(repository.notes).toHaveLength(1);
    return { paths: repository.paths, note: repository.notes[0] };
  };

  it("says nothing where there is no repository", () => {
    const repository = found(temporaryFolder({ "a.txt": "" }));
    expect(repository).toMatchObject({ paths: ["a.txt"], git: null, notes: [] });
  });

  it("says that git is not on PATH", () => {
    const root = temporaryRepository({ "a.txt": "", ".gitignore": "*.log", "b.log": "" });
    expect(reasonOf(root, temporaryFolder())).toEqual({
      paths: [".gitignore", "a.txt"],
      note: { path: null, message: expect.stringMatching(/no tag is known.*git was not found on PATH$/) },
    });
  });

  it("says that git refuses a repository of another owner, and what to do", () => {
    const root = temporaryRepository({ "a.txt": "" });
    // Git's own test suite makes it see another owner in this way; only a stand-in for git can pass it on.
    const script = `#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nPATH='${process.env["PATH"]}' exec git "$@"\n`;
    const bin = temporaryFolder({ git: script });
    chmodSync(join(bin, "git"), 0o755);
    const { paths, note } = reasonOf(root, `${bin}:/usr/bin:/bin`);
    expect(paths).toEqual(["a.txt"]);
    expect(note?.message).toMatch(/dubious ownership.*git config --global --add safe\.directory/);
  });

  it.each([
    ["a file that is none", { ".git": "not a git file" }, /invalid gitfile format/],
    ["an empty folder", { ".git/description": "" }, /not a git repository/],
    [
      "a broken configuration",
      { ".git/HEAD": "ref: refs/heads/main\n", ".git/objects/x": "", ".git/refs/x": "", ".git/config": "[" },
      /bad config/,
    ],
  ])("says that .git is %s", (_what, files, reason) => {
    const root = temporaryFolder({ "a.txt": "", ...files });
    const { paths, note } = reasonOf(root);
    expect(paths.filter((path) => path !== ".git")).toEqual(["a.txt"]);
    expect(note?.message).toMatch(reason);
  });

  it("says that the repository has another work tree", () => {
    const root = temporaryRepository({ "a.txt": "" });
    git(root, "config", "core.worktree", temporaryFolder());
    expect(reasonOf(root)).toMatchObject({ paths: ["a.txt"] });
  });

  it("walks a folder that the repository around it ignores", () => {
    const root = temporaryRepository({ ".gitignore": "/*\n" });
    writeFiles(root, { "code/project/a.txt": "" });
    const { paths, note } = reasonOf(join(root, "code/project"));
    expect(paths).toEqual(["a.txt"]);
    expect(note?.message).toContain("lists nothing in this folder");
  });
});

describe("a root that cannot be audited", () => {
  it("does not exist", () => {
    const root = join(temporaryFolder(), "missing");
    expect(() => found(root)).toThrow(AuditError);
    expect(() => found(root)).toThrow(/missing cannot be audited: ENOENT: no such file or directory$/);
  });

  it("is a file", () => {
    const root = join(temporaryFolder({ "a.txt": "" }), "a.txt");
    expect(() => found(root)).toThrow(AuditError);
  });

  it("is empty, which is for others to judge", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "empty"));
    expect(found(root).paths).toEqual([]);
  });
});
