import { overlaps, type Span } from "../repository/text/span.ts";

/** The items that overlap none of the taken spans. Items and spans are both ascending, and the spans disjoint. */
export function withoutOverlaps<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
  taken: readonly Span[],
): T[] {
  if (taken.length === 0) return [...items];
  let next = 0;
  return items.filter((item) => {
    const span = spanOf(item);
    for (; next < taken.length; next++) {
      const other = taken[next];
      if (other === undefined || other.end > span.start) break;
    }
    const other = taken[next];
    return other === undefined || !overlaps(other, span);
  });
}

/** The items in ascending order, each without those that an earlier one overlaps or equals. */
export function ascending<T>(items: readonly T[], spanOf: (item: T) => Span): T[] {
  const sorted = items.toSorted((a, b) => spanOf(a).start - spanOf(b).start || spanOf(a).end - spanOf(b).end);
  let end = -1;
  return sorted.filter((item) => {
    const span = spanOf(item);
    if (span.start < end || (span.start === span.end && span.start === end)) return false;
    end = span.end;
    return true;
  });
}
