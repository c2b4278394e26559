import picomatch from "picomatch";
import type { Config } from "../config/config.ts";
import type { Rehearsal } from "../rehearse/rehearsal.ts";

/** Why a file counts as written by a generator; null when it does not. */
export type GeneratedBy = (path: string) => string | null;

/**
 * A file is generated when the configuration declares it and the release runs the generator that it names, or when
 * the file carries a generator's header. A declared generator that the release never runs makes nothing generated:
 * that is exactly how such a file goes stale.
 */
export function generatedBy(
  config: Config,
  rehearsals: readonly Rehearsal[],
  headers: ReadonlyMap<string, { readonly generator: string }>,
): GeneratedBy {
  const declared = config.generated.map(({ value }) => ({
    matches: picomatch([...value.paths], { dot: true }),
    by: value.by ?? null,
    runs: value.by === undefined || isRun(value.by, rehearsals),
  }));
  return (path) => {
    const table = declared.find(({ matches }) => matches(path));
    if (table !== undefined) {
      if (!table.runs) return null;
      return table.by === null
        ? "declared as generated"
        : `written by \`${table.by}\`, which the release runs`;
    }
    const header = headers.get(path);
    return header === undefined ? null : `written by ${header.generator}`;
  };
}

/** True when a release starts the command, whatever further arguments it gives. */
export function isRun(command: string, rehearsals: readonly Rehearsal[]): boolean {
  return rehearsals.some((rehearsal) =>
    rehearsal.commands.some((asked) => asked.command === command || asked.command.startsWith(`${command} `)),
  );
}
