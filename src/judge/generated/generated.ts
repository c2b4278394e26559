import type { Config } from "../../config/config.ts";
import type { Generated } from "../../config/schema.ts";
import type { Occurrence, OccurrenceKind } from "../../inventory/occurrence.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import { pathMatcher, pathsNamed } from "../../repository/files/path-pattern.ts";
import { folderOf, isWithin } from "../../repository/packages/path.ts";
import type { Repository } from "../../repository/repository.ts";
import { lockfileRefreshes } from "./lockfile-refreshes.ts";
import { type NamedCommand, namedCommands, startsCommand } from "./named-commands.ts";

/** A file that a generator writes. */
export interface GeneratedFile {
  /** Why it counts as such, as part of a sentence. */
  readonly reason: string;
  /** Names the output that the file is part of; files of one output are written in one go. */
  readonly output: string;
  /** True where nothing but the header of the file says so. */
  readonly isClaimed: boolean;
}

/** Says of a path whether a generator writes it; null when none does. */
export type GeneratedBy = (path: string) => GeneratedFile | null;

/**
 * A file is generated when the configuration declares it and the release runs the generator that it names, or when
 * the file carries a generator's header. A declared generator that the release never runs makes nothing generated:
 * that is exactly how such a file goes stale. Neither does one of which every input is gone. A command that a program
 * around the release names counts as run.
 */
export function generatedBy(
  config: Config,
  repository: Repository,
  rehearsals: readonly Rehearsal[],
  headers: ReadonlyMap<string, { readonly generator: string }>,
): GeneratedBy {
  const named = namedCommands(config, repository);
  const declared = config.generated.map(({ value }, index) => {
    const reason = reasonOf(value, repository, rehearsals, named);
    const file = reason === null ? null : { reason, output: `declared ${index}`, isClaimed: false };
    return { matches: pathMatcher(value.paths), file };
  });
  const refreshed = lockfileRefreshes(rehearsals.flatMap(({ commands }) => commands));
  const fileOf = (path: string): GeneratedFile | null => {
    const table = declared.find(({ matches }) => matches(path));
    if (table !== undefined) return table.file;
    const command = refreshed.get(path);
    if (command !== undefined)
      return { reason: `refreshed by \`${command}\``, output: path, isClaimed: false };
    const generator = headers.get(path)?.generator;
    if (generator === undefined) return null;
    return { reason: `written by ${generator}`, output: generator, isClaimed: true };
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

/**
 * True for an input that is not there and that the release does not write. A folder of which git knows nothing may hold
 * what it ignores, such as the output of a build.
 */
function isGone(input: string, repository: Repository, rehearsals: readonly Rehearsal[]): boolean {
  if (pathsNamed(input, repository).length > 0) return false;
  const folder = folderOf(input.split(/[*?[{]/u, 1)[0] ?? "");
  if (!repository.paths.some((path) => isWithin(folderOf(path), folder))) return false;
  const isInput = pathMatcher([input]);
  return !rehearsals.some(({ writes }) => writes.some(({ path }) => isInput(path)));
}

/** Why a declared generator counts as run; null when nothing starts its command or it has nothing to read any more. */
function reasonOf(
  { by, from }: Generated,
  repository: Repository,
  rehearsals: readonly Rehearsal[],
  named: readonly NamedCommand[],
): string | null {
  if (by === undefined) return "declared as generated";
  if (from.length > 0 && from.every((input) => isGone(input, repository, rehearsals))) return null;
  const started = rehearsals.flatMap(({ commands }) => commands);
  if (started.some(({ command }) => startsCommand(command, by)))
    return `written by \`${by}\`, which the release runs`;
  const around = named.find(({ command }) => startsCommand(command, by));
  return around === undefined ? null : `written by \`${by}\`, which ${around.program} runs`;
}
