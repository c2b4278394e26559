import type { AuditSoFar } from "../findings/audit.ts";
import { fileStart } from "../findings/file-start.ts";
import type { Result } from "../findings/finding.ts";
import type { Rule } from "./rule.ts";
import { type SchemaFolder, schemaFolders } from "./shared/couples/schema-folders.ts";

/** A hole in the numbers of a schema folder. A folder may start above 1, because old versions may be removed. */
export const schemaGap: Rule = {
  id: "schema-gap",
  summary: "the numbering of a schema folder has a hole",
  check: (audit) => schemaFolders(audit.repository.paths).flatMap((folder) => gapResults(folder, audit)),
};

const widest = 20;

function gapResults(
  { dir, extension, versions, highest }: SchemaFolder,
  { repository }: AuditSoFar,
): Result[] {
  const lowest = Math.min(...versions.keys());
  const missing: number[] = [];
  // A date for a number would make a hole of thousands, which is another way of numbering.
  for (let version = lowest; version < highest && missing.length <= widest; version++)
    if (!versions.has(version)) missing.push(version);
  const [first] = missing;
  if (first === undefined || missing.length > widest) return [];
  const names = missing.map((version) => `v${version}.${extension}`).join(", ");
  return [...versions]
    .filter(([version]) => version > first)
    .sort(([a], [b]) => a - b)
    .slice(0, 1)
    .map(([, path]) => ({
      severity: "warning",
      message: `${dir} has no ${names}, but goes on to v${highest}.${extension}`,
      location: fileStart(path, repository),
      label: "the first version after the hole",
      related: [],
      why: "data written with a version that is gone cannot be migrated",
      help: `restore ${names} from history, or number the new schema without a hole`,
      family: null,
    }));
}
