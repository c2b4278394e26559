import { posix } from "node:path";
import type { Repository } from "../discover/repository.ts";
import type { Command, Rehearsal } from "../rehearse/rehearsal.ts";

/** A `[[generated]]` table, or what is known of one whose output is not. */
export interface ProposedGenerator {
  /** The command as the release gives it. */
  readonly by: string;
  /** The files that it writes, as far as the command alone proves it; empty when somebody has to say. */
  readonly paths: readonly string[];
}

/** The lockfiles that package managers refresh whenever they install, build or check. */
const lockfiles: readonly { readonly command: RegExp; readonly file: string }[] = [
  { command: /^cargo (?:build|check|generate-lockfile|metadata|test|update)\b/, file: "Cargo.lock" },
  { command: /^npm (?:i|install|shrinkwrap)\b/, file: "package-lock.json" },
  { command: /^pnpm (?:i|install)\b(?!.*--frozen-lockfile)/, file: "pnpm-lock.yaml" },
  { command: /^yarn(?:$| install\b(?!.*--(?:frozen-lockfile|immutable)))/, file: "yarn.lock" },
  { command: /^bun (?:i|install)\b/, file: "bun.lock" },
];

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
    const paths = lockfilesOf(command, repository);
    if (paths.length > 0 || telling.test(command.command))
      generators.set(command.command, { by: command.command, paths });
  }
  return [...generators.values()];
}

function lockfilesOf({ command, cwd }: Command, repository: Repository): string[] {
  return lockfiles
    .filter((lockfile) => lockfile.command.test(command))
    .map(({ file }) => posix.join(cwd, file))
    .filter((path) => repository.has(path));
}
