import { basename } from "node:path";
import type { ReleaseFacts } from "../../findings/audit.ts";
import { verdictMeaning, verdicts } from "../../judge/verdict.ts";
import type { Mechanism } from "../../release/mechanism.ts";
import { counted, grouped } from "../../repository/text/counted.ts";
import { coverage } from "../coverage.ts";
import type { Reported, ReportOptions } from "../report-options.ts";
import { sourceAddress } from "../source-link.ts";
import { leftOutText } from "../summary-text.ts";
import { compactInventory } from "./compact-inventory.ts";
import type { PageData } from "./page-data.ts";
import { pageFindings } from "./page-findings.ts";
import { pageStories, pageTimeline } from "./page-releases.ts";

/** Everything that the page shows of an audit. */
export function pageFacts(audit: Reported, options: ReportOptions): PageData {
  const { repository, summary, notes } = audit;
  return {
    tool: `version-audit ${options.toolVersion}`,
    repository: basename(repository.root),
    answer: answerOf(audit),
    evidence: evidenceOf(audit),
    verdicts: verdicts.map((name) => ({
      name,
      meaning: verdictMeaning[name],
      count: summary.verdicts[name],
    })),
    source: sourceAddress(repository),
    inventory: compactInventory(audit),
    findings: pageFindings(audit, options),
    timeline: pageTimeline(audit),
    stories: pageStories(audit),
    notes: notes.map(({ path, message }) => (path === null ? message : `${path}: ${message}`)),
  };
}

/** What would be wrong after the release, in one sentence. */
function answerOf({ release, summary }: Reported): string {
  const { coverage: share, verdicts: counts } = summary;
  if (share.owed === 0) return `No place is known that a release owes a new version, so nothing was checked.`;
  const wrong = share.owed - share.kept;
  if (wrong === 0)
    return `If ${release.target} were released now, every one of the ${grouped(share.owed)} owed places would be right.`;
  const parts = [
    [counts.stale, "would go stale with this release"],
    [counts.behind, "fell behind at an earlier one"],
    [counts.ahead, "run ahead of it"],
  ] as const;
  const details = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
  const places = `${grouped(wrong)} of ${counted(share.owed, "owed place")}`;
  return `If ${release.target} were released now, ${places} would be wrong afterwards${details.length === 0 ? "" : `: ${details.join(", ")}`}.`;
}

/** How it is known what the release writes. */
const means = {
  script: ({ entry }) => `by running ${entry} in the sandbox`,
  tool: ({ how }) => `by the configuration of ${how}`,
  history: ({ how }) => `by what ${how} wrote`,
  command: ({ entry }) => `by running ${entry} in a copy`,
} satisfies Record<Mechanism, (release: ReleaseFacts) => string>;

/** How it is called, and how sure it is what it writes. */
function callClause({ call, certainties }: ReleaseFacts): string {
  const called = call === null ? "" : `, called as ${call}`;
  return certainties.length === 0 ? called : `${called} (${certainties.join(" and ")})`;
}

function evidenceOf({ release, summary }: Reported): string[] {
  const { mechanism, current, target } = release;
  const known = mechanism === null ? "by nothing" : means[mechanism](release);
  return [
    `From ${current} to ${target}: what the release writes is known ${known}${callClause(release)}.`,
    `Coverage: ${coverage(summary.coverage)}.`,
    `${counted(summary.findings.error, "error")}, ${counted(summary.findings.warning, "warning")}, ${counted(summary.findings.note, "note")} in ${counted(summary.files, "file")}.`,
    ...summary.leftOut.map((leftOut) => `Left out: ${leftOutText(leftOut)}.`),
  ];
}
