import { compareVersions, isOlder } from "../../../inventory/versions/compare.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { type DeclaredGenerator, holdsOwnVersion } from "./declared-generator.ts";

/** Generated places that hold an older version than what they are generated from. */
export interface BehindInput {
  /** Never empty; the manifest first, where the output has one. */
  readonly places: readonly JudgedOccurrence[];
  /** The version that the input holds, or current where the input says none. */
  readonly expected: string;
  /** The place in the input; null where it says none. */
  readonly input: JudgedOccurrence | null;
}

/**
 * Holds the output of a generator against its input; null when it is not behind. Where the input says no version, bare
 * numbers in the output are settings of whatever is generated.
 */
export function behindInput(
  { outputs, inputVersions }: DeclaredGenerator,
  current: string,
): BehindInput | null {
  const [input = null] = [...inputVersions].sort((a, b) => compareVersions(b.version, a.version));
  const expected = input?.version ?? current;
  const behind = outputs.filter(
    ({ version, kind }) => isOlder(version, expected) && (input !== null || kind !== "text"),
  );
  if (behind.length === 0) return null;
  const places = behind.sort((a, b) => rank(a) - rank(b));
  return { places, expected, input };
}

function rank(occurrence: JudgedOccurrence): number {
  return holdsOwnVersion(occurrence) ? 0 : 1;
}
