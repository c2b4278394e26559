import type { AuditSoFar } from "../../../findings/audit.ts";
import { fileStart } from "../../../findings/file-start.ts";
import type { MemberValue } from "./member-value.ts";
import { numberedFiles } from "./schema-folders.ts";
import { folderBeside, versionModules } from "./version-modules.ts";

/** The highest `vN` of one extension in a folder; what it is about has to keep up with it. */
export function highestSchema(dir: string, extension: string, { repository }: AuditSoFar): MemberValue[] {
  const versions = numberedFiles(repository.paths, dir, extension);
  const highest = Math.max(...versions.keys());
  const path = versions.get(highest);
  if (path === undefined) return [];
  return [
    {
      what: `the highest schema in ${dir}`,
      value: String(highest),
      how: null,
      location: fileStart(path, repository),
      role: "decides",
    },
  ];
}

/**
 * The newest `vN` that a source file names of a module, called by the last word before `vN`, or by the folder of the
 * file when the module stands beside it. A file that re-exports any speaks the newest that it re-exports, whatever else
 * it imports to convert it.
 */
export function namedModules(path: string, name: string, { repository }: AuditSoFar): MemberValue[] {
  const text = repository.read(path);
  if (text === null) return [];
  const wanted = name.replace(/(?<!\/)\/+$/, "");
  const named = versionModules(path, text).filter(
    (module) =>
      module.stem.at(-1) === wanted ||
      module.stem.join("/").endsWith(wanted) ||
      folderBeside(path, module) === wanted,
  );
  const whole = named.filter(({ how }) => how === "whole");
  const given = whole.length > 0 ? whole : named.filter(({ how }) => how === "part");
  const newest = (given.length > 0 ? given : named).toSorted((a, b) => b.version - a.version)[0];
  if (newest === undefined) return [];
  return [
    {
      what: `the ${newest.how === "import" ? "import" : "re-export"}`,
      value: String(newest.version),
      how: null,
      location: repository.locate(path, newest.span),
      role: "names",
    },
  ];
}
