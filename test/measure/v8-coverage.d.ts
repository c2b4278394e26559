declare module "@bcoe/v8-coverage" {
  import type { Profiler } from "node:inspector";

  /** Adds up the counts of several processes, script by script. */
  export function mergeProcessCovs(processes: readonly { result: Profiler.ScriptCoverage[] }[]): {
    result: Profiler.ScriptCoverage[];
  };
}
