import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test as base } from "vitest";
import type { Release } from "../../src/config/schema.ts";
import { rehearseWithCommand } from "../../src/release/native/command-engine.ts";
import type { Rehearsal } from "../../src/release/rehearsal.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { committing } from "../repository/files/git-environment.ts";
import { releaseWith } from "./command-release.ts";

/** A repository in which a native rehearsal is tested. */
export interface CommandRepository {
  readonly root: string;
  /** What the engine takes for the temporary folder of the system. */
  readonly temporary: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly git: (...args: string[]) => string;
  readonly commitAll: () => void;
  readonly rehearse: (command: string, more?: Partial<Release>) => Promise<Rehearsal>;
}

/** A test that asks for `repository` gets a new one, which is gone afterwards. */
export const test = base.extend<{ repository: CommandRepository }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures are asked for.
  repository: async ({}, use) => {
    const place = realpathSync(mkdtempSync(join(tmpdir(), "command-engine-")));
    const usualTemporary = process.env["TMPDIR"];
    try {
      const repository = repositoryIn(place);
      process.env["TMPDIR"] = repository.temporary;
      await use(repository);
    } finally {
      if (usualTemporary === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = usualTemporary;
      rmSync(place, { recursive: true, force: true });
    }
  },
});

function repositoryIn(place: string): CommandRepository {
  const root = join(place, "repository");
  const temporary = join(place, "temporary");
  mkdirSync(root);
  mkdirSync(temporary);
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, env: committing, encoding: "utf8", stdio: "pipe" });
  return {
    root,
    temporary,
    git,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    commitAll: () => {
      git("init", "--quiet", "--initial-branch", "release");
      git("add", "--all");
      git("commit", "--quiet", "--message", "first");
    },
    rehearse: (command, more) =>
      rehearseWithCommand(
        releaseWith(command, more),
        { current: "1.4.2", target: "1.4.3" },
        discover(root, { environment: committing }),
        committing,
      ),
  };
}
