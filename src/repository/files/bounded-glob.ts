import picomatch from "picomatch";

/** What is longer is no pattern that anybody wrote, and the library refuses what is much longer. */
const longestGlob = 4096;

/** About as many steps as take a few milliseconds. */
const mostSteps = 10_000;

/** Which names a glob means. */
export interface GlobOptions {
  /** True when stars mean names that start with a dot, too. */
  readonly dot?: boolean;
  /** True when a star stands for slashes, too, as in the patterns of a shell for texts that are no paths. */
  readonly bash?: boolean;
}

/**
 * Tells of a path, with `/`, whether a glob names it. The library makes a regular expression of the glob, which for
 * several stars in a row tries every way to divide a name among them. Where that would take long, stars and text are
 * held against the path in another way, and a glob that is more than that matches nothing.
 */
export function boundedGlob(glob: string, options: GlobOptions = {}): (path: string) => boolean {
  if (glob === "" || glob.length > longestGlob) return () => false;
  const matches = picomatch(glob, options);
  const segments = options.bash === true ? [glob.replace(/\*{2,}/g, "*")] : glob.split("/");
  const globstars = segments.filter(isGlobstar).length;
  const stars = segments.map((segment) => (isGlobstar(segment) ? 0 : starsIn(segment)));
  // One star in each segment leaves nothing to try.
  if (globstars < 2 && stars.every((count) => count < 2)) return matches;
  const isPlain = !/[[\](){}!+@|\\]/.test(glob);
  return (path) => {
    if (stepsFor(options.bash === true ? [path] : path.split("/"), stars, globstars) <= mostSteps)
      return matches(path);
    return isPlain && plainlyMatches(glob, path, options);
  };
}

function isGlobstar(segment: string): boolean {
  return segment === "**";
}

/** A repeated group, `+(a|b)`, can divide a name in as many ways as several stars. */
function starsIn(segment: string): number {
  return segment.split("*").length - 1 + 4 * (segment.split(/[*+]\(/).length - 1);
}

/** In how many ways the stars could divide the names among them, at most. */
function stepsFor(names: readonly string[], stars: readonly number[], globstars: number): number {
  const longest = Math.max(...names.map((name) => name.length));
  return stars
    .filter((count) => count > 1)
    .reduce((steps, count) => steps * choices(longest, count), choices(names.length, globstars));
}

/** The ways to choose so many of so many. */
function choices(from: number, chosen: number): number {
  let ways = 1;
  for (let index = 1; index <= chosen; index++) ways *= Math.max(1, (from - chosen + index) / index);
  return ways;
}

/** The same for a glob of stars, question marks and text alone, in a time that does not grow with every star. */
export function plainlyMatches(glob: string, path: string, options: GlobOptions = {}): boolean {
  const { dot = false, bash = false } = options;
  if (bash) return matchesInOrder([...glob], [...path], characters);
  const isHidden = (name: string) => !dot && name.startsWith(".");
  const names: Rules = {
    isMany: isGlobstar,
    mayBeAmongMany: (name) => !isHidden(name),
    matches: (segment, name) =>
      !(isHidden(name) && /^[*?]/.test(segment)) && matchesInOrder([...segment], [...name], characters),
  };
  return matchesInOrder(glob.split("/"), path.split("/"), names);
}

/** How parts of a pattern match the items of a list. */
interface Rules {
  /** True for a part that takes any number of items. */
  readonly isMany: (part: string) => boolean;
  readonly mayBeAmongMany: (item: string) => boolean;
  /** True when a part takes an item, and only this one. */
  readonly matches: (part: string, item: string) => boolean;
}

const characters: Rules = {
  isMany: (part) => part === "*",
  mayBeAmongMany: () => true,
  matches: (part, character) => part === "?" || part === character,
};

/**
 * True when the parts match the items one after the other. Of the parts that take many only the last one has to be
 * given more when the rest does not match, so no way is tried twice.
 */
function matchesInOrder(parts: readonly string[], items: readonly string[], rules: Rules): boolean {
  let [at, next] = [0, 0];
  let [many, from] = [-1, 0];
  while (next < items.length) {
    const part = parts[at];
    if (part !== undefined && rules.isMany(part)) {
      many = at++;
      from = next;
    } else if (part !== undefined && rules.matches(part, items[next] ?? "")) {
      at++;
      next++;
    } else if (many !== -1 && rules.mayBeAmongMany(items[from] ?? "")) {
      at = many + 1;
      next = ++from;
    } else return false;
  }
  return parts.slice(at).every(rules.isMany);
}
