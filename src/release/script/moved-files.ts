import { pathsNamed } from "../../repository/files/path-pattern.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import type { DeadRule } from "./dead-rule.ts";
import { scriptPattern } from "./script-pattern.ts";

/** A place that a dead rule probably means. */
export interface MovedFile {
  readonly path: string;
  /** What the rule seeks; the start of the file when only its name speaks for it. */
  readonly span: Span;
}

/** So many files can hold the name of one that moved; more are no hint any more. */
const mostFiles = 12;

/**
 * The files that a path which matches nothing could mean: those with the same names in the same order and further
 * folders in between, and if the rule seeks something, those in which it is found.
 */
export function movedFiles(rule: DeadRule, repository: Repository): MovedFile[] {
  if (rule.part !== "path") return [];
  const names = rule.shown.split("/").filter((name) => name !== "" && name !== "." && name !== "..");
  const files = pathsNamed(["**", ...names].join("/**/"), repository);
  if (rule.seeks.length === 0)
    return files.length > mostFiles ? [] : files.map((path) => ({ path, span: start }));
  const found = files.slice(0, 20 * mostFiles).flatMap((path) => foundIn(path, rule, repository));
  return found.length > mostFiles ? [] : found;
}

const start: Span = { start: 0, end: 0 };

function foundIn(path: string, { seeks }: DeadRule, repository: Repository): MovedFile[] {
  const text = repository.read(path);
  if (text === null) return [];
  return seeks
    .flatMap(({ source, flags }) => scriptPattern(source, flags)?.placesIn(text) ?? [])
    .map((span) => ({ path, span }));
}
