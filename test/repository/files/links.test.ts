import { execFileSync } from "node:child_process";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { environment } from "./git-environment.ts";
import { git, temporaryRepository } from "./git-repository.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const found = (root: string) => discover(root, { environment });

describe("links", () => {
  it("are kept with their target and not followed", () => {
    const root = temporaryRepository({ "real/a.txt": "" });
    symlinkSync("real", join(root, "folder"));
    symlinkSync("real/a.txt", join(root, "file"));
    symlinkSync("nowhere", join(root, "broken"));
    git(root, "add", "--all");
    const repository = found(root);
    expect(repository.paths).toEqual(["real/a.txt"]);
    expect([...repository.links]).toEqual([
      ["broken", "nowhere"],
      ["file", "real/a.txt"],
      ["folder", "real"],
    ]);
  });

  it("hide what is tracked behind them", () => {
    const outside = temporaryFolder({ "a.txt": "a secret" });
    const root = temporaryRepository({ "folder/a.txt": "", "file.txt": "" });
    renameSync(join(root, "folder"), join(temporaryFolder(), "moved"));
    symlinkSync(outside, join(root, "folder"));
    rmSync(join(root, "file.txt"));
    symlinkSync(join(outside, "a.txt"), join(root, "file.txt"));
    const repository = found(root);
    expect(repository.paths).toEqual([]);
    expect([...repository.links.keys()]).toEqual(["file.txt", "folder"]);
  });

  it("are not the only things that are no files", () => {
    const root = temporaryRepository({ pipe: "", "a.txt": "" });
    rmSync(join(root, "pipe"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(found(root).paths).toEqual(["a.txt"]);
  });

  it("are not what git waits at for ever, where it looks for what is ignored", () => {
    const root = temporaryRepository({ "a.txt": "", "folder/b.txt": "" });
    execFileSync("mkfifo", [join(root, "folder/.gitignore")]);
    const { paths, notes } = found(root);
    expect(paths).toEqual(["a.txt", "folder/b.txt"]);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "git gave no list: folder/.gitignore is a pipe, at which it would wait for ever",
      ),
    ]);
  });
});
