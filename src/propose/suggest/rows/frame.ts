import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";

/** What stands around a version, by which a pattern can find it: `head subject link version quote`. */
export interface Frame {
  readonly head: string;
  /** The name next to the version; null for a frame that goes by the rest of the line alone. */
  readonly subject: string | null;
  /** From the subject, or from the start, to the version; it may reach over line breaks. */
  readonly link: string;
  /** The quote that closes the version; empty where none does. */
  readonly quote: string;
  /** True when the frame begins at the start of a line. */
  readonly anchored: boolean;
}

/** Lines above the place in which its name is sought. */
const linesAbove = 3;
/** No pattern that somebody wants to read is longer. */
const longest = 120;

/**
 * The frames of a place, the plainest first: a manifest is known by its file, so its version needs no name; every other
 * place is told by the name next to it, on its line or just above, before its line alone will do.
 */
export function framesOf({ path: _, span, subject, version, kind }: JudgedOccurrence, text: string): Frame[] {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const left = text.slice(lineStart, span.start);
  const quote = quoteAround(left, text.charAt(span.end));
  if (quote === "" && !/^\d+\.\d+\.\d+/u.test(version)) return [];
  const named = subject === null ? [] : namedFrames(text, lineStart, left, subject.name);
  const line = lineFrame(left);
  const above = aboveFrame(text, lineStart, left);
  const isByFile = kind === "manifest-version" || kind === "api-version";
  const frames = isByFile ? [line, ...named, above] : [...named, line, above];
  return frames
    .filter((frame) => frame !== null)
    .map((frame) => ({ ...frame, quote }))
    .filter(isUsable);
}

type OpenFrame = Omit<Frame, "quote">;

/** The quote that opens right before the version, apart from an operator, and closes right after it. */
function quoteAround(left: string, next: string): string {
  const [, opening = ""] = /(["'`])[\^~=<>v ]*$/u.exec(left) ?? [];
  return opening === next ? opening : "";
}

function namedFrames(text: string, lineStart: number, left: string, name: string): OpenFrame[] {
  const at = left.lastIndexOf(name);
  if (at !== -1) {
    const [head = ""] = /["'`]?$/u.exec(left.slice(0, at)) ?? [];
    return [{ head, subject: name, link: left.slice(at + name.length), anchored: false }];
  }
  let start = lineStart;
  for (let count = 0; count < linesAbove && start > 0; count++) {
    start = text.lastIndexOf("\n", start - 2) + 1;
    const above = text.slice(start, lineStart);
    const found = above.indexOf(name);
    if (found === -1) continue;
    const head = above.slice(0, found).trimStart();
    return [{ head, subject: name, link: above.slice(found + name.length) + left, anchored: false }];
  }
  return [];
}

/** What stands before the version on its line. */
function lineFrame(left: string): OpenFrame {
  const link = left.trimStart();
  return { head: "", subject: null, link, anchored: link === left && /^(?:\w|$)/u.test(link) };
}

/** The same with the line above it. */
function aboveFrame(text: string, lineStart: number, left: string): OpenFrame | null {
  if (lineStart < 2) return null;
  const start = text.lastIndexOf("\n", lineStart - 2) + 1;
  const above = text.slice(start, lineStart).trimStart();
  return above.trim() === "" ? null : { head: "", subject: null, link: above + left, anchored: false };
}

/** A frame that holds another version no longer fits after the next release. */
function isUsable({ head, link }: Frame): boolean {
  return head.length + link.length <= longest && !/\d\.\d+\.\d/u.test(head + link);
}
