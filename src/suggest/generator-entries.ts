import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Command } from "../rehearse/rehearsal.ts";
import { folderOf, isWithin } from "../workspace/path.ts";
import { configEntry, exactGlob, takesEntries } from "./config-entry.ts";
import { lockTool } from "./lock-entries.ts";
import type { Repair } from "./repair.ts";
import type { Situation } from "./situation.ts";

/** Lockfiles that a command of the release refreshes after its bump, declared as what they are. */
export function generatorEntries(places: readonly JudgedOccurrence[], situation: Situation): Repair[] {
  if (!takesEntries("generated", situation)) return [];
  const { audit } = situation;
  const commands = audit.rehearsals.flatMap((rehearsal) => rehearsal.commands);
  const files = [...new Set(places.filter(({ kind }) => kind === "lock-entry").map(({ path }) => path))];
  return files.flatMap((path): Repair[] => {
    const writer = commands.find((command) => refreshes(command, path));
    if (writer === undefined) return [];
    const by = writer.argv.slice(0, 2).join(" ");
    return [
      {
        kind: "generator",
        places: places.filter((place) => place.path === path),
        replacements: configEntry("generated", { paths: [exactGlob(path)], by }, situation),
        says: `declares ${path} as written by ${by}, which the release runs`,
      },
    ];
  });
}

/** A tool writes the lockfile next to the manifests of the workspace in which it is started. */
function refreshes({ argv, cwd, writesBefore }: Command, path: string): boolean {
  const writer = lockTool(path);
  const [tool, command = ""] = argv;
  const isFixed = argv.some((argument) =>
    /^--(?:locked|frozen|frozen-lockfile|immutable|offline-mirror)$/u.test(argument),
  );
  return (
    writer !== null &&
    tool === writer.tool &&
    writer.commands.includes(command) &&
    !isFixed &&
    writesBefore > 0 &&
    isWithin(cwd, folderOf(path))
  );
}
