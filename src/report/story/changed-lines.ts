import type { Write } from "../../release/rehearsal.ts";
import { hunksOf } from "../patch/hunks.ts";

/** One line that a write takes away or puts in. */
export interface ChangedLine {
  /** 1-based: in the text before for a line that goes, in the text after for one that comes. */
  readonly line: number;
  readonly sign: "-" | "+";
  readonly text: string;
}

/** The lines that differ between the texts before and after a write; none for created, deleted and binary files. */
export function changedLines({ before, after }: Write): ChangedLine[] {
  if (typeof before !== "string" || typeof after !== "string") return [];
  return hunksOf(before, after).flatMap(({ oldStart, newStart, lines }) => {
    let [old, now] = [oldStart, newStart];
    return lines.flatMap((line): ChangedLine[] => {
      const [sign, text] = [line.charAt(0), line.slice(1)];
      if (sign === "-") return [{ line: old++, sign, text }];
      if (sign === "+") return [{ line: now++, sign, text }];
      if (sign === " ") {
        old++;
        now++;
      }
      return [];
    });
  });
}
