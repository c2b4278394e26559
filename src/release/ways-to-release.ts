import type { Release } from "../config/schema.ts";
import type { Bump } from "./bump.ts";
import type { Mechanism } from "./mechanism.ts";
import { command } from "./mechanisms/command.ts";
import { history } from "./mechanisms/history.ts";
import { script } from "./mechanisms/script.ts";
import { tool } from "./mechanisms/tool.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Stage, WayToRelease } from "./way-to-release.ts";

/** All ways to know what a release writes. The list is closed: a mechanism without a way does not compile. */
const waysToRelease: Readonly<Record<Mechanism, WayToRelease>> = { script, tool, history, command };

/** Rehearses one release by the mechanism that it names. */
export function rehearseOne(release: Release, bump: Bump, stage: Stage): Promise<Rehearsal> {
  return waysToRelease[mechanismOf(release)].rehearse(release, bump, stage);
}

/** The mechanism that a release names. */
export function mechanismOf(release: Release): Mechanism {
  const names = Object.keys(waysToRelease) as Mechanism[];
  const named = names.find((name) => waysToRelease[name].takes(release));
  if (named === undefined) throw new Error(`the release ${release.name} names no mechanism by construction`);
  return named;
}
