import { AuditError } from "../audit-error.ts";
import type { Sourced } from "../config/config.ts";
import type { Release } from "../config/schema.ts";
import type { Bump } from "./bump.ts";
import { type Attempt, attemptOf, type Choice, chooseRelease } from "./find/choose-release.ts";
import { completing } from "./past-releases/completing.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Stage } from "./way-to-release.ts";
import { rehearseOne } from "./ways-to-release.ts";

/**
 * Rehearses every configured release that the engine can run, each over the repository as it stands; of what was
 * recognised, that which proves to be the release; none where nothing is recognised. Throws an AuditError when the
 * engine can run none of those that there are.
 */
export async function rehearseAll(bump: Bump, stage: Stage): Promise<Choice> {
  const isNative = stage.engine === "command";
  if (stage.config.releases.length === 0 && !isNative) return { rehearsals: [], attempts: [] };
  const releases = stage.config.releases.filter(({ value }) => (value.command !== undefined) === isNative);
  if (releases.length === 0) throw noRelease(stage);
  if (releases.every(({ source }) => source.from === "recognised"))
    return chooseRelease(releases, (release, asked) => rehearseOne(release, asked, stage), bump, stage);
  const rehearsals: Rehearsal[] = [];
  const attempts: Attempt[] = [];
  for (const release of stage.config.releases) {
    if (!releases.includes(release)) {
      attempts.push(attemptOf(release, null, `it is not for --engine ${stage.engine}`));
      continue;
    }
    const rehearsal = await rehearseOne(release.value, askedOf(release.value, bump, rehearsals), stage);
    rehearsals.push(rehearsal);
    attempts.push(attemptOf(release, rehearsal, null));
  }
  return { rehearsals: rehearsals.map((each) => completing(each, rehearsals, stage)), attempts };
}

/** Past releases complete another one with the version at which that arrives. */
function askedOf({ history }: Release, bump: Bump, [first]: readonly Rehearsal[]): Bump {
  return history === true && first !== undefined ? { ...bump, target: first.target } : bump;
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
