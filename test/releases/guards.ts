/**
 * Audits recorded states of repositories that check their own version places by hand, with nothing configured, and holds
 * their lists against what is judged to be owed.
 *   npm run check:guards -- MIRROR [--data FILE] [--only TEXT] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo; the recorded lists are no part of this project.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { auditBuilt } from "./audit-built.ts";
import { checkOutAt } from "./check-out-at.ts";
import { type Guard, notOwed } from "./owed-sites.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
});
const [mirror] = positionals;
if (mirror === undefined)
  throw new Error("usage: npm run check:guards -- MIRROR [--data FILE] [--only TEXT] [--verbose]");
const data = values.data ?? join(import.meta.dirname, "../../../shared/data/guards.json");
if (!existsSync(data)) throw new Error(`there is no ${data}: name the recorded lists with --data FILE`);

const guards = (JSON.parse(readFileSync(data, "utf8")) as Guard[]).filter(
  ({ repo, rev }) => values.only === undefined || `${repo} ${rev}`.includes(values.only),
);
const total = { sites: 0, owed: 0, refused: 0, wrongCurrent: 0, absent: 0 };
for (const guard of guards) {
  const git = join(mirror, guard.repo.replace("/", "+"), "repo");
  if (!existsSync(git)) {
    total.absent += 1;
    console.log(`${guard.repo}: there is no ${git}`);
    continue;
  }
  const scratch = mkdtempSync(join(tmpdir(), "version-audit-guards-"));
  try {
    const folder = join(scratch, "repository");
    checkOutAt(git, guard.rev, folder, `https://github.com/${guard.repo}`);
    const audit = auditBuilt(folder);
    const missed = notOwed(guard, audit);
    total.sites += guard.sites.length;
    total.owed += guard.sites.length - missed.length;
    if (audit.refusal !== null) total.refused += 1;
    const isListed = guard.sites.some(({ value }) => value === audit.current);
    if (!isListed) total.wrongCurrent += 1;
    console.log(
      `${guard.repo}: ${guard.sites.length - missed.length} of ${guard.sites.length} sites owed, current ${audit.current}${isListed ? "" : ", which no site holds"}, ${audit.mechanism}${audit.refusal === null ? "" : `; refused: ${audit.refusal}`}`,
    );
    if (values.verbose) for (const place of missed) console.log(`    not owed: ${place}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
console.log(
  `in all: ${total.owed} of ${total.sites} sites owed (${((100 * total.owed) / total.sites).toFixed(1)} %), ${total.wrongCurrent} with a current that no site holds, ${total.refused} of ${guards.length} refused, ${total.absent} not in the mirror`,
);
