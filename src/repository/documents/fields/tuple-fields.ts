import type { Field } from "./field.ts";

/**
 * A name for a version that is given two to four numbers in brackets, perhaps in a call of a type of the
 * same name, and which may say behind them that it is final, as
 * https://docs.python.org/3/library/sys.html#sys.version_info does. A preview is written in other words by each project.
 */
const given =
  /^[ \t]{0,16}_{0,2}version(?:_?(?:info|tuple))?_{0,2}[ \t]{0,10}(?::[^=\n]{1,60})?=[ \t]{0,10}(?:\w{0,20}version\w{0,20})?[([][ \t]{0,10}(\d{1,9}),[ \t]{0,10}(\d{1,9})(?:,[ \t]{0,10}(\d{1,9}))?(?:,[ \t]{0,10}(\d{1,9}))?(?:,[ \t]{0,10}["'](?:final|stable)?["'](?:,[ \t]{0,10}\d{1,3})?)?,?[ \t]{0,10}[)\]]/dgim;

/** Versions that are written as a tuple or a list of numbers. Each stands where its last number does. */
export function tupleFields(text: string): Field[] {
  return [...text.matchAll(given)].flatMap((match) => {
    const parts = (match.indices ?? []).slice(1).filter((at) => at !== undefined);
    const spans = parts.map(([start, end]) => ({ start, end }));
    const span = spans.at(-1);
    if (span === undefined) return [];
    const value = spans.map(({ start, end }) => text.slice(start, end)).join(".");
    return [{ value, span, keyPath: null, scope: [], parts: spans }];
  });
}
