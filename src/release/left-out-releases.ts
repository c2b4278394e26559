import type { Config } from "../config/config.ts";
import type { Note } from "../repository/repository.ts";
import type { Engine } from "./rehearsal.ts";

/** The configured releases that the engine cannot run, which are left out beside those that it can. */
export function leftOutReleases(
  { releases, file }: Pick<Config, "releases" | "file">,
  engine: Engine,
): Note[] {
  const isNative = engine === "command";
  return releases
    .filter(({ value, source }) => source.from !== "recognised" && (value.command !== undefined) !== isNative)
    .map(({ value: { name } }) => ({
      path: file,
      message: isNative
        ? `the release ${name} was not rehearsed, because --engine command runs only releases with a command: what it writes is missing here`
        : `the release ${name} was not rehearsed, because its command runs only with --engine command: what it writes is missing here`,
    }));
}
