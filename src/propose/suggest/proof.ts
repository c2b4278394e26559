import { auditOpened } from "../../audit.ts";
import type { Finding } from "../../findings/finding.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { openView, type RepositoryOptions } from "../../open-repository.ts";
import { changedRepository } from "../../release/probes/changed-repository.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { overlaps } from "../../repository/text/span.ts";
import { configTextOf } from "../../selection/since/config-text.ts";
import { newFindings } from "../../selection/since/new-findings.ts";
import { changedFiles, contentsAfter, movedSpan } from "./changed-files.ts";
import { isUncovered, type Repair, type Replacement } from "./repair.ts";
import type { Situation } from "./situation.ts";

/** What an audit of the patched repository says about the repairs. */
export interface Proof {
  /** The places that a repair was to mend and that it does not. */
  readonly unrepaired: ReadonlySet<JudgedOccurrence>;
  /** Places that were nobody's business before and are uncovered now, as the repository has them without the patch. */
  readonly exposed: readonly JudgedOccurrence[];
  /** What is found now and was not found before. */
  readonly newFindings: readonly Finding[];
}

/** Audits the repository as it would be with the patch applied; nothing is written. */
export async function prove(
  repairs: readonly Repair[],
  replacements: readonly Replacement[],
  { audit: before, rehearser }: Pick<Situation, "audit" | "rehearser">,
  options: Omit<RepositoryOptions, "root">,
): Promise<Proof> {
  const { repository } = before;
  const view = changedRepository(repository, contentsAfter(changedFiles(replacements, repository)));
  const opened = openView(view, options, configTextOf(view, repository, options.config));
  const { target, targetChosen } = before.release;
  const after = await auditOpened(opened, targetChosen ? { target } : {}, rehearser);
  const now = groupBy(after.occurrences, ({ path }) => path);
  const changed = groupBy(replacements, ({ path }) => path);
  const nowAt = ({ path, span }: JudgedOccurrence): readonly JudgedOccurrence[] => {
    const moved = movedSpan(span, changed.get(path) ?? []);
    return (now.get(path) ?? []).filter((occurrence) => overlaps(occurrence.span, moved));
  };
  const unrepaired = repairs
    .flatMap(({ places }) => places)
    .filter((place) => nowAt(place).some(({ verdict }) => !isKept(verdict)));
  const uncovered = new Set(after.occurrences.filter(isUncovered).map(({ path }) => path));
  const exposed = before.occurrences.filter(
    (place) => uncovered.has(place.path) && !place.owed && nowAt(place).some(isUncovered),
  );
  return {
    unrepaired: new Set(unrepaired),
    exposed,
    newFindings: newFindings(after.findings, before.findings),
  };
}

function isKept(verdict: Verdict): boolean {
  return verdict === "covered" || verdict === "generated" || verdict === "ignored";
}
