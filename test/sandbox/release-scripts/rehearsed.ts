import { readFileSync } from "node:fs";
import { join } from "node:path";
import { discover } from "../../../src/repository/files/discover.ts";
import { rehearseFolder } from "../rehearse-files.ts";
import { type Done, entryOf, layOut, stoodIn } from "./natively.ts";

/** Rehearses a script in a folder of its own, where the programs that are stood in for say nothing; a text says why not. */
export async function rehearsed(
  folder: string,
  base: string,
  script: string,
  version: string,
): Promise<Done | string> {
  layOut(base, script, folder);
  const answers = Object.fromEntries(stoodIn.flatMap((name) => [[`${name} *`, ""]]));
  const { outcome, writes, commands, log } = await rehearseFolder(folder, {
    entry: entryOf(script),
    args: [version],
    answers,
  });
  if (outcome.ended === "stopped") return outcome.message;
  const repository = discover(folder);
  const files = new Map(
    repository.paths.map((path) => [path, readFileSync(join(folder, path)).toString("base64")] as const),
  );
  for (const { path, after } of writes) {
    if (after === null) files.delete(path);
    else files.set(path, Buffer.from(after).toString("base64"));
  }
  const recorded = new Set<string>([...stoodIn, "git"]);
  return {
    stdout: log.map(({ stream, text }) => (stream === "stdout" ? text : "")).join(""),
    exitCode: outcome.exitCode,
    files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    commands: commands.flatMap(({ argv }) => (recorded.has(argv[0] ?? "") ? [argv.join(" ")] : [])),
  };
}
