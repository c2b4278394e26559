import { isTable } from "../shared/configuration/table.ts";
import { satisfies } from "./json-path-filter.ts";
import { parsePath, type Step } from "./json-path-steps.ts";

/** One value that a path leads to. */
export interface PathMatch {
  /** The object or list that holds it; null for the root. */
  readonly parent: unknown;
  readonly key: string;
  readonly value: unknown;
  /** The keys from the root, the value's own last. */
  readonly keys: readonly string[];
}

/**
 * The values that a JSONPath leads to, in the dialect of the package `jsonpath-plus`: https://github.com/JSONPath-Plus/JSONPath.
 * Throws an UnknownPath for an expression that is more than names, indexes, unions, slices, stars, descents, parents and
 * comparisons.
 */
export function pathMatches(root: unknown, path: string): readonly PathMatch[] {
  let matches: PathMatch[] = [{ parent: null, key: "$", value: root, keys: [] }];
  let trails: readonly (readonly PathMatch[])[] = [[]];
  for (const step of parsePath(path)) {
    const next = matches.flatMap((match, index) => follow(match, trails[index] ?? [], step));
    matches = next.map(({ match }) => match);
    trails = next.map(({ trail }) => trail);
  }
  return matches;
}

interface Way {
  readonly match: PathMatch;
  /** The matches that lead to it, for the way back up. */
  readonly trail: readonly PathMatch[];
}

function follow(match: PathMatch, trail: readonly PathMatch[], step: Step): Way[] {
  const below = [...trail, match];
  const ways = (children: readonly PathMatch[]): Way[] =>
    children.map((child) => ({ match: child, trail: below }));
  if (step.kind === "parent") {
    const parent = trail.at(-1);
    return parent === undefined ? [] : [{ match: parent, trail: trail.slice(0, -1) }];
  }
  if (step.kind === "descent") return descend({ match, trail });
  const children = childrenOf(match);
  if (step.kind === "all") return ways(children);
  if (step.kind === "names")
    return ways(step.names.flatMap((name) => children.filter(({ key }) => key === name)));
  if (step.kind === "slice") return ways(sliced(children, step.slice));
  return step.kind === "filter"
    ? ways(children.filter(({ key, value }) => satisfies(step.filter, value, key)))
    : [];
}

/** The value itself and everything below it that can hold something. */
function descend(way: Way): Way[] {
  const below = [...way.trail, way.match];
  const children = childrenOf(way.match).filter(({ value }) => typeof value === "object" && value !== null);
  return [way, ...children.flatMap((child) => descend({ match: child, trail: below }))];
}

function childrenOf({ value, keys }: PathMatch): PathMatch[] {
  if (!Array.isArray(value) && !isTable(value)) return [];
  return Object.entries(value).map(([key, item]) => ({
    parent: value,
    key,
    value: item,
    keys: [...keys, key],
  }));
}

function sliced(children: readonly PathMatch[], [start, end, step]: readonly (number | null)[]): PathMatch[] {
  return children.slice(start ?? 0, end ?? undefined).filter((_, index) => index % (step ?? 1) === 0);
}
