import { compareVersions, isRelease } from "../inventory/versions/compare.ts";
import type { Repository } from "../repository/repository.ts";
import { type Claim, weightOf } from "./current-claims.ts";
import { majorOf } from "./next-version.ts";
import { releaseTags } from "./past-releases/release-tags.ts";
import { hasTagsOfRepository, historyOf, tagsOfRepository } from "./released-versions.ts";
import { counted } from "./tag-name.ts";

/** So many releases of a later major line, which the checked-out commit can see, show that a place does not follow them. */
const enoughMajor = 3;
/** So many later releases of its own major line show that a place was left behind by them. */
const enoughLater = 2;

/**
 * Whether releases that the checked-out commit can see have passed a claim by, unless a tool or the tags of a package make
 * it: it holds a former release, or begins a major line, and newer major lines have come, or it was left at a former
 * release of the line whose newest one the tree sees.
 */
export function passedBy(repository: Repository): (claim: Claim) => boolean {
  const seen = tagsOfRepository(releaseTags(repository)).map(({ version }) => version);
  const { latest } = historyOf(repository.git);
  const isNewest = latest !== null && hasTagsOfRepository(repository.git) && seen.includes(latest);
  const isOutrun = (version: string): boolean =>
    seen.filter((released) => majorOf(released) > majorOf(version)).length >= enoughMajor &&
    (seen.includes(version) || /^\d+\.0(?:\.0)?$/u.test(version));
  const isLeft = (version: string): boolean => {
    if (!isNewest || !seen.includes(version) || !isRelease(version)) return false;
    const later = seen.filter(
      (released) =>
        isRelease(released) &&
        majorOf(released) === majorOf(version) &&
        compareVersions(released, version) > 0,
    );
    return new Set(later).size >= enoughLater;
  };
  // What is counted begins with numbers that somebody chose, which are no version of their own.
  const isBegin = (version: string): boolean =>
    latest !== null && counted.test(latest) && latest.startsWith(`${version}.`);
  return ({ version, weight }) =>
    weight < weightOf.tool && (isOutrun(version) || isLeft(version) || isBegin(version));
}
