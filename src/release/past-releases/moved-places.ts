import { groupBy } from "../../repository/collections/group-by.ts";
import { formsOf } from "./version-forms.ts";
import { placesOf, type VersionPlace } from "./version-places.ts";

/** What a place is known by from one release to the next: its file, its surroundings, and which of several alike it is. */
export interface PlaceKey {
  readonly path: string;
  readonly surroundings: string;
  readonly line: string;
  readonly outline: string;
  /** 0-based among the places of the file with the same surroundings. */
  readonly ordinal: number;
}

/** What became of a place by a release. */
export interface PlaceFate {
  readonly key: PlaceKey;
  /** True when the release gave it the new version in the same form; false when it left it at the old one. */
  readonly moved: boolean;
}

/** A text at two releases, and the versions that the train held then. */
export interface TwoStates {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Which of the places that held the old version hold the new one after a release. Where a text has gained or lost a
 * place of the same surroundings, as a changelog does, nothing can be said of them but of the one on the first line, for a
 * line that was put in front of others looks like one that was rewritten.
 */
export function fatesOf({ path, before, after, from, to }: TwoStates): PlaceFate[] {
  const old = placesAround(placesOf(before, from));
  const now = new Map(
    [...groupBy([...placesOf(after, from), ...placesOf(after, to)], ({ surroundings }) => surroundings)].map(
      ([surroundings, places]) => [surroundings, withoutDoubles(places)],
    ),
  );
  const [newForms, oldForms] = [formsOf(to), formsOf(from)];
  const fateOf = ({ form }: VersionPlace, { span }: VersionPlace, key: PlaceKey): PlaceFate[] => {
    const written = after.slice(span.start, span.end);
    // What is released has no mark, and a preview that comes after it has the one of Debian.
    const isOfForm =
      written === newForms.get(form) || (form === "full" && written === newForms.get("debian"));
    const isNew = isOfForm && written !== oldForms.get(form);
    return isNew || written === oldForms.get(form) ? [{ key, moved: isNew }] : [];
  };
  const fates: PlaceFate[] = [];
  for (const [surroundings, places] of old) {
    const others = now.get(surroundings) ?? [];
    const known = others.length === places.length ? places : onFirstLines([places, others], [before, after]);
    for (const [ordinal, place] of known.entries()) {
      const { line, outline } = place;
      const other = others[ordinal];
      if (other !== undefined)
        fates.push(...fateOf(place, other, { path, surroundings, line, outline, ordinal }));
    }
  }
  for (const [place, other] of brokenLines(old, now)) {
    const { surroundings, line, outline } = other;
    fates.push(...fateOf(place, other, { path, surroundings, line, outline, ordinal: 0 }));
  }
  return fates;
}

type Places = ReadonlyMap<string, readonly VersionPlace[]>;

/**
 * The places behind which a release broke or joined their line, as a formatter does, before and after: of all whose
 * surroundings are gone and of all that are new, one each begins its line in the same way.
 */
function brokenLines(old: Places, now: Places): [VersionPlace, VersionPlace][] {
  const only = (places: Places, others: Places): ReadonlyMap<string, readonly VersionPlace[]> => {
    const lone = [...places].flatMap(([surroundings, those]) => (others.has(surroundings) ? [] : those));
    return groupBy(lone, ({ opening }) => opening);
  };
  const gone = only(old, now);
  if (gone.size === 0) return [];
  const come = only(now, old);
  return [...gone].flatMap(([opening, places]): [VersionPlace, VersionPlace][] => {
    const [[place, ...others], [other, ...rest]] = [places, come.get(opening) ?? []];
    const isOne = others.length === 0 && rest.length === 0 && /[A-Za-z]/u.test(opening);
    return isOne && place !== undefined && other !== undefined ? [[place, other]] : [];
  });
}

/**
 * Of a text to which entries were added the place on its first line, where the newest version stands in both states: the
 * changelog of a Debian package says there which version it is
 * (https://www.debian.org/doc/debian-policy/ch-source.html#debian-changelog-debian-changelog).
 */
function onFirstLines(
  [places, others]: readonly [readonly VersionPlace[], readonly VersionPlace[]],
  [before, after]: readonly [string, string],
): readonly VersionPlace[] {
  const isFirst = (place: VersionPlace | undefined, text: string): boolean =>
    place !== undefined && !text.slice(0, place.span.start).includes("\n");
  return isFirst(places[0], before) && isFirst(others[0], after) ? places.slice(0, 1) : [];
}

/** The places of a text by their surroundings, each list in the order of the text. */
export function placesAround(places: readonly VersionPlace[]): ReadonlyMap<string, readonly VersionPlace[]> {
  return groupBy(places, ({ surroundings }) => surroundings);
}

/** In the order of the text, one for each start: a place may hold a form of both versions. */
function withoutDoubles(places: readonly VersionPlace[]): VersionPlace[] {
  const byStart = new Map(places.map((place) => [place.span.start, place]));
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}
