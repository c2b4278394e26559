import { compareVersions } from "../inventory/versions/compare.ts";

/** The first number of a version. */
export const majorOf = (version: string): number => Number(/^\d+/u.exec(version)?.[0]);

/** True for a version above another one that leaves out no major. */
export function isNextOf(version: string, latest: string): boolean {
  return compareVersions(version, latest) > 0 && majorOf(version) <= majorOf(latest) + 1;
}
