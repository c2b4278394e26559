import type { Occurrence } from "../../inventory/occurrence.ts";
import { compareVersions, isOlder } from "../../inventory/versions/compare.ts";
import { tagsOfRepository } from "../../release/released-versions.ts";
import { type TagName, tagName } from "../../release/tag-name.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import { pastTexts } from "./past-texts.ts";
import { nothingAbove, placeIn } from "./place-in.ts";

type Place = Pick<Occurrence, "path" | "span" | "parts" | "version">;

/** What a place held on the days of former releases, from the commits of their tags. */
export interface PlaceHistory {
  /** True where the place held the newest version on the days of two releases, the later one of which it still holds. */
  moved(place: Place): boolean;
  /** True where the place held another version around the day when its own was released. */
  renewed(place: Place): boolean;
  /** True where the place held what it holds when another version was released. */
  stoodAt(place: Place, released: string): boolean;
  /** True where the place held another version when its own was released. */
  wasElsewhere(place: Place): boolean;
  /**
   * True where the place came long after its version was released, and held that from the beginning, or where it came
   * after a newer release.
   */
  cameLater(place: Place): boolean;
  /** True where the place was behind on the days of the last two releases: it is raised after them. */
  lags(place: Place, current: string): boolean;
  /** True where each of the last releases gave the place another number, and none its own: it counts by itself. */
  countsByItself(place: Place, current: string): boolean;
  /**
   * Finds something for each of many places, in their order. Who asks here about a file that has not been read is asked
   * again when all that is wanted has been read together, so that `find` must do nothing but find.
   */
  together<T, R>(places: readonly T[], find: (place: T) => R): R[];
}

/** How many releases before are looked at: one of them may have left the place. */
const depth = 3;
/** And how many after: what is built by hand is built some time after a release. */
const newerLooked = 2;
/** Reads the history of places when it is asked for one. */
export function placeHistoryOf(repository: Repository): PlaceHistory {
  const tags = newestFirst(repository);
  const texts = pastTexts(repository);
  const positions = new Map<string, number>();
  /** Where a version stands among the tags, of which there can be thousands, each asked for once; -1 for none. */
  const positionOf = (version: string): number => {
    const known = positions.get(version) ?? tags.findIndex((tag) => isSame(tag.version, version));
    positions.set(version, known);
    return known;
  };
  /** What the place held at the release of a version and at those before and after it; nothing where it was not there. */
  const held = (place: Place, version: string, newer = 0): readonly Held[] => {
    const from = positionOf(version);
    if (from === -1) return [];
    const at = tags.slice(Math.max(0, from - newer), from + depth + 1);
    const text = repository.read(place.path) ?? "";
    const spans: readonly Span[] = place.parts ?? [place.span];
    return texts.of(place.path, at).flatMap((past, index): Held[] => {
      const released = at[index]?.version;
      if (past === null || released === undefined) return [];
      const values = spans.map((span) =>
        placeIn(past, text, span, spans.length > 1 ? nothingAbove : undefined),
      );
      return values.includes(null) ? [] : [{ value: values.join("."), released }];
    });
  };
  return {
    moved: (place) => {
      const days = held(place, place.version).filter(({ value, released }) => isSame(value, released));
      return days.length > 1 && days[0]?.released === place.version;
    },
    renewed: (place) =>
      held(place, place.version, newerLooked).some(({ value }) => !isSame(value, place.version)),
    stoodAt: (place, released) => held(place, released)[0]?.value === place.version,
    wasElsewhere: (place) => {
      const [day] = held(place, place.version);
      return day !== undefined && isSame(day.released, place.version) && !isSame(day.value, place.version);
    },
    cameLater: (place) => {
      const own = tags.find(({ version }) => version === place.version);
      const [newest] = tags;
      if (own === undefined || newest === undefined || newest === own) return false;
      const [before, now] = texts.of(place.path, [own, newest]);
      const text = repository.read(place.path) ?? "";
      if (before !== null) return false;
      return now === null || (now !== undefined && placeIn(now, text, place.span) === place.version);
    },
    lags: (place, current) => {
      const days = held(place, current).slice(0, 2);
      return days.length === 2 && days.every(({ value, released }) => isOlder(value, released));
    },
    countsByItself: (place, current) => {
      const days = held(place, current).slice(0, depth);
      return (
        days.length > 1 &&
        days[0]?.value === place.version &&
        days.every(({ value, released }, at) => {
          const before = days[at + 1];
          return !isSame(value, released) && value !== before?.value && value !== before?.released;
        })
      );
    },
    together: texts.together,
  };
}

/** What a place held when a version was released. */
interface Held {
  readonly value: string;
  readonly released: string;
}

function isSame(a: string, b: string): boolean {
  return a === b || compareVersions(a, b) === 0;
}

/** The release tags of the whole repository; where there are none, those of its parts. */
function newestFirst(repository: Repository): readonly TagName[] {
  const all = (repository.git?.tags ?? []).flatMap((tag) => tagName(tag) ?? []);
  const isWhole = all.some(({ prefix }) => prefix === "");
  return (isWhole ? tagsOfRepository(all) : all).toSorted((a, b) => compareVersions(b.version, a.version));
}
