import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** What a check of public repositories is called with. */
export interface MirrorArguments {
  /** A folder of git directories, OWNER+NAME/repo. */
  readonly mirror: string;
  /** A part of the names of those that are meant; undefined for all. */
  readonly only: string | undefined;
  readonly isVerbose: boolean;
  /** The value of the option that this check alone takes. */
  readonly own: string | undefined;
}

/**
 * Reads the command line of a check of public repositories.
 * @param own the option that this check alone takes and what its value is, for example `data FILE`
 * @throws an error that says how the check is called
 */
export function mirrorArguments(check: string, own: string): MirrorArguments {
  const [ownName = ""] = own.split(" ");
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { [ownName]: { type: "string" }, only: { type: "string" }, verbose: { type: "boolean" } },
  });
  const [mirror] = positionals;
  if (mirror === undefined)
    throw new Error(`usage: npm run ${check} -- MIRROR [--only TEXT] [--${own}] [--verbose]`);
  const textOf = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return { mirror, only: textOf("only"), isVerbose: values["verbose"] === true, own: textOf(ownName) };
}

/**
 * Reads what was recorded of public repositories, which is no part of this project.
 * @param file as `--data` names it
 * @param usual the name of the file that is read where none is named
 */
export function recorded<T>(file: string | undefined, usual: string): readonly T[] {
  const path = file ?? join(import.meta.dirname, "../../../shared/data", usual);
  if (!existsSync(path)) throw new Error(`there is no ${path}: name the records with --data FILE`);
  return JSON.parse(readFileSync(path, "utf8"));
}
