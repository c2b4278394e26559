import type { Occurrence } from "../inventory/occurrence.ts";
import type { Edit } from "../release/edits/edit.ts";
import type { Evidence } from "./evidence.ts";
import type { GeneratedFile } from "./generated/generated.ts";
import { isGenericName } from "./owner/identifier-owner.ts";
import { ownerOf } from "./owner/owner.ts";
import { type Ownership, train } from "./owner/ownership.ts";
import { isOfTrain } from "./owner/package-owner.ts";
import { followsThirdParty } from "./owner/third-party.ts";
import { initialVersions } from "./owner/train.ts";
import { isInstruction } from "./purpose/historical-document.ts";
import { lineContext } from "./purpose/line-context.ts";
import { boundName, passingPurposeOf, purposeOf } from "./purpose/purpose.ts";

/** A place that is judged, with what more than one question needs, each found out when it is first asked for. */
export class PlaceInQuestion {
  readonly occurrence: Occurrence;
  /** The edit that rewrites it to the target; null when there is none. */
  readonly edit: Edit | null;
  readonly evidence: Evidence;
  #generator: GeneratedFile | null | undefined;
  #ownership: Ownership | undefined;
  #purpose: string | null | undefined;

  constructor(occurrence: Occurrence, edit: Edit | null, evidence: Evidence) {
    this.occurrence = occurrence;
    this.edit = edit;
    this.evidence = evidence;
  }

  /** What writes its file; null where nothing is known to. */
  get generator(): GeneratedFile | null {
    if (this.#generator === undefined) this.#generator = this.evidence.generatedBy(this.occurrence.path);
    return this.#generator;
  }

  get ownership(): Ownership {
    this.#ownership ??= ownershipOf(this.occurrence, this.evidence, this.generator);
    return this.#ownership;
  }

  /** Why it names a past version on purpose; null when it does not. */
  get purpose(): string | null {
    if (this.#purpose === undefined)
      this.#purpose = purposeUnder(this.ownership, this.occurrence, this.evidence);
    return this.#purpose;
  }
}

/** A number that names nothing else in the output of a generator is ours when it is a version of the train. */
function ownershipOf(occurrence: Occurrence, evidence: Evidence, generator: GeneratedFile | null): Ownership {
  const left = evidence.learned.left(occurrence);
  if (left !== null) return train("proved", left);
  const ownership = ownerOf(occurrence, evidence);
  const guard = evidence.guardOf(occurrence);
  if (guard !== null) return guardedBy(guard, ownership);
  const { kind, version } = occurrence;
  if (generator === null || !isOfTrain(version, evidence)) return ownership;
  if (isOfGenerator(occurrence, generator.output, evidence)) return ownership;
  const isGiven =
    version === evidence.train.current || evidence.given.get(generator.output)?.has(version) === true;
  const isOurs =
    ownership.owner === "foreign"
      ? namesNothing(occurrence) || (kind === "text" && isGiven)
      : kind === "manifest-version" && !initialVersions.has(version);
  return isOurs ? train("likely", "a version of the train in the output of a generator") : ownership;
}

/** Whose version a place is that a check of the repository's own compares with that of the release, whatever else is known. */
function guardedBy(guard: string, { owner, because }: Ownership): Ownership {
  const compared = `${guard} fails where this place alone keeps its version`;
  return train("proved", owner === "train" ? `${because}, and ${compared}` : compared);
}

/**
 * True for `protoc-gen-go v1.30.0` in what protoc-gen-go wrote: which release it was of a generator that is not ours, or of
 * what it took its data from, even where a former release of ours had that number.
 */
function isOfGenerator({ kind, path, span, version }: Occurrence, name: string, evidence: Evidence): boolean {
  if (kind !== "generated-header" || version === evidence.train.current) return false;
  if (evidence.names.inIdentifier(name)) return false;
  if (evidence.npmByName.has(name) || evidence.crateByName.has(name)) return false;
  const { before } = lineContext(evidence.repository, path, span);
  if (followsThirdParty(before, evidence)) return true;
  const own = /([\w.-]{1,80})[\s:@(]{1,40}(?:version\s{1,3})?v?$/iu.exec(before)?.[1] ?? "";
  // A header such as `by Racc 1.8.0` names its generator together with the version.
  return own === name || own.startsWith(`${name}-`) || name === `${own} ${version}`;
}

/** Headers of generators and constants such as `SDK_VERSION` name no subject of their own. */
function namesNothing({ kind, subject }: Occurrence): boolean {
  if (kind === "generated-header") return true;
  return (kind === "constant" || kind === "assignment") && subject !== null && isGenericName(subject.name);
}

/** A version that is not ours can still be named on purpose: history speaks of former releases without our name. */
function purposeUnder(ownership: Ownership, occurrence: Occurrence, evidence: Evidence): string | null {
  const { kind, version, path } = occurrence;
  if (ownership.owner === "train" || ownership.owner === "mentioned") return purposeOf(occurrence, evidence);
  if (ownership.owner === "own-line") return kind === "snippet" ? purposeOf(occurrence, evidence) : null;
  if (ownership.owner === "elsewhere")
    return kind === "dependency" || kind === "lock-entry" ? null : purposeOf(occurrence, evidence);
  if (kind === "constant") return isOfTrain(version, evidence) ? boundName(occurrence) : null;
  const isBare = kind === "text" || kind === "snippet" || kind === "assignment";
  const mayBeOurs = isOfTrain(version, evidence) || isInstruction(path);
  return isBare && mayBeOurs ? passingPurposeOf(occurrence, evidence) : null;
}
