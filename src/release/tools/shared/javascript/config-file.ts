import type { Repository } from "../../../../repository/repository.ts";
import { readConfiguration } from "../configuration/configuration.ts";
import type { ConfigFile } from "./config.ts";
import { readScriptConfig } from "./config-script.ts";

/**
 * Reads a configuration in JavaScript that is a literal, or in any other form. Null where there is none, where it does not
 * parse, and where it is no table.
 */
export function readConfig(repository: Repository, path: string): ConfigFile | null {
  const isScript = repository.has(path) && /\.[cm]?[jt]s$/u.test(path);
  return isScript ? readScriptConfig(repository, path) : readConfiguration(repository, path);
}
