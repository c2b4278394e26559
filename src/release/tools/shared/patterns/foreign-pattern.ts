import { boundedSearch } from "../../../bounded-search.ts";
import type { Origin } from "../../../rehearsal.ts";
import { ToolRefusal } from "../../tool-refusal.ts";

/** A match of a pattern that stands in a configuration. */
export interface ForeignMatch {
  /** UTF-16 offsets in the searched text. */
  readonly start: number;
  readonly end: number;
  /** What the groups took, the whole match first; an empty text for one that took no part. */
  readonly groups: readonly string[];
  readonly named: Readonly<Record<string, string>>;
}

/** In milliseconds. */
const longestSearch = 1000;

const program =
  "[...text.matchAll(pattern)].map((found) => [found.index, [...found].map((each) => each ?? ''), { ...found.groups }])";

/**
 * Every match of a pattern in a text, the search bounded in time.
 * @param origin where the pattern stands
 * @throws ToolRefusal where the search takes too long
 */
export function foreignMatches(pattern: RegExp, text: string, origin: Origin): readonly ForeignMatch[] {
  const global = new RegExp(pattern, withGlobal(pattern.flags));
  const found = boundedSearch<Found[]>(program, global, text, longestSearch);
  if (found === null)
    throw new ToolRefusal(`the pattern ${pattern.source.slice(0, 80)} takes too long`, origin);
  return found.map(([start, groups, named]) => ({
    start,
    end: start + (groups[0] ?? "").length,
    groups: [...groups],
    named: Object.fromEntries(Object.entries(named).map(([name, value]) => [name, value ?? ""])),
  }));
}

type Found = [start: number, groups: string[], named: Record<string, string | undefined>];

function withGlobal(flags: string): string {
  return flags.includes("g") ? flags : `${flags}g`;
}

/** Puts a text in the place of every match. */
export function withMatchesReplaced(
  text: string,
  matches: readonly ForeignMatch[],
  replacement: (match: ForeignMatch) => string,
): string {
  let result = "";
  let from = 0;
  for (const match of matches) {
    result += text.slice(from, match.start) + replacement(match);
    from = match.end;
  }
  return result + text.slice(from);
}

/** The pattern that matches a text and nothing else. */
export function literalPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
}
