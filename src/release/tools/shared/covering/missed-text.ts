import type { KeyPath } from "../../../../repository/documents/document.ts";

/** A place that a release misses, as the configuration of a release tool can name it. */
export interface MissedText {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Where the value stands in a document of JSON, TOML or YAML; null elsewhere. */
  readonly keyPath: KeyPath | null;
  /** What stands before the version on its line, without its indentation, and cut to what tells it from others. */
  readonly before: string;
  readonly after: string;
  /** True where `before` is all that stands before it on its line. */
  readonly startsLine: boolean;
  /** What else in the file reads the same around a version: nothing, places of other versions, or one of this version. */
  readonly alike: "nothing" | "other versions" | "this version";
  /** True where no other line of the file reads so, from its start where `before` begins there. */
  readonly isOnlyLine: boolean;
}

/** What somebody adds to a configuration so that a place is written from then on. */
export interface CoveringEntry {
  /** Where it is added, and what else has to be done, as the end of a sentence that begins with `add`. */
  readonly where: string;
  /** The lines to paste. */
  readonly lines: readonly string[];
}

/**
 * Names a place in the way of one tool, whose configuration stands in the file `config`; null where it cannot be named.
 * `folder` is one whose manifest gets the new version, `""` for the root.
 */
export type Covering = (place: MissedText, config: string, folder: string) => CoveringEntry | null;

/** For tools that write manifests of packages and nothing else, whatever is configured. */
export const coversNothingElse: Covering = () => null;

/** Dotted, as jq, yq and the tools write it: `version`, `info.version`, `packages.0.version`; null with a key that needs quotes. */
export function dottedKey({ keyPath }: MissedText): string | null {
  if (keyPath === null || keyPath.length === 0) return null;
  return keyPath.every((key) => /^[\w-]+$/.test(String(key))) ? keyPath.join(".") : null;
}

/** The place as a pattern of the kind that JavaScript, Rust, Python and `sed -E` share, with the version in the middle. */
export function patternOf({ before, after }: Pick<MissedText, "before" | "after">, version: string): string {
  return `${escaped(before)}${version}${escaped(after)}`;
}

/** A version in whatever grammar, in the patterns that JavaScript, Rust, Python and `sed -E` share. */
export const anyVersion = "[0-9][0-9A-Za-z.+-]*";

/** What is special in a pattern loses its meaning. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
