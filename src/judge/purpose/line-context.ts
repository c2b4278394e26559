import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";

/** How far around a version its line is looked at; a minified file is one line of many megabytes. */
const reach = 160;

/** What stands on the same line as a version, at most 160 UTF-16 code units to either side. */
export interface LineContext {
  readonly before: string;
  readonly after: string;
}

/** Cuts the surroundings of a span out of its line. */
export function lineContext(repository: Repository, path: string, span: Span): LineContext {
  const text = repository.read(path);
  if (text === null) throw new Error(`${path} holds an occurrence but no text`);
  const before = text.slice(Math.max(0, span.start - reach), span.start);
  const after = text.slice(span.end, span.end + reach);
  const end = after.search(/[\r\n]/u);
  return {
    before: before.slice(before.lastIndexOf("\n") + 1),
    after: end === -1 ? after : after.slice(0, end),
  };
}
