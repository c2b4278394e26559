import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Verdict } from "../../src/judge/verdict.ts";

const project = join(import.meta.dirname, "../..");
const fixture = join(project, "fixtures/mini-monorepo");

/** One version string of the fixture, labelled by hand. Line and column are 1-based. */
interface Label {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly value: string;
  readonly verdict: Verdict;
  readonly why: string;
}

export interface Truth {
  readonly current: string;
  readonly tags: readonly string[];
  readonly release: { readonly entry: string; readonly args: readonly string[] };
  readonly labels: readonly Label[];
}

/** What is known about the small monorepo of the fixture. */
export function readTruth(): Truth {
  return JSON.parse(readFileSync(join(project, "fixtures/mini-monorepo.truth.json"), "utf8"));
}

/** A checkout of the fixture, and the environment in which its release script runs. */
export interface Checkout {
  /** The temporary folder around it, for the caller to remove. */
  readonly place: string;
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Checks the fixture out: a copy, committed on `main` with the tags of the truth and a bare repository as `origin`, the
 * packages that the release script imports, and programs of our own for `cargo`, `gh`, the SDK's generator and
 * `pnpm build`, none of which does anything. Every other call of pnpm goes to pnpm itself.
 */
export function checkOut(): Checkout {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "lumen-")));
  const root = join(place, "lumen");
  cpSync(fixture, root, { recursive: true });
  const bin = join(place, "bin");
  const environment = {
    HOME: place,
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Lumen",
    GIT_AUTHOR_EMAIL: "lumen@example.invalid",
    GIT_COMMITTER_NAME: "Lumen",
    GIT_COMMITTER_EMAIL: "lumen@example.invalid",
    npm_config_manage_package_manager_versions: "false",
  };
  mkdirSync(bin);
  for (const name of ["cargo", "gh", "lumen-sdk-gen"]) writeProgram(join(bin, name), 'echo "$0 $*"');
  const pnpm = join(project, "node_modules/.bin/pnpm");
  writeProgram(join(bin, "pnpm"), `case "$1" in build) echo built ;; *) exec "${pnpm}" "$@" ;; esac`);

  mkdirSync(join(root, "node_modules"));
  for (const name of ["commander", "execa", "glob", "semver"]) {
    symlinkSync(join(project, "node_modules", name), join(root, "node_modules", name));
  }
  const git = (...args: string[]) => gitIn({ place, root, environment }, ...args);
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
  for (const tag of readTruth().tags) git("tag", tag);
  git("init", "--quiet", "--bare", join(place, "origin.git"));
  git("remote", "add", "origin", join(place, "origin.git"));
  return { place, root, environment };
}

function writeProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** Runs git in a checkout. */
export function gitIn({ root, environment }: Checkout, ...args: string[]): string {
  return execFileSync("git", args, { cwd: root, env: environment, encoding: "utf8", stdio: "pipe" });
}

/** The command line that cuts a release natively; `version` may be a placeholder. */
export function cutCommand(version: string): string {
  const { entry, args } = readTruth().release;
  const filled = args.map((argument) => argument.replace("{version}", version));
  return [join(project, "node_modules/.bin/tsx"), entry, ...filled].join(" ");
}
