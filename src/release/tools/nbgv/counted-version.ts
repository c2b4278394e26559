import { compareVersions } from "../../../inventory/versions/compare.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isOfLine, type VersionFile, versionFile } from "./version-file.ts";

/**
 * The lowest version that a build of the tree can have after one that is released, since every commit is counted: `1.2.31`
 * after `1.2.30`, and `1.3.1` where version.json holds the line 1.3. Null where version.json is no later than that, and where the
 * count stands in the stage, which the next version of the grammar raises.
 * https://github.com/dotnet/Nerdbank.GitVersioning/blob/main/docfx/docs/version-calculation.md
 */
export function countedVersion(current: string, repository: Repository): string | null {
  const file = versionFile(repository);
  if (file === null) return null;
  const { numbers, stage } = file;
  const isThird = numbers.split(".").length === 2 && !stage.includes("{height}");
  const [, before, count] = /^(\d+\.\d+)\.(\d+)(?:-|$)/u.exec(current) ?? [];
  // The count goes on where only the stage is another one.
  if (isThird && before === numbers) return `${numbers}.${Number(count) + 1}${stage}`;
  if (isOfLine(current, file)) return null;
  const first = firstOf(file);
  return compareVersions(current, first) < 0 ? first : null;
}

/** The version of the commit that gave version.json its line, from which the count starts. */
function firstOf({ numbers, stage }: VersionFile): string {
  const counts = stage.includes("{height}");
  const third = counts ? ".0" : ".1";
  const base = numbers.split(".").length === 2 ? `${numbers}${third}` : numbers;
  return `${base}${stage.replace("{height}", "1")}`;
}
