import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";

/** Texts by path; null takes a file away. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository with one commit for each state, in order, each tagged where a tag is given. */
export function repositoryOf(states: readonly { readonly files: Files; readonly tag?: string }[]): string {
  const root = temporaryFolder();
  const git = (...args: string[]): void => {
    execFileSync("git", args, { cwd: root, env: committing, stdio: "ignore" });
  };
  git("init", "-q", "-b", "main");
  for (const { files, tag } of states) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (text === null) rmSync(join(root, path));
      else writeFileSync(join(root, path), text);
    }
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "state");
    if (tag !== undefined) git("tag", tag);
  }
  return root;
}

/** Every place that counts as written or as missed, as `path:line verdict`. */
export async function verdictsOf(root: string): Promise<string[]> {
  const { occurrences, repository } = await audit({ root, environment: committing });
  return occurrences
    .filter(({ owed }) => owed)
    .map(({ path, span, verdict }) => `${path}:${repository.locate(path, span).line} ${verdict}`);
}
