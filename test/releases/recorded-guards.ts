import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkOutAt } from "./check-out-at.ts";
import type { Guard } from "./owed-sites.ts";

/**
 * Reads the command line of a check of the recorded lists: `npm run NAME -- MIRROR [--data FILE] [--only TEXT] [--verbose]`.
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded lists are no part of this project.
 */
export function recordedGuards(name: string): { mirror: string; guards: Guard[]; verbose: boolean } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
  });
  const [mirror] = positionals;
  if (mirror === undefined)
    throw new Error(`usage: npm run ${name} -- MIRROR [--data FILE] [--only TEXT] [--verbose]`);
  const data = values.data ?? join(import.meta.dirname, "../../../shared/data/guards.json");
  if (!existsSync(data)) throw new Error(`there is no ${data}: name the recorded lists with --data FILE`);
  const all = JSON.parse(readFileSync(data, "utf8")) as Guard[];
  const guards = all.filter(
    ({ repo, rev }) => values.only === undefined || `${repo} ${rev}`.includes(values.only),
  );
  return { mirror, guards, verbose: values.verbose ?? false };
}

/** What is said of the checkout of a recorded state, with the address that the repository has for its users; null where the mirror lacks it. */
export function atState<T>(mirror: string, { repo, rev }: Guard, say: (folder: string) => T): T | null {
  const gitDirectory = join(mirror, repo.replace("/", "+"), "repo");
  if (!existsSync(gitDirectory)) {
    console.log(`${repo}: there is no ${gitDirectory}`);
    return null;
  }
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-guards-"));
  try {
    const folder = join(scratch, "repository");
    checkOutAt(gitDirectory, rev, folder, `https://github.com/${repo}`);
    return say(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
