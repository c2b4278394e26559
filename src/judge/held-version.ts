import type { Occurrence } from "../inventory/occurrence.ts";
import { compareVersions, isOlder, isPartial, isUnderDevelopment } from "../inventory/versions/compare.ts";
import { rangeAdmits } from "../inventory/versions/range.ts";
import type { Evidence } from "./evidence.ts";
import type { GeneratedFile } from "./generated/generated.ts";
import { isLeftToOthers, leftByOtherTrain } from "./other-trains.ts";
import { isPlaceholder } from "./owner/manifest-owner.ts";
import type { Ownership } from "./owner/ownership.ts";
import { likely, type Ruling } from "./ruling.ts";

/** What is ours and names no past version on purpose. */
interface OwnPlace {
  readonly occurrence: Occurrence;
  readonly ownership: Ownership;
  /** What writes the file of the place; null where nothing is known to. */
  readonly generator: GeneratedFile | null;
  readonly evidence: Evidence;
}

/** The verdict on a place that nothing writes the new version to: by what it holds, against what its owner stands at. */
export function compareHeld({ occurrence, ownership, generator, evidence }: OwnPlace): Ruling {
  const { version } = occurrence;
  const { current, history } = evidence.train;
  if (isPlaceholder(version))
    return likely("independent", `${version} is a preview or a placeholder, never a release`);
  if (ownership.owner === "own-line") {
    const left = leftByOtherTrain(occurrence, evidence);
    return left === null
      ? compareOwnLine(occurrence, ownership.version, ownership.because)
      : likely("stale", left);
  }
  const certainty = ownership.owner === "train" ? ownership.certainty : "likely";
  const because = ownership.because;
  const difference = compareVersions(version, current);
  const isWhole = occurrence.kind === "manifest-version" && difference === 0;
  const order = isWhole || !isPartial(version, current) ? difference : null;
  if (generator !== null)
    return { verdict: "generated", reason: `${generator.reason}; ${because}`, certainty };
  if (order === null) {
    if (rangeAdmits(occurrence.text, occurrence.subject?.type ?? null, current))
      return likely("pinned", `${occurrence.text} admits ${current}`);
    return comparePartial(version, because, certainty, evidence);
  }
  if (isLeftToOthers(occurrence, evidence))
    return likely("pinned", `${occurrence.text} admits what comes, and its package is released on its own`);
  if (order === 0) return { verdict: "stale", reason: `${because}, and nothing writes it`, certainty };
  if (order < 0)
    return {
      verdict: "behind",
      reason: `${because}; it holds ${version} while the train holds ${current}`,
      certainty,
    };
  if (isUnderDevelopment(version))
    return likely("pinned", `${because}; ${version} is under development, after ${current}`);
  if (history.released.has(version))
    return {
      verdict: "pinned",
      reason: `${because}; ${version} is released and newer than ${current}`,
      certainty,
    };
  return {
    verdict: "ahead",
    reason: `${because}; no tag explains ${version}, which is newer than ${current}`,
    certainty,
  };
}

/** Compares one or two numbers, which admit every version that begins with them. */
function comparePartial(
  version: string,
  because: string,
  certainty: Ruling["certainty"],
  { train: { current, history } }: Evidence,
): Ruling {
  if (admits(version, current)) return likely("pinned", `${version} admits ${current}`);
  const isNewer = compareVersions(version, current) > 0;
  if (isNewer && [...history.released].some((released) => admits(version, released)))
    return {
      verdict: "pinned",
      reason: `${because}; ${version} is released and newer than ${current}`,
      certainty,
    };
  const verdict = isNewer ? "ahead" : "behind";
  return { verdict, reason: `${because}; ${version} does not admit ${current}`, certainty };
}

/** A place next to the name of a subject with its own line is behind when that subject has moved on. */
function compareOwnLine(occurrence: Occurrence, own: string | null, because: string): Ruling {
  const followsOther = occurrence.kind === "snippet";
  if (!followsOther || own === null) return likely("independent", because);
  const isBehind = isOlder(occurrence.version, own);
  if (!isBehind) return likely("independent", because);
  return likely("behind", `${because}; this place holds ${occurrence.version}`);
}

/** True when a partial version such as `2` or `2.3` is the beginning of the full one. */
export function admits(partial: string, full: string): boolean {
  return full === partial || full.startsWith(`${partial}.`);
}
