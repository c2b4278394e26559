import type { Command, Rehearsal } from "../../src/release/rehearsal.ts";

/** The line of a release script that everything is told to come from. */
export const origin = { path: "scripts/release.mjs", line: 7, column: 1, function: "bump" };

/** A rehearsal in which nothing happened but this. */
export function rehearsalOf(happened: Partial<Rehearsal> = {}): Rehearsal {
  return {
    ...{ name: "cut", entry: "scripts/release.js", engine: "sandbox", target: "9.8.7", modules: [] },
    ...{ outcome: { ended: "completed", exitCode: 0 }, writes: [], commands: [] },
    ...{ globs: [], patterns: [], looks: [], log: [] },
    ...{ mechanism: "script", trains: [], resting: [], inert: [], learned: null },
    ...happened,
  };
}

/** A command that was recorded and not run, as a rehearsal holds it. */
export function commandOf(argv: readonly string[], writesBefore = 0): Command {
  return {
    ...{
      command: argv.join(" "),
      argv,
      cwd: "",
      origin,
      answer: "not run",
      stdout: "",
      named: [],
      why: null,
    },
    ...{ writesBefore, inner: 0 },
  };
}
