import type { Config } from "./config/config.ts";
import { loadConfig } from "./config/load-config.ts";
import { discover } from "./discover/discover.ts";
import type { Environment } from "./discover/git.ts";
import { ownEnvironment } from "./discover/own-environment.ts";
import type { ReadAhead } from "./discover/read-ahead.ts";
import type { Repository } from "./discover/repository.ts";
import type { Document } from "./parse/document.ts";
import { documentCache } from "./parse/document-cache.ts";
import type { Engine } from "./rehearse/rehearsal.ts";
import { rules } from "./rules/rules.ts";
import { readWorkspace } from "./workspace/read-workspace.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** Which repository is meant and how it is to be read. */
export interface RepositoryOptions {
  /** The folder to audit; a relative path is resolved against the working directory. */
  readonly root: string;
  /** A configuration file other than `version-audit.toml` in the root. */
  readonly config?: string;
  /** The native engine runs the repository's own command in a throw-away copy; the default is the sandbox. */
  readonly engine?: Engine;
  /**
   * The environment for git, for the native engine and for finding the cargo home; by default that of this process, as
   * for the command line. `{}` keeps all of it away: git then reads no configuration of the user.
   */
  readonly environment?: Environment;
}

/** A repository as every command starts with it. */
export interface OpenRepository {
  readonly repository: Repository;
  readonly config: Config;
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly environment: Environment;
  /** Parses each file at most once. */
  readonly documentOf: (path: string) => Document | null;
}

/**
 * Discovers the files, reads the configuration and the names that the workspace defines.
 * @param ahead for whoever will go through all files
 */
export function openRepository(options: RepositoryOptions, ahead?: ReadAhead): OpenRepository {
  const { root, environment = ownEnvironment() } = options;
  return openView(discover(root, { environment, ...(ahead && { ahead }) }), options);
}

/**
 * The same for files that are not those on disk.
 * @param configText the text of the configuration among these files, null where they have none; undefined reads the disk
 */
export function openView(
  repository: Repository,
  options: Omit<RepositoryOptions, "root">,
  configText?: string | null,
): OpenRepository {
  const { config: file, engine = "sandbox", environment = ownEnvironment() } = options;
  const config = loadConfig(repository, { file, text: configText, rules: rules.map(({ id }) => id) });
  const documentOf = documentCache(repository);
  const workspace = readWorkspace(repository, documentOf);
  return { repository, config, workspace, engine, environment, documentOf };
}
