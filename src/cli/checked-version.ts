import { isVersion } from "../inventory/versions/compare.ts";
import { usageError } from "./formats.ts";

/** The version of `--to`, bare as a release script wants it; throws an AuditError for what is no such version. */
export function checkedVersion(version: string): string {
  if (/^\d+\.\d/.test(version) && isVersion(version)) return version;
  const bare = version.replace(/^[v=]+/, "");
  const help =
    !isVersion(bare) || !/^\d+\.\d/.test(bare)
      ? "Write a version such as 2.4.0 or 2.4.0-rc.1."
      : `Write it bare: ${bare}.`;
  throw usageError(`--to ${version} is no version`, help);
}
