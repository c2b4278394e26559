import type { Config } from "../config/config.ts";
import { relativeImports } from "../config/release-invocation.ts";
import type { Repository } from "../discover/repository.ts";
import { folderOf, isWithin } from "../workspace/path.ts";

/** A command line that a program around the release has in its text, and so may start. */
export interface NamedCommand {
  /** What stands in the quotes, up to the first value that is filled in. */
  readonly command: string;
  /** The program, relative to the audited root. */
  readonly program: string;
}

const script = /\.[cm]?[jt]s$/;
/** A command line begins with the name or the path of a program and is short. */
const quoted = /["'`]([\w./@-][^"'`\n$]{0,200})/g;

/**
 * The command lines in the texts of the programs that import a module which a release calls. Such a rehearsal starts in
 * the middle: what the program does before and after the call is not recorded, so only its text tells. The programs are
 * sought in the folder of the module and in those above it. Empty for a release that is rehearsed as a program.
 */
export function namedCommands(config: Config, repository: Repository): readonly NamedCommand[] {
  return config.releases.flatMap(({ value: { module } }) =>
    module === undefined
      ? []
      : programsAround(module, repository).flatMap((path) => linesOf(path, repository)),
  );
}

function programsAround(module: string, repository: Repository): string[] {
  return repository.paths.filter(
    (path) =>
      script.test(path) &&
      isWithin(folderOf(module), folderOf(path)) &&
      relativeImports(repository, path).includes(module),
  );
}

function linesOf(program: string, repository: Repository): NamedCommand[] {
  const text = repository.read(program) ?? "";
  return [...text.matchAll(quoted)].map(([, command = ""]) => ({ command: command.trimEnd(), program }));
}

/** True for a command line that starts the command, whatever further arguments it gives. */
export function startsCommand(line: string, command: string): boolean {
  return line === command || line.startsWith(`${command} `);
}
