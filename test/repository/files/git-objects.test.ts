import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { blobIdOf, blobIdsAt, fileAt } from "../../../src/repository/git/git-objects.ts";
import { environment } from "./git-environment.ts";
import { commit, git, temporaryRepository } from "./git-repository.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const open = (root: string) => discover(root, { environment });

describe("fileAt", () => {
  it("gives a file as a revision holds it", () => {
    const root = temporaryRepository({ "a.txt": "one\n", "sub/b.txt": "inner\n" });
    git(root, "tag", "v1.0.0");
    writeFiles(root, { "a.txt": "two\n" });
    const second = commit(root);
    writeFiles(root, { "a.txt": "three\n" });
    git(root, "add", "a.txt");
    writeFiles(root, { "a.txt": "four\n" });
    const at = (revision: string) => fileAt(open(root), revision, "a.txt");
    expect(["v1.0.0", second, "HEAD~1", ""].map(at)).toEqual(["one\n", "two\n", "one\n", "three\n"]);
  });

  it("takes paths relative to a root that is a subfolder", () => {
    const root = temporaryRepository({ "a.txt": "outer", "sub/a.txt": "inner", "sub/c/d.txt": "deep" });
    const repository = open(join(root, "sub"));
    expect(fileAt(repository, "HEAD", "a.txt")).toBe("inner");
    expect(fileAt(repository, "HEAD", "c/d.txt")).toBe("deep");
    expect([...blobIdsAt(repository, "HEAD", "").keys()]).toEqual(["a.txt", "c/d.txt"]);
    expect([...blobIdsAt(repository, "HEAD", "c").keys()]).toEqual(["c/d.txt"]);
  });

  it("gives null for what is not there, is no file, is binary, or is no revision", () => {
    const repository = open(temporaryRepository({ "a.txt": "", "sub/b.txt": "", "c.png": "\0" }));
    const asked = [
      ["HEAD", "missing.txt"],
      ["HEAD", "sub"],
      ["HEAD", "c.png"],
      ["v9.9.9", "a.txt"],
      ["--help", "a.txt"],
    ] as const;
    expect(asked.map(([revision, path]) => fileAt(repository, revision, path))).toEqual(
      asked.map(() => null),
    );
    expect(blobIdsAt(repository, "v9.9.9", "").size).toBe(0);
    expect(blobIdsAt(repository, "--help", "").size).toBe(0);
  });

  it("decodes as reading does", () => {
    const root = temporaryRepository({ "u16.txt": Buffer.from("\uFEFFv1", "utf16le") });
    expect(fileAt(open(root), "HEAD", "u16.txt")).toBe("\uFEFFv1");
  });

  it("gives null without a repository", () => {
    const repository = open(temporaryFolder({ "a.txt": "" }));
    expect(fileAt(repository, "HEAD", "a.txt")).toBeNull();
    expect(blobIdsAt(repository, "HEAD", "").size).toBe(0);
  });
});

describe("blobIdsAt and blobIdOf", () => {
  const files = {
    "a.txt": "one\n",
    "ünï.txt": "two\n",
    "line\nbreak": "three\n",
    "*": "four\n",
    "dir/e.txt": "",
  };

  it.each([[], ["--object-format=sha256"]])("agree about what has not changed %s", (...initOptions) => {
    const root = temporaryRepository(files, ...initOptions);
    const repository = open(root);
    const ids = blobIdsAt(repository, "HEAD", "");
    expect([...ids.keys()].sort()).toEqual([...repository.paths]);
    for (const path of repository.paths) {
      expect(blobIdOf(repository, repository.bytes(path))).toBe(ids.get(path));
    }
    expect(ids.get("a.txt")).toBe(git(root, "hash-object", "a.txt").trim());
  });

  it("take a path literally", () => {
    const repository = open(temporaryRepository(files));
    expect([...blobIdsAt(repository, "HEAD", "*").keys()]).toEqual(["*"]);
    expect([...blobIdsAt(repository, "HEAD", "dir").keys()]).toEqual(["dir/e.txt"]);
    expect(fileAt(repository, "HEAD", "line\nbreak")).toBe("three\n");
  });

  it("leave submodules out", () => {
    const root = temporaryRepository({ "a.txt": "" });
    git(root, "submodule", "--quiet", "add", temporaryRepository({ x: "" }), "m");
    commit(root);
    expect([...blobIdsAt(open(root), "HEAD", "").keys()]).toEqual([".gitmodules", "a.txt"]);
  });
});
