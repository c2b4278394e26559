import type { Edit } from "../release/edits/edit.ts";
import { contains, type Span } from "../repository/text/span.ts";

/** The numbers of a version, without what stands behind them. */
const numbersOf = /^\d+(?:\.\d+)*/u;

/**
 * The last edit of a version that is written in components, where they hold the target as they are left: a release
 * rewrites those that change. Null where they hold something else.
 * @param parts the places of the numbers of `version`, in their order
 */
export function editOfParts(
  parts: readonly Span[],
  version: string,
  edits: readonly Edit[],
  target: string,
): Edit | null {
  const numbers = version.split(".");
  const written = parts.map((part) => edits.findLast(({ span }) => contains(span, part)));
  const left = written.map((edit, index) => edit?.after ?? numbers[index] ?? "");
  const last = written.findLast((edit) => edit !== undefined);
  return last !== undefined && left.join(".") === numbersOf.exec(target)?.[0] ? last : null;
}
