import { parseVersion } from "../version/version.ts";
import { usageError } from "./formats.ts";

/** The version of `--to`; throws an AuditError for what is no version. */
export function checkedVersion(version: string): string {
  if (parseVersion(version) !== null) return version;
  const bare = version.replace(/^v/, "");
  const help =
    parseVersion(bare) === null
      ? "Write a version such as 2.4.0 or 2.4.0-rc.1."
      : `Write it without the v: ${bare}.`;
  throw usageError(`--to ${version} is no version`, help);
}
