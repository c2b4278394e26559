import { lockfileRefreshes } from "../../judge/generated/lockfile-refreshes.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Repository } from "../../repository/repository.ts";

/** A `[[generated]]` table, or what is known of one whose output is not. */
export interface ProposedGenerator {
  /** The command as the release gives it. */
  readonly by: string;
  /** The files that it writes, as far as the command alone proves it; empty when somebody has to say. */
  readonly paths: readonly string[];
}

const telling =
  /(?:^|[\s/:_.-])(?:build|changelog|codegen|gen|generate\w{0,40}|openapi|prisma|protoc|typegen)(?:$|[\s/:_.-])/i;

/** The commands of the release that were not run and look as if they wrote files. */
export function proposedGenerators(
  rehearsals: readonly Rehearsal[],
  repository: Repository,
): ProposedGenerator[] {
  const generators = new Map<string, ProposedGenerator>();
  for (const command of rehearsals.flatMap(({ commands }) => commands)) {
    if (command.answer !== "not run" || generators.has(command.command)) continue;
    const paths = [...lockfileRefreshes([command]).keys()].filter((path) => repository.has(path));
    if (paths.length > 0 || telling.test(command.command))
      generators.set(command.command, { by: command.command, paths });
  }
  return [...generators.values()];
}
