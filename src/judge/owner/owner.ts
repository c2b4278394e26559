import {
  type Occurrence,
  type OccurrenceKind,
  type Subject,
  subjectName,
} from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";
import { lineContext } from "../purpose/line-context.ts";
import { badgeOwner, isVersionBadge } from "./badge-owner.ts";
import { definedOwner } from "./defined-owner.ts";
import { identifierOwner } from "./identifier-owner.ts";
import { imageOwner } from "./image-owner.ts";
import { lockEntryOwner } from "./lock-entry-owner.ts";
import { manifestOwner } from "./manifest-owner.ts";
import { elsewhere, foreign, type Ownership, ownLine, train } from "./ownership.ts";
import { askedCrateOwner, crateOwner, isOfTrain, npmOwner, pythonOwner } from "./package-owner.ts";
import { textOwner } from "./text-owner.ts";

/** Whose version an occurrence is. */
export function ownerOf(occurrence: Occurrence, evidence: Evidence): Ownership {
  return owners[occurrence.kind](occurrence, evidence);
}

const owners: Record<OccurrenceKind, (occurrence: Occurrence, evidence: Evidence) => Ownership> = {
  "manifest-version": manifestOwner,
  dependency: namedOwner,
  "lock-entry": lockEntryOwner,
  image: namedOwner,
  "api-version": apiOwner,
  constant: identifierOwner,
  schema: () => ownLine(null, "a numbered schema counts by itself"),
  snippet: (occurrence, evidence) => likely(namedOwner(occurrence, evidence)),
  url: urlOwner,
  assignment: identifierOwner,
  toolchain: () => foreign("a toolchain is not ours"),
  "generated-header": textOwner,
  text: textOwner,
};

/** The name next to the version decides. */
function namedOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { subject, version } = occurrence;
  if (subject === null) return textOwner(occurrence, evidence);
  if (subject.type === "npm") return npmOwner(subject.name, version, evidence);
  if (subject.type === "crate")
    return occurrence.kind === "dependency"
      ? askedCrateOwner(subject.name, version, evidence)
      : crateOwner(subject.name, evidence);
  if (subject.type === "python") return pythonOwner(subject.name, version, evidence);
  if (subject.type === "image") return imageOwner(occurrence, evidence);
  if (subject.type === "action") return actionOwner(subject.name, version, evidence);
  return definedOwner(subject, evidence) ?? anyOwner(subject, version, evidence);
}

/** A name of which the place does not say what it is: a package, a crate, a repository. */
function anyOwner(subject: Subject, version: string, evidence: Evidence): Ownership {
  const { name } = subject;
  if (evidence.npmByName.has(name) || evidence.names.isOurPackage(name))
    return npmOwner(name, version, evidence);
  if (evidence.crateByName.has(name)) return crateOwner(name, evidence);
  // A vendor of Composer has many repositories, and the one that is called as the product is no exception.
  const isOthers = subject.type === "composer" && !evidence.names.isOurRepository(name);
  if (isOthers || (!evidence.names.inProse(name) && !evidence.names.isOurUrl(name)))
    return foreign(`${subjectName(subject)} is not defined in this repository`);
  const neighbour = forge.exec(name)?.[1];
  if (
    neighbour !== undefined &&
    version !== evidence.train.current &&
    !evidence.names.isOurRepository(neighbour)
  )
    return elsewhere(`${name} is another repository of the owner, with versions of its own`);
  const isDefinable = evidence.workspace.packages.some(({ type }) => type === subject.type);
  if (isDefinable && version !== evidence.train.current && !evidence.names.opens(name))
    return elsewhere(`${name} is ours by its name, but it is not built here`);
  return isOfTrain(version, evidence)
    ? train("likely", `${name} is ours by its name, and ${version} is a version of the train`)
    : elsewhere(`${name} is ours by its name, but ${version} was never a version of the train`);
}

/** How a repository of a forge is named by an address that leads to something in it. */
const forge = /^(?:github|gitlab)\.com\/([\w.-]+\/[\w.-]+)/u;

/** An action has the versions of the repository in which it lives, and its neighbours of one owner have their own. */
function actionOwner(name: string, version: string, evidence: Evidence): Ownership {
  if (!evidence.names.isOurRepository(name))
    return evidence.names.isOurImage(name)
      ? elsewhere(`the action ${name} is ours by its owner, but it lives in another repository`)
      : foreign(`the action ${name} is not ours`);
  return isOfTrain(version, evidence)
    ? train("likely", `the action ${name} lives here, and ${version} is a version of the train`)
    : elsewhere(`the action ${name} lives here, but ${version} was never a version of the train`);
}

function apiOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { path, version, subject } = occurrence;
  const title = subject?.name ?? "";
  const named =
    evidence.names.inProse(title) || evidence.names.opens(title) || evidence.names.inIdentifier(path);
  const isHeld = version === evidence.train.current;
  if (isHeld && isRound(version) && !evidence.past.moved(occurrence))
    return ownLine(version, "a round number, as APIs have of their own, which never moved with a release");
  if (named && isOfTrain(version, evidence))
    return train("likely", "an API document of ours at a version of the train");
  if (isHeld) return train("likely", "an API document that holds current");
  return named
    ? ownLine(version, "this API has a version line of its own")
    : foreign("an API that is not ours");
}

/** True for the first version of a major one, at which APIs stay for years. */
function isRound(version: string): boolean {
  return /^\d+\.0(?:\.0)?$/u.test(version);
}

function urlOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const named = occurrence.subject === null ? null : namedOwner(occurrence, evidence);
  if (named !== null && named.owner !== "foreign") return likely(named);
  const { before } = lineContext(evidence.repository, occurrence.path, occurrence.span);
  const url = before.slice(
    Math.max(before.lastIndexOf(" "), before.lastIndexOf('"'), before.lastIndexOf("(")) + 1,
  );
  if (!evidence.names.isOurUrl(url))
    return isVersionBadge(url)
      ? badgeOwner(occurrence, evidence)
      : foreign("the URL does not lead to something of ours");
  return isOfTrain(occurrence.version, evidence)
    ? train("likely", "the URL leads to a release of ours")
    : elsewhere(`the URL is ours, but ${occurrence.version} was never a version of the train`);
}

/** Outside manifests a name makes ownership likely and never proves it. */
function likely(ownership: Ownership): Ownership {
  return ownership.owner === "train" ? train("likely", ownership.because) : ownership;
}
