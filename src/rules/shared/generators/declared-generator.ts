import type { Sourced } from "../../../config/config.ts";
import type { Generated } from "../../../config/schema.ts";
import type { AuditSoFar } from "../../../findings/audit.ts";
import { isVersion } from "../../../inventory/versions/compare.ts";
import type { Evidence } from "../../../judge/evidence.ts";
import { namedCommands, startsCommand } from "../../../judge/generated/named-commands.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { isOfTrain } from "../../../judge/owner/package-owner.ts";
import type { Command, Rehearsal } from "../../../release/rehearsal.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";
import { pathMatcher, pathsNamed } from "../../../repository/files/path-pattern.ts";

/** One time that a release starts a generator. */
export interface GeneratorRun {
  readonly rehearsal: Rehearsal;
  readonly command: Command;
  /** Its place among the commands of the rehearsal, 0-based. */
  readonly index: number;
}

/** A `[[generated]]` table held against the repository and the rehearsals. */
export interface DeclaredGenerator {
  readonly table: Sourced<Generated>;
  /** True for a path that the generator writes. */
  readonly writes: (path: string) => boolean;
  /** The versions of the train in its output, without the entries of lockfiles. */
  readonly outputs: readonly JudgedOccurrence[];
  /** What it reads, as far as it exists. */
  readonly inputs: readonly string[];
  /** The versions of the train that its input holds as its own. */
  readonly inputVersions: readonly JudgedOccurrence[];
  /** What it should read and does not exist; globs that match nothing too. */
  readonly missingInputs: readonly string[];
  /** The runs in the releases; empty when it names no command or none of the releases starts it. */
  readonly runs: readonly GeneratorRun[];
  /** True when a program around the release names its command: then it runs, though no rehearsal tells when. */
  readonly namedAround: boolean;
}

/** Reads every `[[generated]]` table, in the order of the configuration. */
export const declaredGenerators = oncePer(readGenerators);

function readGenerators({
  config,
  repository,
  rehearsals,
  occurrences,
  evidence,
}: AuditSoFar): DeclaredGenerator[] {
  const own = occurrences.filter((occurrence) => occurrence.owed && holdsOwnVersion(occurrence));
  const candidates = groupBy(
    occurrences.filter((occurrence) => isOutput(occurrence, evidence)),
    ({ path }) => path,
  );
  const named = namedCommands(config, repository);
  return config.generated.map((table) => {
    const { paths, from, by } = table.value;
    const writes = pathMatcher(paths);
    const found = from.map((input) => ({ input, paths: pathsNamed(input, repository) }));
    const inputs = new Set(found.flatMap((each) => each.paths));
    return {
      table,
      writes,
      outputs: [...candidates].flatMap(([path, outputs]) => (writes(path) ? outputs : [])),
      inputs: [...inputs],
      inputVersions: own.filter(({ path }) => inputs.has(path)),
      missingInputs: found.filter((each) => each.paths.length === 0).map(({ input }) => input),
      runs: by === undefined ? [] : rehearsals.flatMap((rehearsal) => runsOf(by, rehearsal)),
      namedAround: by !== undefined && named.some(({ command }) => startsCommand(command, by)),
    };
  });
}

/** True for the version that a manifest or an API document gives to itself. */
export function holdsOwnVersion({ kind, version }: JudgedOccurrence): boolean {
  return (kind === "manifest-version" || kind === "api-version") && isVersion(version);
}

/**
 * A generated manifest that holds a former release looks like one with a version line of its own, and what the header of
 * a file says is nobody's once its generator is gone.
 */
function isOutput({ owed, kind, verdict, version }: JudgedOccurrence, evidence: Evidence): boolean {
  if (kind === "lock-entry" || verdict === "covered") return false;
  return owed || ((verdict === "independent" || kind === "generated-header") && isOfTrain(version, evidence));
}

function runsOf(by: string, rehearsal: Rehearsal): GeneratorRun[] {
  return rehearsal.commands.flatMap((command, index) =>
    startsCommand(command.command, by) ? [{ rehearsal, command, index }] : [],
  );
}
