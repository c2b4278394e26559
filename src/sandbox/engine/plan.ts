import { environmentOf, startOf } from "../host/environment.ts";
import { virtualRoot } from "../host/files/virtual-path.ts";
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

/** The plan for a script whose file is at `main`, an absolute virtual path. */
export function planFor(script: Script, main: string, kind: ScriptKind): Plan {
  return {
    main,
    preload: kind === "zx" ? "rehearsal:/packages/zx-globals.js" : null,
    calls: script.calls,
    argv: ["/usr/local/bin/node", main, ...script.args],
    env: environmentOf(script),
    cwd: virtualRoot,
    now: startOf(script),
  };
}
