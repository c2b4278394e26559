import type { Location } from "../repository/text/location.ts";
import type { AuditSoFar } from "./audit.ts";
import { scriptStart } from "./script-start.ts";

/**
 * The one place that is shown for the version that the tree holds: the manifest version at current nearest to the root,
 * one that the release writes before others, of several the first by path; the release entry when no manifest says
 * current.
 */
export function currentPlace({ occurrences, release, repository }: AuditSoFar): Location {
  const holders = occurrences.filter(
    ({ kind, version }) => kind === "manifest-version" && version === release.current,
  );
  const depth = (path: string) => path.split("/").length;
  const [first] = holders.toSorted(
    (a, b) =>
      Number(b.verdict === "covered") - Number(a.verdict === "covered") || depth(a.path) - depth(b.path),
  );
  return first === undefined
    ? scriptStart(release.entry, repository)
    : repository.locate(first.path, first.span);
}
