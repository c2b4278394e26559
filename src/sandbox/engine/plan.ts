import { homeFolder, virtualRoot } from "../host/files/virtual-path.ts";
import type { Script } from "../script.ts";
import type { ScriptKind } from "./script-kind.ts";

/** What the guest is told to do, see `guest/run.js`. */
export interface Plan {
  /** The absolute virtual path of the script. */
  readonly main: string;
  /** A module of ours that runs before it; null for none. */
  readonly preload: string | null;
  readonly calls: Script["calls"];
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The time at which the script begins, in milliseconds since 1970. */
  readonly now: number;
}

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

/** The plan for a script whose file is at `main`, an absolute virtual path. */
export function planFor(script: Script, main: string, kind: ScriptKind): Plan {
  const seconds = Number(script.env["SOURCE_DATE_EPOCH"] ?? defaultSeconds);
  return {
    main,
    preload: kind === "zx" ? "rehearsal:/packages/zx-globals.js" : null,
    calls: script.calls,
    argv: ["/usr/local/bin/node", main, ...script.args],
    env: { ...baseEnvironment, ...script.env },
    cwd: virtualRoot,
    now: (Number.isFinite(seconds) ? seconds : defaultSeconds) * 1000,
  };
}
