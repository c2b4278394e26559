import type { AuditSoFar } from "../../../findings/audit.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import type { Verdict } from "../../../judge/verdict.ts";
import { isTestOrExample } from "../../../repository/files/test-or-example.ts";

/** https://github.com/googleapis/release-please/blob/main/docs/customizing.md#updating-arbitrary-files */
const annotation = /\bx-release-please-(?:version|major|minor|patch)\b/u;

/** What nothing writes, though a release might. */
const unwritten = new Set<Verdict>(["stale", "behind", "ahead", "independent"]);

/**
 * Versions on lines that are annotated for release-please, in files that no configuration of it names: somebody takes them for
 * rewritten, and they stay.
 */
export function orphanAnnotations({ config, occurrences, repository }: AuditSoFar): JudgedOccurrence[] {
  if (!config.releases.some(({ value }) => value.tool === "release-please")) return [];
  return occurrences.filter(
    ({ path, span, verdict }) =>
      unwritten.has(verdict) &&
      !isTestOrExample(path) &&
      annotation.test(repository.locate(path, span).lineText),
  );
}
