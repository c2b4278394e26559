import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { readGitFacts } from "../../../src/repository/git/git-facts.ts";
import { environment } from "./git-environment.ts";
import { commit, git, temporaryRepository } from "./git-repository.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

describe("readGitFacts", () => {
  it("knows tags, head, branch and remote", () => {
    const root = temporaryRepository({ "a.txt": "" });
    for (const tag of ["v1.10.0", "v1.9.0", "pkg/v2.0.0"]) git(root, "tag", tag);
    git(root, "tag", "--annotate", "--message=x", "v2.0.0");
    git(root, "remote", "add", "origin", "https://example.com/somebody/something.git");
    expect(readGitFacts(root, environment)).toEqual({
      topLevel: root,
      tags: git(root, "tag", "--list").trim().split("\n"),
      head: git(root, "rev-parse", "HEAD").trim(),
      branch: "main",
      remote: "https://example.com/somebody/something.git",
      shallow: false,
      isFirst: true,
      environment,
    });
  });

  it("answers before the first commit", () => {
    const root = temporaryFolder({ HEAD: "" });
    git(root, "init", "--quiet", "--initial-branch=trunk");
    expect(readGitFacts(root, environment)).toMatchObject({
      head: null,
      branch: "trunk",
      tags: [],
      remote: null,
    });
    expect(discover(root, { environment }).paths).toEqual(["HEAD"]);
  });

  it("has no branch when HEAD is detached", () => {
    const root = temporaryRepository({ "a.txt": "" });
    git(root, "checkout", "--quiet", "--detach");
    const head = git(root, "rev-parse", "HEAD").trim();
    expect(readGitFacts(root, environment)).toMatchObject({ branch: null, head });
  });

  it("is not misled by a file, branch or tag that is called HEAD", () => {
    const root = temporaryRepository({ HEAD: "" });
    const first = git(root, "rev-parse", "HEAD").trim();
    git(root, "update-ref", "refs/tags/HEAD", first);
    git(root, "update-ref", "refs/heads/HEAD", first);
    const second = commit(root);
    expect(readGitFacts(root, environment)).toMatchObject({
      head: second,
      branch: "main",
      isFirst: false,
    });
  });

  it("knows that history is cut off", () => {
    const root = temporaryRepository({ "a.txt": "" });
    commit(root);
    const clone = join(temporaryFolder(), "clone");
    git(root, "clone", "--quiet", "--depth=1", `file://${root}`, clone);
    expect(readGitFacts(clone, environment)).toMatchObject({
      shallow: true,
      isFirst: true,
      remote: `file://${root}`,
    });
  });

  it("looks at the repository of the folder, whatever git's own variables say", () => {
    const other = temporaryRepository({ "other.txt": "" });
    const root = temporaryRepository({ "a.txt": "" });
    git(root, "tag", "v1.0.0");
    const hook = {
      GIT_DIR: join(other, ".git"),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, ".git/index"),
      GIT_OBJECT_DIRECTORY: join(other, ".git/objects"),
      GIT_CONFIG_PARAMETERS: "'core.bare=true'",
    };
    const repository = discover(root, { environment: { ...environment, ...hook } });
    expect(repository.paths).toEqual(["a.txt"]);
    expect(repository.git).toMatchObject({ topLevel: root, tags: ["v1.0.0"] });
  });

  it("takes a trusted folder from the variables that configure git", () => {
    const root = temporaryRepository({ "a.txt": "" });
    const configured = {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "remote.origin.url",
      GIT_CONFIG_VALUE_0: "https://example.com/a.git",
    };
    expect(readGitFacts(root, { ...environment, ...configured })).toMatchObject({
      remote: "https://example.com/a.git",
    });
  });

  it("gives the reason when there is nothing to know", () => {
    const root = temporaryRepository({ "a.txt": "" });
    expect(readGitFacts(join(root, ".git"), environment)).toMatch(/must be run in a work tree/);
    mkdirSync(join(root, "sub"));
    expect(readGitFacts(join(root, "sub"), environment)).toMatchObject({ topLevel: root });
    writeFiles(root, { ".git/HEAD": "nonsense" });
    expect(readGitFacts(root, environment)).toMatch(/not a git repository/);
  });
});
