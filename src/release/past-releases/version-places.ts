import type { Span } from "../../repository/text/span.ts";
import { type FormName, formsOf } from "./version-forms.ts";

/** One place of a text that holds a version in one of its forms. */
export interface VersionPlace {
  readonly span: Span;
  readonly form: FormName;
  /**
   * What stands around it with every version left out: its line, and the line before, on which lockfiles and manifests
   * name whose version it is. It stays the same while a release rewrites nothing but versions.
   */
  readonly surroundings: string;
  /** The same of its line alone, for a place whose neighbour has changed. */
  readonly line: string;
  /** What its line begins with, up to the version, for a place behind which the line was broken. */
  readonly opening: string;
  /** The lines above that it is indented below, the outermost first, each as `line` is. */
  readonly outline: string;
}

/** A file of more has no places, so that no single file takes long. In UTF-16 code units. */
const longestText = 12_000_000;
/** A line of more is no line that somebody wrote, and its surroundings are cut. */
const longestLine = 400;

/** Every place of a text that holds a version in one of its forms, in the order of the text. */
export function placesOf(text: string, version: string): VersionPlace[] {
  if (text.length > longestText) return [];
  const places: Omit<VersionPlace, "outline">[] = [];
  const taken = new Set<number>();
  for (const [form, written] of formsOf(version)) {
    for (let start = text.indexOf(written); start !== -1; start = text.indexOf(written, start + 1)) {
      const end = start + written.length;
      if (taken.has(start) || !stands(text, start, end)) continue;
      taken.add(start);
      places.push({ span: { start, end }, form, ...surroundingsOf(text, start) });
    }
  }
  return outlined(
    text,
    places.sort((a, b) => a.span.start - b.span.start),
  );
}

/** Adds to places in the order of their text what they are indented below. */
function outlined(text: string, places: readonly Omit<VersionPlace, "outline">[]): VersionPlace[] {
  const above: { readonly indent: number; readonly line: string }[] = [];
  const found: VersionPlace[] = [];
  let start = 0;
  for (const place of places) {
    for (let end = text.indexOf("\n", start); end !== -1 && end < place.span.start; ) {
      const indent = indentAt(text, start);
      if (start + indent < end) {
        while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
        above.push({ indent, line: text.slice(start, Math.min(end, start + longestLine)) });
      }
      start = end + 1;
      end = text.indexOf("\n", start);
    }
    const indent = indentAt(text, start);
    const outer = above.filter((each) => each.indent < indent).map(({ line }) => withoutMoving(line));
    found.push({ ...place, outline: outer.join("\n") });
  }
  return found;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return at - start;
}

/** True where the span is no part of a longer number or of a word; a platform or a build may follow. */
function stands(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (/(?:[0-9A-Za-z]|\d\.)$/u.test(before) && !/(?:^|[^0-9A-Za-z])[vV]$/u.test(before)) return false;
  return !/^(?:[0-9A-Za-z]|\.\d)/u.test(text.slice(end, end + 2));
}

function surroundingsOf(text: string, at: number): Pick<VersionPlace, "surroundings" | "line" | "opening"> {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const before = start === 0 ? "" : text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1);
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end === -1 ? text.length : end);
  const column = at - start;
  const near = line.slice(Math.max(0, column - longestLine), column + longestLine);
  const own = withoutMoving(near);
  const opening = withoutMoving(line.slice(Math.max(0, column - longestLine), column));
  return { surroundings: `${withoutMoving(before.slice(0, longestLine))}\n${own}`, line: own, opening };
}

/** Dates with their time, also as manual pages spell them, `2026\-08\-11` and `October 2024`. */
const dates =
  /\d{4}(?:\\?-|\/)\d{2}(?:\\?-|\/)\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?: ?[+-]\d{2}:?\d{2}|Z)?)?|(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber) (?:\d{1,2}, )?\d{4}/gu;

/**
 * What else moves with a release or by chance: versions with their range, a stage behind a point as Python and Maven write
 * it, the hashes of revisions and contents, and the lines of a source to which an address leads (`#L120-L134`).
 */
const moving =
  /[\^~=<>v]{0,3}(?<![\d._])\d{1,9}(?:[._]\d{1,9})+(?:[-+~]?[A-Za-z][0-9A-Za-z.+-]{0,60}|-\d{1,9}(?:\.\d{1,9}){0,3}(?![\w.-])|\.(?:dev|git|post|pre|rc|alpha|beta|SNAPSHOT|Final|RELEASE)\d{0,9})?|\b[0-9a-f]{7,64}\b|#L\d{1,7}(?:-L\d{1,7})?|sha\d{1,3}-[0-9A-Za-z+/=]+/gu;

/** A line without what moves in it, so that one and the same place is known from one release to the next. */
export function withoutMoving(line: string): string {
  return line.trim().replace(dates, "0").replace(moving, "0");
}
