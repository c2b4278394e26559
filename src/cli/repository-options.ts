import { existsSync, statSync } from "node:fs";
import { nearestName } from "../config/nearest-name.ts";
import type { RepositoryOptions } from "../open-repository.ts";
import { commandHelp } from "./command-help.ts";
import { usageError } from "./formats.ts";
import type { Settings } from "./settings.ts";

/** Which repository is meant and how it is read. Throws an AuditError when the root is no folder. */
export function repositoryOptions({ folder, root, config, engine }: Settings): RepositoryOptions {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    const command = nearestName(folder, Object.keys(commandHelp));
    const meant =
      command === null ? "Name the folder of a repository." : `Did you mean the command ${command}?`;
    throw usageError(`${folder} is not a folder`, meant);
  }
  return { root, engine, environment: process.env, ...(config === null ? {} : { config }) };
}
