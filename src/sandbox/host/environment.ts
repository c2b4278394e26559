import type { Script } from "../script.ts";
import { homeFolder, virtualRoot } from "./files/virtual-path.ts";

/**
 * The clock starts here, and not at the real time, so that the same input gives the same output. Somebody who wants a
 * date of their own in a changelog sets `SOURCE_DATE_EPOCH` in the environment of the release.
 * See https://reproducible-builds.org/specs/source-date-epoch/.
 */
const defaultSeconds = Date.UTC(2000, 0, 1) / 1000;

const baseEnvironment = {
  HOME: homeFolder,
  LANG: "C.UTF-8",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  PWD: virtualRoot,
};

/** The variables that a script is given. */
export function environmentOf({ env }: Pick<Script, "env">): Record<string, string> {
  return { ...baseEnvironment, ...env };
}

/** The time at which a script begins, in milliseconds since 1970. */
export function startOf({ env }: Pick<Script, "env">): number {
  const seconds = Number(env["SOURCE_DATE_EPOCH"] ?? defaultSeconds);
  return (Number.isFinite(seconds) ? seconds : defaultSeconds) * 1000;
}
