import type { Config } from "../config/config.ts";
import { pathMatcher } from "../discover/path-pattern.ts";
import type { Occurrence, OccurrenceKind } from "../occurrences/occurrence.ts";
import type { Rehearsal } from "../rehearse/rehearsal.ts";
import { lockfileRefreshes } from "./lockfile-refreshes.ts";

/** A file that a generator writes. */
export interface GeneratedFile {
  /** Why it counts as such, as part of a sentence. */
  readonly reason: string;
  /** Names the output that the file is part of; files of one output are written in one go. */
  readonly output: string;
}

/** Says of a path whether a generator writes it; null when none does. */
export type GeneratedBy = (path: string) => GeneratedFile | null;

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
  const declared = config.generated.map(({ value }, index) => ({
    matches: pathMatcher(value.paths),
    runs: value.by === undefined || isRun(value.by, rehearsals),
    file: {
      reason:
        value.by === undefined
          ? "declared as generated"
          : `written by \`${value.by}\`, which the release runs`,
      output: `declared ${index}`,
    },
  }));
  const refreshed = lockfileRefreshes(rehearsals.flatMap(({ commands }) => commands));
  const fileOf = (path: string): GeneratedFile | null => {
    const table = declared.find(({ matches }) => matches(path));
    if (table !== undefined) return table.runs ? table.file : null;
    const command = refreshed.get(path);
    if (command !== undefined) return { reason: `refreshed by \`${command}\``, output: path };
    const generator = headers.get(path)?.generator;
    return generator === undefined ? null : { reason: `written by ${generator}`, output: generator };
  };
  // A lockfile has thousands of places, and each of them is asked about.
  const known = new Map<string, GeneratedFile | null>();
  return (path) => {
    const file = known.get(path);
    if (file !== undefined) return file;
    const found = fileOf(path);
    known.set(path, found);
    return found;
  };
}

/** The places in which a generator repeats the version that it was given. */
const repeating = new Set<OccurrenceKind>(["generated-header", "manifest-version", "api-version"]);

/** The versions that the generators of the repository were given, by output. */
export function givenVersions(
  occurrences: readonly Occurrence[],
  fileOf: GeneratedBy,
): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { path, kind, version } of occurrences) {
    if (!repeating.has(kind)) continue;
    const output = fileOf(path)?.output;
    if (output === undefined) continue;
    given.set(output, (given.get(output) ?? new Set<string>()).add(version));
  }
  return given;
}

/** True when a release starts the command, whatever further arguments it gives. */
function isRun(command: string, rehearsals: readonly Rehearsal[]): boolean {
  return rehearsals.some((rehearsal) =>
    rehearsal.commands.some((asked) => asked.command === command || asked.command.startsWith(`${command} `)),
  );
}
