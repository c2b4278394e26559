import { type Understanding, understand } from "../../doctor.ts";
import type { FoundAudit } from "../../findings/audit.ts";
import { checkedSomething } from "../../findings/checked-something.ts";
import { candidatesOf } from "../../findings/diagnosis/candidates.ts";
import type { Candidate } from "../../findings/diagnosis/diagnosis.ts";
import type { OpenRepository } from "../../open-repository.ts";
import type { Rehearser } from "../../release/thread/rehearser.ts";

/** What is understood of a repository with nothing configured. */
export interface Understood {
  /** The releases that verdicts follow of, the main one first. */
  readonly releases: readonly Candidate[];
  readonly audit: FoundAudit;
}

/** Audits a repository of which nothing is configured; null where that checks nothing. */
export async function understoodAlone(
  opened: OpenRepository,
  rehearser: Rehearser,
  onProgress: (stage: string) => void,
): Promise<Understood | null> {
  const understanding: Understanding = await understand(opened, rehearser, onProgress);
  const { audit, attempts, judged } = understanding;
  if (audit === null || !checkedSomething(audit)) return null;
  const candidates = candidatesOf(attempts, judged, new Map(), opened.repository);
  return { releases: candidates.filter(({ role }) => role !== "not-taken"), audit };
}

/** Whether two audits of one repository say the same of every version string outside of a file. */
export function judgesAlike(a: FoundAudit, b: FoundAudit, besides: string): boolean {
  const verdicts = ({ occurrences }: FoundAudit): string =>
    occurrences
      .filter(({ path }) => path !== besides)
      .map(({ path, span, verdict }) => `${path}:${span.start} ${verdict}`)
      .join("\n");
  return verdicts(a) === verdicts(b);
}
