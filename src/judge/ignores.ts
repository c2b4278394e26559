import type { Config, Sourced } from "../config/config.ts";
import type { Ignore } from "../config/schema.ts";
import type { Occurrence } from "../inventory/occurrence.ts";
import { type IgnoreComment, ignoreCommentsIn } from "../repository/documents/ignore-comment.ts";
import { pathMatcher } from "../repository/files/path-pattern.ts";
import type { Repository } from "../repository/repository.ts";
import type { Location } from "../repository/text/location.ts";
import { lineContext } from "./purpose/line-context.ts";

/** An `[[ignore]]` of the configuration. */
export interface ConfiguredIgnore extends Sourced<Ignore> {
  readonly matches: (path: string) => boolean;
}

/** Everything by which a user takes places out of the audit. */
export interface Ignores {
  readonly configured: readonly ConfiguredIgnore[];
  /** The comments of every file that has any, by path. */
  readonly comments: ReadonlyMap<string, readonly IgnoreComment[]>;
}

export const noIgnores: Ignores = { configured: [], comments: new Map() };

/** Gathers the ignores. `marked` are the files that hold the marker of an ignore comment. */
export function gatherIgnores(config: Config, repository: Repository, marked: readonly string[]): Ignores {
  return {
    configured: config.ignores.map((entry) => ({
      ...entry,
      matches: pathMatcher([entry.value.path]),
    })),
    comments: new Map(marked.map((path) => [path, ignoreCommentsIn(path, repository.read(path) ?? "")])),
  };
}

/**
 * Why an occurrence is left out; null when it is not. An entry that names a rule is about findings and not about
 * versions.
 */
export function ignoredBecause(
  { path, span, version }: Occurrence,
  { configured, comments }: Ignores,
  repository: Repository,
): string | null {
  for (const { matches, value } of configured) {
    if (value.rule !== undefined || !matches(path)) continue;
    if (value.pattern === undefined || value.pattern === version) return value.reason;
    const { before, after } = lineContext(repository, path, span);
    if (`${before}${version}${after}`.includes(value.pattern)) return value.reason;
  }
  const own = comments.get(path);
  if (own === undefined) return null;
  const { line } = repository.lines(path).position(span.start);
  return own.find((comment) => isInForce(comment) && isAbout(comment, line))?.reason ?? null;
}

/** True for a comment that can ignore something. */
export function isInForce({ reason, flaw }: IgnoreComment): boolean {
  return reason !== null && flaw === null;
}

/** True when an entry of the configuration is about a place, for findings of a rule. */
export function appliesTo({ matches, value }: ConfiguredIgnore, rule: string, place: Location): boolean {
  return (
    (value.rule === undefined || value.rule === rule) &&
    (value.pattern === undefined || place.lineText.includes(value.pattern)) &&
    matches(place.path)
  );
}

/** True when a comment is about a line (1-based) of its file. */
export function isAbout({ lines }: IgnoreComment, line: number): boolean {
  return lines === null || (lines.first <= line && line <= lines.last);
}
