import type { Occurrence } from "../../inventory/occurrence.ts";
import { isUnderDevelopment } from "../../inventory/versions/compare.ts";
import type { Evidence } from "../evidence.ts";
import { isDeployed } from "../owner/deployed-release.ts";
import type { Verdict } from "../verdict.ts";
import { spoken } from "./spoken-of.ts";

/** Kinds of places that are shipped with a release, and are wrong in it where they are raised only after it. */
const declaring = new Set<Occurrence["kind"]>(["manifest-version", "api-version"]);

/** Manifests of package managers that fetch a release, which they know by its checksum. */
const fetching = /\.(?:rb|nix|ya?ml|ps1)$|(?:^|\/)PKGBUILD$|(?:^|\/)bucket\/[^/]+\.json$/iu;
const checksum = /\bsha(?:256|512)(?:sums?)?["']?(?:\s{0,4}[:=]|\s{1,4}["'])|installersha256/iu;

/**
 * True where a release has to be out before the place can be written: it is fetched by its checksum, or deployed by a chart, of
 * which the images have to be there.
 */
function comesLater(occurrence: Occurrence, { repository }: Evidence): boolean {
  const { path } = occurrence;
  if (occurrence.subject?.type === "helm") return isDeployed(occurrence);
  return fetching.test(path) && checksum.test(repository.read(path) ?? "");
}

/** In so many files nobody writes the same line one by one. */
const fewestAlike = 3;

/** What past releases say of a place that holds current, and that nothing is known to write. */
export function caredForBecause(occurrence: Occurrence, verdict: Verdict, evidence: Evidence): string | null {
  if (verdict !== "stale") return null;
  const { past, train, learned, isLearned } = evidence;
  const isOwnRow = occurrence.kind === "manifest-version" || occurrence.kind === "lock-entry";
  if (isLearned && isOwnRow && isUnderDevelopment(train.current))
    return `${train.current} is on the way to a release, which cannot leave it as it is`;
  if ((isLearned || occurrence.kind === "lock-entry") && past.moved(occurrence))
    return `the last release gave it ${occurrence.version}`;
  if (occurrence.kind === "lock-entry" && learned.wroteFile(occurrence.path))
    return "past releases refreshed this lockfile";
  if (isLearned && learned.composedByLast(occurrence))
    return `the last release gave it ${occurrence.version}`;
  const manifests =
    isLearned && occurrence.kind === "manifest-version"
      ? learned.manifestsBesideNew(occurrence, evidence.workspace)
      : 0;
  if (manifests >= fewestAlike)
    return `it came after the last release, which wrote ${manifests} manifests beside it`;
  const beside = isLearned && occurrence.kind === "dependency" ? learned.writtenBesideNew(occurrence) : 0;
  if (beside >= fewestAlike)
    return `it came after the last release, which wrote ${beside} places beside it, in its file or of its package`;
  const alike = isLearned && spoken.has(occurrence.kind) ? learned.writtenAlike(occurrence) : 0;
  if (alike >= fewestAlike) return `past releases wrote the same line in ${alike} other files`;
  const isShipped = declaring.has(occurrence.kind) && !comesLater(occurrence, evidence);
  return !isShipped && past.lags(occurrence, train.current)
    ? "it is raised after each release, and was behind on the days of the last two"
    : null;
}
