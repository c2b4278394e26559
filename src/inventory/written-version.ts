import type { Span } from "../repository/text/span.ts";

/** The operator of a requirement and the `v` of a tag; a lone `=` or `>` only where it opens a string. */
const prefix = /(?:~>[ \t]?|[\^~]|[<>]=[ \t]?|(?<=["'`])(?:=|[<>])[ \t]?)?[vV]?$/;

/**
 * Where a version begins as it is written, with its range operator or its `v`: `^2.3.7`, `v2.3.7`, `~> 2.3.7`. The sign
 * in `<a name="b">1.2.3</a>` closes a tag and compares nothing.
 */
export function writtenWith(text: string, version: Span): Span {
  const before = text.slice(Math.max(0, version.start - 8), version.start);
  const written = prefix.exec(before)?.[0] ?? "";
  const closesTag = written.startsWith(">") && text.charAt(version.end) === "<";
  const length = closesTag ? 0 : written.length;
  return { start: version.start - length, end: version.end };
}
