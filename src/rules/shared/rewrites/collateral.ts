import { diffLines } from "diff";
import { withoutPrefixedVersions } from "../../../inventory/versions/without-versions.ts";

/** What a rewrite of a file changes besides versions. */
export interface Collateral {
  /** Lines that are not the same any more, though no version in them explains it; new lines do not count. */
  readonly lines: number;
  /** The first of them, 1-based, in the text before. */
  readonly firstLine: number;
  /** True when only blanks and line breaks differ. */
  readonly isFormatting: boolean;
}

/** Compares two states of a file as if all versions and all days were equal; null when nothing else is lost or changed. */
export function collateralOf(before: string, after: string): Collateral | null {
  // A wrong prefix is the business of another rule.
  const [old, now] = [
    withoutDates(withoutPrefixedVersions(before)),
    withoutDates(withoutPrefixedVersions(after)),
  ];
  const [from, to] = [withoutCommas(old), withoutCommas(now)];
  if (from === to) return null;
  let line = 1;
  let lines = 0;
  let firstLine = 0;
  for (const part of diffLines(from, to)) {
    if (part.added) continue;
    if (part.removed) {
      if (lines === 0) firstLine = line;
      lines += part.count;
    }
    line += part.count;
  }
  const isFormatting = withoutBlanks(old) === withoutBlanks(now);
  return lines === 0 ? null : { lines, firstLine, isFormatting };
}

/** Whether anything that looks like a version is another one, or stands elsewhere among them. */
export function changesVersions(before: string, after: string): boolean {
  const versions = (text: string): string => (text.match(/\d{1,9}\.\d{1,9}[\w.+-]{0,60}/gu) ?? []).join(" ");
  return versions(before) !== versions(after);
}

/** The day of a release, as `CITATION.cff` and changelogs give it, is written with its version and is no loss. */
function withoutDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, "0");
}

/** A line to which others are added behind it ends in a comma then, and has lost nothing. */
function withoutCommas(text: string): string {
  return text.replace(/,(?=\r?$)/gmu, "");
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, "");
}
