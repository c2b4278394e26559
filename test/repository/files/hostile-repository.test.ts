import { chmodSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { askGit } from "../../../src/repository/git/git.ts";
import { blobIdsAt, fileAt } from "../../../src/repository/git/git-objects.ts";
import { environment } from "./git-environment.ts";
import { commit, git, temporaryRepository } from "./git-repository.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

/** A program that leaves a trace when it is started, and fails. */
function trap() {
  const folder = temporaryFolder();
  const program = join(folder, "program");
  const trace = join(folder, "trace");
  writeFiles(folder, { program: `#!/bin/sh\necho "$0 $*" >> '${trace}'\nexit 1\n` });
  chmodSync(program, 0o755);
  return { program, hasSprung: () => existsSync(trace), reset: () => rmSync(trace, { force: true }) };
}

/** Everything that the audit asks of git. */
function auditQuestions(root: string): void {
  const repository = discover(root, { environment });
  expect(repository.git).not.toBeNull();
  for (const path of repository.paths) fileAt(repository, "HEAD", path);
  blobIdsAt(repository, "HEAD", "");
  askGit(root, "diff-tree", ["-p", "HEAD~1", "HEAD"], { environment });
  askGit(root, "log", ["-p"], { environment });
  askGit(root, "log", ["--format=%GG"], { environment });
  askGit(root, "show", ["HEAD:a.txt"], { environment });
  askGit(root, "show", ["HEAD"], { environment });
}

describe("a hostile configuration", () => {
  it.each([
    ["core.fsmonitor", ["status"]],
    ["diff.external", ["diff", "HEAD~1", "HEAD"]],
    ["diff.trap.command", ["diff", "HEAD~1", "HEAD"]],
    ["diff.trap.textconv", ["diff", "HEAD~1", "HEAD"]],
    ["filter.trap.clean", ["status"]],
    ["filter.trap.process", ["status"]],
    ["core.sshCommand", ["fetch", "ssh://example.invalid/x"]],
  ])("cannot have a program started by %s", (setting, natively) => {
    const { program, hasSprung, reset } = trap();
    const root = temporaryRepository({ "a.txt": "one\n" });
    writeFiles(root, { "a.txt": "two\n", ".gitattributes": "* diff=trap filter=trap\n" });
    commit(root);
    git(root, "config", setting, program);
    // Of the same length, so that git has to look into the file and cannot tell by its size.
    writeFiles(root, { "a.txt": "six\n" });

    // The trap works: whoever trusts the repository falls into it.
    try {
      git(root, ...natively);
    } catch {
      // What git makes of the program's answer does not matter.
    }
    const doesSpring = hasSprung();
    reset();

    auditQuestions(root);
    expect({ doesSpring, hasSprung: hasSprung() }).toEqual({ doesSpring: true, hasSprung: false });
  });

  it.each(["gpg.program", "gpg.openpgp.program"])("cannot have a signature checked by %s", (setting) => {
    const { program, hasSprung, reset } = trap();
    const root = temporaryRepository({ "a.txt": "" });
    commit(root);
    // A commit is text: whoever makes a repository can put a signature into it without a key.
    const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n";
    writeFiles(root, {
      unsigned: git(root, "cat-file", "commit", "HEAD").replace("\n\n", `\n${signature}\n`),
    });
    git(root, "update-ref", "HEAD", git(root, "hash-object", "-t", "commit", "-w", "unsigned").trim());
    git(root, "config", setting, program);
    git(root, "config", "format.pretty", "%GG");
    git(root, "config", "log.showSignature", "true");

    git(root, "log", "-1");
    const doesSpring = hasSprung();
    reset();

    auditQuestions(root);
    expect({ doesSpring, hasSprung: hasSprung() }).toEqual({ doesSpring: true, hasSprung: false });
  });

  it("cannot have a hook started", () => {
    const { program, hasSprung } = trap();
    const root = temporaryRepository({ "a.txt": "" });
    commit(root);
    for (const hook of [
      "post-index-change",
      "reference-transaction",
      "post-checkout",
      "fsmonitor-watchman",
    ]) {
      writeFiles(root, { [`.git/hooks/${hook}`]: `#!/bin/sh\nexec '${program}'\n` });
      chmodSync(join(root, ".git/hooks", hook), 0o755);
    }
    auditQuestions(root);
    expect(hasSprung()).toBe(false);
  });

  it("cannot have what a partial clone lacks fetched through a program", () => {
    const { program, hasSprung, reset } = trap();
    const root = temporaryRepository({ "a.txt": "one\n" });
    git(root, "config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "clone");
    git(root, "clone", "--quiet", "--no-checkout", "--filter=blob:none", `file://${root}`, clone);
    git(clone, "config", "remote.origin.url", `ext::${program}`);
    git(clone, "config", "protocol.ext.allow", "always");
    git(clone, "reset", "--quiet");

    expect(() => git(clone, "cat-file", "blob", "HEAD:a.txt")).toThrow();
    const doesSpring = hasSprung();
    reset();

    const repository = discover(clone, { environment });
    expect([...blobIdsAt(repository, "HEAD", "").keys()]).toEqual(["a.txt"]);
    expect(fileAt(repository, "HEAD", "a.txt")).toBeNull();
    expect({ doesSpring, hasSprung: hasSprung() }).toEqual({ doesSpring: true, hasSprung: false });
  });

  it("cannot have the index written", () => {
    const root = temporaryRepository({ "a.txt": "one\n" });
    const before = git(root, "hash-object", "--no-filters", ".git/index");
    writeFiles(root, { "a.txt": "two\n", "b.txt": "" });
    discover(root, { environment });
    expect(git(root, "hash-object", "--no-filters", ".git/index")).toBe(before);
  });
});
