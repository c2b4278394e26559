import type { Config } from "../config/config.ts";
import type { Release } from "../config/schema.ts";
import type { Environment } from "../repository/git/git.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import type { Engine } from "../sandbox/run.ts";
import type { Bump } from "./bump.ts";
import type { Mechanism } from "./mechanism.ts";
import { command } from "./mechanisms/command.ts";
import { history } from "./mechanisms/history.ts";
import { script } from "./mechanisms/script.ts";
import { tool } from "./mechanisms/tool.ts";
import type { Rehearsal } from "./rehearsal.ts";

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

/** All ways to know what a release writes. The list is closed: a mechanism without a way does not compile. */
export const waysToRelease: Readonly<Record<Mechanism, WayToRelease>> = { script, tool, history, command };

/** Rehearses one release by the mechanism that it names. */
export function rehearseOne(release: Release, bump: Bump, stage: Stage): Promise<Rehearsal> {
  const way = Object.values(waysToRelease).find((each) => each.takes(release));
  if (way === undefined) throw new Error(`the release ${release.name} names no mechanism by construction`);
  return way.rehearse(release, bump, stage);
}
