import { existsSync } from "node:fs";
import { join } from "node:path";
import { inCheckout } from "./check-out-at.ts";
import { mirrorArguments, recorded } from "./mirror-arguments.ts";
import type { Guard } from "./owed-sites.ts";

/**
 * Reads the command line of a check of the recorded lists: `npm run NAME -- MIRROR [--data FILE] [--only TEXT] [--verbose]`.
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded lists are no part of this project.
 */
export function recordedGuards(name: string): {
  mirror: string;
  guards: readonly Guard[];
  isVerbose: boolean;
} {
  const { mirror, only, isVerbose, own } = mirrorArguments(name, "data FILE");
  const guards = recorded<Guard>(own, "guards.json").filter(
    ({ repo, rev }) => only === undefined || `${repo} ${rev}`.includes(only),
  );
  return { mirror, guards, isVerbose };
}

/** What is said of the checkout of a recorded state, with the address that the repository has for its users; null where the mirror lacks it. */
export async function atState<T>(
  mirror: string,
  { repo, rev }: Guard,
  say: (folder: string) => T,
): Promise<T | null> {
  const gitDirectory = join(mirror, repo.replace("/", "+"), "repo");
  if (!existsSync(gitDirectory)) {
    console.log(`${repo}: there is no ${gitDirectory}`);
    return null;
  }
  return inCheckout({ gitDirectory, revision: rev, origin: `https://github.com/${repo}` }, say);
}
