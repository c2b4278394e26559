import type { Config } from "./config/config.ts";
import { loadConfig } from "./config/load-config.ts";
import { definedPackages } from "./inventory/catalogue/defined-packages.ts";
import { withReleases } from "./release/find/find-releases.ts";
import type { Engine } from "./release/rehearsal.ts";
import type { Document } from "./repository/documents/document.ts";
import { documentCache } from "./repository/documents/document-cache.ts";
import { discover } from "./repository/files/discover.ts";
import type { ReadAhead } from "./repository/files/read-ahead.ts";
import type { Environment } from "./repository/git/environment.ts";
import { ownEnvironment } from "./repository/git/environment.ts";
import { readWorkspace } from "./repository/packages/read-workspace.ts";
import type { Workspace } from "./repository/packages/workspace.ts";
import type { Repository } from "./repository/repository.ts";
import { rules } from "./rules/rules.ts";

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
  const configured = loadConfig(repository, { file, text: configText, rules: rules.map(({ id }) => id) });
  const config = withReleases(configured, repository);
  const documentOf = documentCache(repository);
  const workspace = readWorkspace(repository, documentOf, definedPackages(repository, documentOf));
  return { repository, config, workspace, engine, environment, documentOf };
}
