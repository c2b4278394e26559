import { AuditError } from "../audit-error.ts";
import type { Config, Sourced } from "../config/config.ts";
import type { Release } from "../config/schema.ts";
import type { Environment } from "../repository/git/environment.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { rehearseWithCommand } from "./native/command-engine.ts";
import type { Engine, Rehearsal } from "./rehearsal.ts";
import { rehearseScript } from "./rehearse-script.ts";

/** What a rehearsal is made with. */
export interface Stage {
  readonly config: Config;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly engine: Engine;
  /** The environment of the native engine. */
  readonly environment: Environment;
}

/**
 * Rehearses every configured release that the engine can run, each over the repository as it stands.
 * Throws an AuditError when there is none.
 */
export async function rehearseAll(target: string, stage: Stage): Promise<Rehearsal[]> {
  const isNative = stage.engine === "command";
  const releases = stage.config.releases.filter(({ value }) => (value.command !== undefined) === isNative);
  if (releases.length === 0) throw noRelease(stage);
  const rehearsals: Rehearsal[] = [];
  for (const { value } of releases) rehearsals.push(await run(value, target, stage));
  return rehearsals;
}

function run(release: Release, target: string, stage: Stage): Promise<Rehearsal> {
  const { repository, workspace, environment } = stage;
  if (stage.engine === "command") return rehearseWithCommand(release, target, repository, environment);
  return rehearseScript(release, target, repository, workspace);
}

function noRelease({ config, engine }: Stage): AuditError {
  const only: Sourced<Release> | undefined = config.releases[0];
  const place = only?.source.from === "file" ? only.source.location : null;
  return engine === "command"
    ? new AuditError("no [[release]] has a command for --engine command", {
        path: place?.path ?? config.file,
        line: place?.line ?? null,
        column: place?.column ?? null,
        help: 'add command = "..." with {version} in it to a [[release]] of version-audit.toml',
      })
    : new AuditError("every [[release]] needs --engine command, which runs the repository's own code", {
        path: place?.path ?? config.file,
        line: place?.line ?? null,
        column: place?.column ?? null,
        help: "run again with --engine command, or name an entry or a module for the sandbox",
      });
}
