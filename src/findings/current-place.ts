import { trainAt } from "../release/trains.ts";
import type { Location } from "../repository/text/location.ts";
import type { AuditSoFar, TrainFacts } from "./audit.ts";
import { scriptStart } from "./script-start.ts";

/**
 * The one place that is shown for the version that the tree holds: the manifest version at current nearest to the root,
 * one that the release writes before others, of several the first by path; the release entry when no manifest says
 * current. Of another train than the main one only its own manifests count.
 */
export function currentPlace(audit: AuditSoFar, train: TrainFacts | undefined = audit.trains[0]): Location {
  const { occurrences, release, repository, trains } = audit;
  const isMain = train === trains[0];
  const current = isMain ? release.current : (train?.current ?? null);
  const holders = occurrences.filter(
    ({ kind, version, path, subject }) =>
      kind === "manifest-version" &&
      version === current &&
      (isMain || trainAt({ path, name: subject?.name ?? null }, trains) === train),
  );
  const depth = (path: string) => path.split("/").length;
  const [first] = holders.toSorted(
    (a, b) =>
      Number(b.verdict === "covered") - Number(a.verdict === "covered") || depth(a.path) - depth(b.path),
  );
  return first === undefined ? scriptStart(release.entry, audit) : repository.locate(first.path, first.span);
}
