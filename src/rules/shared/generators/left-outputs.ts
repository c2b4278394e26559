import type { AuditSoFar } from "../../../findings/audit.ts";
import { trainOfPlace } from "../../../findings/place-train.ts";
import type { OccurrenceKind } from "../../../inventory/occurrence.ts";
import { isOlder } from "../../../inventory/versions/compare.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import { pathMatcher } from "../../../repository/files/path-pattern.ts";
import { isTestOrExample } from "../../../repository/files/test-or-example.ts";

/** Files that by their header a generator writes, and that it did not write since an earlier release. */
export interface LeftOutput {
  readonly version: string;
  /** What the train holds. */
  readonly expected: string;
  /** In the order of the inventory. */
  readonly places: readonly JudgedOccurrence[];
}

/** Kinds of places in which a generator says what it was run with. What it explains may be about any release. */
const stamped = new Set<OccurrenceKind>(["generated-header", "manifest-version", "api-version", "text"]);

/**
 * Generated places of the train that hold an older version than it does, in files that hold its version nowhere. Declared
 * generators are judged by what they read.
 */
export function leftOutputs(audit: AuditSoFar): LeftOutput[] {
  const { config, occurrences } = audit;
  const isDeclared = pathMatcher(config.generated.flatMap(({ value }) => value.paths));
  const places = occurrences.flatMap((place) => {
    const { path, verdict, kind, version } = place;
    const expected = trainOfPlace(place, audit)?.current ?? null;
    const isLeft =
      verdict === "generated" && stamped.has(kind) && expected !== null && isOlder(version, expected);
    return isLeft && !isDeclared(path) && !isTestOrExample(path) ? [{ place, expected }] : [];
  });
  const current = new Set(
    occurrences.filter(({ version }) => version === audit.release.current).map(({ path }) => path),
  );
  const left = places.filter(({ place }) => !current.has(place.path));
  return [...groupBy(left, ({ place, expected }) => `${place.version} ${expected}`).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        { version: first.place.version, expected: first.expected, places: group.map(({ place }) => place) },
      ];
    },
  );
}
