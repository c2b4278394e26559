import type { Occurrence } from "../../inventory/occurrence.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Evidence } from "../evidence.ts";
import { elsewhere, foreign, type Ownership, train } from "./ownership.ts";
import { isOfTrain } from "./package-owner.ts";

/** Whose version the tag of a container image is: an owner builds images in several repositories. */
export function imageOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { subject, version } = occurrence;
  const name = subject?.name ?? "";
  if (!evidence.names.isOurImage(name)) return foreign(`the image ${name} is not ours`);
  if (!isOfTrain(version, evidence))
    return elsewhere(`the image ${name} is ours, but ${version} was never a version of the train`);
  return isBuiltElsewhere(name, occurrence, evidence)
    ? elsewhere(`the image ${name} is another one of the owner, and nothing of that name is here`)
    : train("likely", `the image ${name} is ours, and its tag is a version of the train`);
}

/**
 * True for an image that meets a former release by chance: neither the configuration nor its name says that it is the
 * product, nothing of that name is here, and it did not move with the releases.
 */
function isBuiltElsewhere(name: string, occurrence: Occurrence, evidence: Evidence): boolean {
  const { names, past, repository, train: main } = evidence;
  if (occurrence.version === main.current || names.isConfiguredImage(name)) return false;
  const word = name.split("/").at(-1) ?? "";
  if (names.inProse(word) || names.inIdentifier(word) || parts(repository).has(word)) return false;
  return !past.moved(occurrence);
}

/** What the folders and files of a repository are called, `web` of `apps/web/` and of `docker/Dockerfile.web`. */
const parts = oncePer(
  ({ paths }: Repository): ReadonlySet<string> =>
    new Set(paths.flatMap((path) => path.split("/").flatMap((part) => [part, ...part.split(".")]))),
);
