import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** `npm version`, `pnpm version` and `yarn version` in their words. */
export interface VersionWords {
  readonly program: "npm" | "pnpm" | "yarn";
  /** The kind or the version that is asked for, as it is written; null where none is. */
  readonly wanted: string | null;
  /** `-ws`: every workspace. */
  readonly all: boolean;
  /** `-w`: workspaces by name or folder. */
  readonly named: readonly string[];
  readonly withRoot: boolean;
  readonly withScripts: boolean;
  readonly updatesLock: boolean;
  readonly withTag: boolean;
  /** `--prefix`, `-C`, `--cwd`: another folder. */
  readonly folder: string | null;
}

const valued =
  /^(?:-w|--workspace|--prefix|-C|--dir|--cwd|--new-version|-m|--message|--preid|--tag-version-prefix)$/u;

/**
 * Reads a call; null for another command.
 * https://docs.npmjs.com/cli/v11/commands/npm-version, https://pnpm.io/cli/version, https://classic.yarnpkg.com/docs/cli/version
 */
export function readVersionWords({
  program,
  args,
}: Pick<ProgramCall, "program" | "args">): VersionWords | null {
  if (program !== "npm" && program !== "pnpm" && program !== "yarn") return null;
  const flags = new Map<string, string[]>();
  const operands: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (!word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const name = equals === -1 ? word : word.slice(0, equals);
    const value = equals !== -1 ? word.slice(equals + 1) : valued.test(word) ? (args[++index] ?? "") : "true";
    flags.set(name, [...(flags.get(name) ?? []), value]);
  }
  const [subcommand, wanted] = operands;
  if (subcommand !== "version" && !(program === "npm" && subcommand === "verison")) return null;
  const said = (...names: string[]) =>
    names.some((name) => flags.has(name) && flags.get(name)?.at(-1) !== "false");
  const text = (...names: string[]) => names.flatMap((name) => flags.get(name) ?? []);
  const kind = ["--major", "--minor", "--patch"].find((name) => flags.has(name))?.slice(2);
  return {
    program,
    wanted: wanted ?? text("--new-version")[0] ?? kind ?? null,
    all: said("-ws", "--ws", "--workspaces", "-r", "--recursive"),
    named: text("-w", "--workspace"),
    withRoot: said("-iwr", "--iwr", "--include-workspace-root"),
    withScripts: !said("--ignore-scripts"),
    updatesLock: !said("--no-workspaces-update") && text("--workspaces-update").at(-1) !== "false",
    withTag: !said("--no-git-tag-version") && text("--git-tag-version").at(-1) !== "false",
    folder: text("--prefix", "-C", "--dir", "--cwd")[0] ?? null,
  };
}
