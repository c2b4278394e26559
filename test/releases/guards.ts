/**
 * Audits recorded states of repositories that check their own version places by hand, with nothing configured, and holds
 * their lists against what is judged to be owed.
 *   npm run check:guards -- MIRROR [--data FILE] [--only TEXT] [--verbose]
 */
import { auditBuilt } from "./audit-built.ts";
import { notOwed } from "./owed-sites.ts";
import { atState, recordedGuards } from "./recorded-guards.ts";

const { mirror, guards, isVerbose } = recordedGuards("check:guards");
const total = { sites: 0, owed: 0, refused: 0, wrongCurrent: 0, absent: 0 };
for (const guard of guards) {
  const audit = await atState(mirror, guard, auditBuilt);
  if (audit === null) {
    total.absent += 1;
    continue;
  }
  const missed = notOwed(guard, audit);
  total.sites += guard.sites.length;
  total.owed += guard.sites.length - missed.length;
  if (audit.refusal !== null) total.refused += 1;
  const isListed = guard.sites.some(({ value }) => value === audit.current);
  if (!isListed) total.wrongCurrent += 1;
  console.log(
    `${guard.repo}: ${guard.sites.length - missed.length} of ${guard.sites.length} sites owed, current ${audit.current}${isListed ? "" : ", which no site holds"}, ${audit.mechanism}${audit.refusal === null ? "" : `; refused: ${audit.refusal}`}`,
  );
  if (isVerbose) for (const place of missed) console.log(`    not owed: ${place}`);
}
console.log(
  `in all: ${total.owed} of ${total.sites} sites owed (${((100 * total.owed) / total.sites).toFixed(1)} %), ${total.wrongCurrent} with a current that no site holds, ${total.refused} of ${guards.length} refused, ${total.absent} not in the mirror`,
);
