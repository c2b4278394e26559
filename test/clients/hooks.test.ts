import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetfulRepository, versionAudit } from "../cli/command-line.ts";
import { temporaryFolder } from "../config/temporary-repository.ts";
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

function git(root: string, args: readonly string[]): SpawnSyncReturns<string> {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  return spawnSync("git", [...identity, ...args], { cwd: root, encoding: "utf8", env: environment(root) });
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

/** Commits one staged package that the release forgets, and one file that says nothing about versions. */
function expectGate(root: string): void {
  writeFileSync(join(root, "notes.md"), "Nothing about versions.\n");
  git(root, ["add", "notes.md"]);
  const quiet = git(root, ["commit", "--message", "notes"]);
  expect(quiet.status, quiet.stdout + quiet.stderr).toBe(0);
  mkdirSync(join(root, "packages/new"));
  writeFileSync(join(root, "packages/new/package.json"), '{ "name": "@acme/new", "version": "1.4.2" }\n');
  git(root, ["add", "packages/new"]);
  const stopped = git(root, ["commit", "--message", "new"]);
  expect(stopped.status).not.toBe(0);
  expect(stopped.stdout + stopped.stderr).toContain("@acme/new stays at 1.4.2");
  expect(stopped.stdout + stopped.stderr).not.toContain("@acme/api stays at");
}

test.runIf(isInstalled("pre-commit"))(
  "pre-commit runs the hook that we publish",
  { timeout: 120_000 },
  () => {
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
    expectGate(root);
  },
);

test.runIf(isInstalled("lefthook"))(
  "lefthook runs the snippet of the documentation",
  { timeout: 120_000 },
  () => {
    const page = readFileSync(join(project, "docs/hooks.md"), "utf8");
    const snippet = /## lefthook[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const root = repository({ "lefthook.yml": snippet });
    putCommand(root);
    execFileSync("lefthook", ["install"], { cwd: root, env: environment(root) });
    expectGate(root);
  },
);
