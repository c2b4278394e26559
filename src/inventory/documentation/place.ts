import type { Span } from "../../repository/text/span.ts";
import type { OccurrenceKind, Subject } from "../occurrence.ts";
import { writtenWith } from "../written-version.ts";

/** How far before a version a name is looked for, in UTF-16 code units. A minified file is one line of megabytes. */
const reach = 300;
const reachAfter = 160;

/** A version in a text, with what stands before it. */
export interface Place {
  /** At most 300 UTF-16 code units before the version as it is written, over several lines. */
  readonly before: string;
  /** What of `before` stands on the same line. */
  readonly line: string;
  /** What follows the version on the same line, at most 160 UTF-16 code units. */
  readonly after: string;
  /** The range operator or `v` that is written with the version; often empty. */
  readonly prefix: string;
  /** True in documents, where a pair of name and version is an excerpt of a manifest. */
  readonly isProse: boolean;
}

/** What a version is bound to by what stands before it. */
export interface Binding {
  readonly kind: Extract<OccurrenceKind, "snippet" | "url" | "assignment">;
  readonly subject: Subject | null;
}

/** Cuts the surroundings of a version out of a text. */
export function placeOf(text: string, version: Span, isProse: boolean): Place {
  const { start } = writtenWith(text, version);
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(version.end, version.end + reachAfter);
  const end = after.search(/[\r\n]/);
  return {
    before,
    after: end === -1 ? after : after.slice(0, end),
    line: before.slice(before.lastIndexOf("\n") + 1),
    prefix: text.slice(start, version.start),
    isProse,
  };
}

/** The longest run of matching characters at the end of a text. */
export function trailing(text: string, characters: RegExp): string {
  let start = text.length;
  while (start > 0 && characters.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}

export function snippet(type: Subject["type"], name: string): Binding {
  return { kind: "snippet", subject: { type, name } };
}
