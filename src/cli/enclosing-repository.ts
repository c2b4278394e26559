import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { configFileName } from "../config/load-config.ts";
import { pathInside } from "../repository/files/path-inside.ts";
import { askGit } from "../repository/git/git.ts";

/** The repository of a folder, and where in it the folder lies. */
export interface EnclosingRepository {
  /** Absolute. */
  readonly root: string;
  /** Relative to the root, with `/`; null where the folder is the repository itself. */
  readonly within: string | null;
}

/** What is put there to be looked at by itself. */
const isolated = /(?:^|\/)(?:examples?|__?fixtures__?|fixtures?|__tests__|tests?|testdata|templates?)\//i;

/**
 * The repository that a folder is a part of, because a release is that of a repository. A folder stands for itself where it has a
 * configuration of its own, where git lists nothing in it, and among examples, fixtures and tests.
 * @param folder absolute
 */
export function enclosingRepository(folder: string): EnclosingRepository {
  const alone = { root: folder, within: null };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return alone;
  const real = realpathSync(folder);
  const root = repositoryAround(real);
  const within = root === null ? null : pathInside(root, real);
  if (root === null || within === null || within === "") return alone;
  if (isolated.test(`${within}/`) || !listsAnything(root, within)) return alone;
  return { root, within };
}

/** The nearest folder upwards that git or a configuration marks as a repository; null where there is none. */
export function repositoryAround(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git")) || existsSync(join(at, configFileName))) return at;
    if (dirname(at) === at) return null;
  }
}

/** False for a folder that git ignores; a repository without git lists whatever is there. */
function listsAnything(root: string, within: string): boolean {
  const asked = ["--cached", "--others", "--exclude-standard", "-z", "--", within];
  const answer = askGit(root, "ls-files", asked, process.env);
  return !answer.ok || answer.stdout.length > 0;
}
