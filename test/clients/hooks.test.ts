import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forgetfulRepository, versionAudit } from "../cli/command-line.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { isInstalled } from "./installed.ts";

const project = join(import.meta.dirname, "../..");

/** A git repository with the forgetful release, of which everything is committed. */
function repository(more: Readonly<Record<string, string>>): string {
  const root = forgetfulRepository(more);
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "--message", "first"],
  ])
    git(root, args);
  return root;
}

/** Runs git in a folder with the environment of the repository that has the command. */
function git(folder: string, args: readonly string[], root = folder): SpawnSyncReturns<string> {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  return spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8", env: environment(root) });
}

function environment(root: string): Record<string, string> {
  const bin = join(root, ".git/version-audit-bin");
  return {
    PATH: `${bin}:${process.env["PATH"]}`,
    HOME: join(root, ".git"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ALLOW_PROTOCOL: "file",
  };
}

/** Puts the command into the path of the hooks. */
function putCommand(root: string): void {
  const bin = join(root, ".git/version-audit-bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${versionAudit} "$@"\n`, { mode: 0o755 });
  const installed = join(root, "node_modules/.bin");
  mkdirSync(installed, { recursive: true });
  cpSync(join(bin, "version-audit"), join(installed, "version-audit"));
  writeFileSync(join(root, ".git/info/exclude"), "node_modules\n");
  writeFileSync(join(bin, "npx"), '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "$@"\n', {
    mode: 0o755,
  });
}

const notes = "notes.md";
const manifest = "packages/new/package.json";

/** A kind of commit, which git gives an index or a folder of its own; `write` says what has changed. */
interface Kind {
  readonly name: string;
  /** The arguments that commit one of the two files. */
  readonly commit: (path: string) => readonly string[];
  /** True when both files are in the index before either is committed. */
  readonly isStagedBefore?: boolean;
  readonly inLinkedTree?: boolean;
}

const kinds: readonly Kind[] = [
  { name: "what is staged", commit: () => [] },
  { name: "everything that has changed", commit: () => ["--all"] },
  { name: "one path of several that are staged", commit: (path) => [path], isStagedBefore: true },
  { name: "what is staged in a linked work tree", commit: () => [], inLinkedTree: true },
];

/** Commits a file that says nothing about versions, and then a package that the release forgets. */
function expectGate(root: string, { commit, isStagedBefore = false, inLinkedTree = false }: Kind): void {
  writeFileSync(join(root, notes), "Nothing.\n");
  mkdirSync(join(root, "packages/new"));
  writeFileSync(join(root, manifest), '{ "name": "@acme/new" }\n');
  git(root, ["add", notes, manifest]);
  git(root, ["commit", "--quiet", "--no-verify", "--message", "both"]);
  const tree = inLinkedTree ? join(temporaryFolder({}), "linked") : root;
  if (inLinkedTree) {
    git(root, ["worktree", "add", "--quiet", tree]);
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  }
  const changed = [
    [notes, "Nothing about versions.\n"],
    [manifest, '{ "name": "@acme/new", "version": "1.4.2" }\n'],
  ] as const;
  const [quiet, stopped] = changed.map(([path, text], index) => {
    for (const [each, content] of isStagedBefore ? changed : [[path, text] as const]) {
      writeFileSync(join(tree, each), content);
      if (commit(each).includes("--all")) continue;
      git(tree, ["add", each]);
    }
    return git(tree, ["commit", "--message", `${index}`, ...commit(path)], root);
  });
  expect(quiet?.status, `${quiet?.stdout}${quiet?.stderr}`).toBe(0);
  expect(git(tree, ["show", "--name-only", "--format="]).stdout).toBe(`${notes}\n`);
  expect(stopped?.status).not.toBe(0);
  expect(`${stopped?.stdout}${stopped?.stderr}`).toContain("@acme/new stays at 1.4.2");
  expect(`${stopped?.stdout}${stopped?.stderr}`).not.toContain("@acme/api stays at");
}

const hasPreCommit = isInstalled("pre-commit");
const hasLefthook = isInstalled("lefthook");

describe.each(kinds)("a stale place is refused in a commit of $name, and another path is not", (kind) => {
  test.runIf(hasPreCommit)("by the hook that we publish, under pre-commit", () => {
    const hooks = readFileSync(join(project, ".pre-commit-hooks.yaml"), "utf8");
    // The sources need a registry to be built, so the hook takes the command from the path here, with all else as it is.
    const published = temporaryFolder({
      ".pre-commit-hooks.yaml": hooks.replace("language: node", "language: system"),
    });
    git(published, ["init", "--quiet"]);
    git(published, ["add", "--all"]);
    git(published, ["commit", "--quiet", "--message", "hooks"]);
    const rev = git(published, ["rev-parse", "HEAD"]).stdout.trim();
    const config = `repos:\n  - repo: ${published}\n    rev: ${rev}\n    hooks:\n      - id: version-audit\n`;
    const root = repository({ ".pre-commit-config.yaml": config });
    putCommand(root);
    execFileSync("pre-commit", ["install"], { cwd: root, env: environment(root) });
    expectGate(root, kind);
  });

  test.runIf(hasLefthook)("by the snippet of the documentation, under lefthook", () => {
    const page = readFileSync(join(project, "docs/hooks.md"), "utf8");
    const snippet = /## lefthook[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const root = repository({ "lefthook.yml": snippet });
    putCommand(root);
    execFileSync("lefthook", ["install"], { cwd: root, env: environment(root) });
    expectGate(root, kind);
  });
});
