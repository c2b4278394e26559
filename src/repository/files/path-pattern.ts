import picomatch from "picomatch";
import { groupBy } from "../collections/group-by.ts";
import type { Repository } from "../repository.ts";
import { boundedGlob } from "./bounded-glob.ts";

/** Tells of a path, relative to the root and with `/`, whether one of the globs names it. Dot files are meant, too. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const parts = globs.map(globMatcher);
  return (path) => parts.some((matches) => matches(path));
}

/** The discovered files that a glob names, in the order of the repository. */
export function pathsNamed(glob: string, repository: Pick<Repository, "paths" | "has">): readonly string[] {
  if (!picomatch.scan(glob).isGlob) return repository.has(glob) ? [glob] : [];
  const name = glob.startsWith("!") ? undefined : /\/([\w.-]+)$/.exec(glob)?.[1];
  const candidates = name === undefined ? repository.paths : (pathsByName(repository.paths).get(name) ?? []);
  return candidates.filter(globMatcher(glob));
}

const namesOf = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** Many globs end in the name of a file, which few files have. */
function pathsByName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = namesOf.get(paths);
  if (known !== undefined) return known;
  const byName = groupBy(paths, (path) => path.slice(path.lastIndexOf("/") + 1));
  namesOf.set(paths, byName);
  return byName;
}

/**
 * Most paths differ from a glob before its first wildcard or after its last one, which is quicker to see than a regular
 * expression is to be run, or even to be made.
 */
function globMatcher(glob: string): (path: string) => boolean {
  const { base, isGlob, negated } = picomatch.scan(glob);
  const matches = onFirstUse(() => boundedGlob(glob, { dot: true }));
  if (negated || glob.startsWith("./")) return (path) => matches()(path);
  const ending = isGlob ? (/[*?]\/?([\w.-][\w./-]*)$/.exec(glob)?.[1] ?? "") : "";
  return (path) => path.startsWith(base) && path.endsWith(ending) && matches()(path);
}

function onFirstUse<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
