/**
 * Audits recorded states of repositories that check their own version places by hand, told of a release that writes what
 * their lists name, but leaves out every third site on purpose, and asks whether the audit reports those. Each state is
 * audited three times, so that every site is left out once.
 *   npm run check:left-out -- MIRROR [--data FILE] [--only TEXT] [--verbose]
 */
import { auditBuilt, type BuiltAudit } from "./audit-built.ts";
import type { Guard } from "./owed-sites.ts";
import { atState, recordedGuards } from "./recorded-guards.ts";
import { writeStandIn } from "./stand-in-release.ts";

const { mirror, guards, isVerbose } = recordedGuards("check:left-out");
const total = { sites: 0, reported: 0, others: 0, absent: 0 };
for (const guard of guards) {
  for (const turn of [0, 1, 2]) {
    const leftOut = guard.sites.filter((_, index) => index % 3 === turn);
    const written = guard.sites.filter((_, index) => index % 3 !== turn);
    const audit = await atState(mirror, guard, (folder) => {
      writeStandIn(folder, guard.sites, written);
      return auditBuilt(folder);
    });
    if (audit === null) {
      total.absent += 1;
      break;
    }
    const silent = leftOut.filter((site) => !isReported(site, audit));
    const others = audit.findings.filter(
      ({ severity, path, line }) =>
        severity !== "note" && !guard.sites.some((site) => site.path === path && site.line === line),
    );
    total.sites += leftOut.length;
    total.reported += leftOut.length - silent.length;
    total.others += others.length;
    console.log(
      `${guard.repo} ${turn}: ${leftOut.length - silent.length} of ${leftOut.length} sites reported, current ${audit.current}, ${others.length} findings elsewhere${audit.refusal === null ? "" : `; refused: ${audit.refusal}`}`,
    );
    if (!isVerbose) continue;
    for (const { path, line, value } of silent)
      console.log(`    silent: ${path}:${line} ${value} ${saidOf(path, line, audit)}`);
    for (const { rule, severity, path, line, message } of others)
      console.log(`    elsewhere: ${severity} ${rule} ${path}:${line} ${message}`);
  }
}
console.log(
  `in all: ${total.reported} of ${total.sites} left out sites reported (${((100 * total.reported) / total.sites).toFixed(1)} %), ${total.others} findings elsewhere, ${total.absent} not in the mirror`,
);

function isReported({ path, line }: Guard["sites"][number], { findings }: BuiltAudit): boolean {
  return findings.some(
    (finding) => finding.severity !== "note" && finding.path === path && finding.line === line,
  );
}

function saidOf(path: string, line: number, { occurrences }: BuiltAudit): string {
  const here = occurrences.filter((place) => place.path === path && place.line === line);
  return here.map(({ verdict, reason }) => `${verdict}: ${reason}`).join(" | ") || "not seen";
}
