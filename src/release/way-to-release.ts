import type { Config } from "../config/config.ts";
import type { Release } from "../config/schema.ts";
import type { Environment } from "../repository/git/environment.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import type { Bump } from "./bump.ts";
import type { Engine, Rehearsal } from "./rehearsal.ts";

/** What a rehearsal is made with. */
export interface Stage {
  readonly config: Config;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly engine: Engine;
  /** The environment of the native engine. */
  readonly environment: Environment;
}

/** One mechanism: which releases of the configuration it is for, and what it says of them. */
export interface WayToRelease {
  /** True for exactly those releases that this mechanism rehearses. */
  takes(release: Release): boolean;
  /** Says what the release writes. Whatever goes wrong in the release is in the outcome. */
  rehearse(release: Release, bump: Bump, stage: Stage): Promise<Rehearsal>;
}
