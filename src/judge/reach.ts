import type { Origin, Rehearsal } from "../rehearse/rehearsal.ts";

/** How far the script got with a file, from nothing to everything. */
const reachSteps = [
  "never asked for",
  "listed but not read",
  "read but not matched",
  "written but not here",
  "written",
] as const;

type ReachStep = (typeof reachSteps)[number];

/** How far the script got with a file, and the script line that shows it. */
export interface Reach {
  readonly step: ReachStep;
  /** What happened there, as part of a sentence. */
  readonly detail: string;
  readonly origin: Origin | null;
}

/** Reads from the rehearsals how far a release got with a file; the farthest of several releases counts. */
export function reachOf(path: string, rehearsals: readonly Rehearsal[]): Reach {
  const reaches = rehearsals.map((rehearsal) => reachIn(path, rehearsal));
  const farthest = reaches.sort((a, b) => reachSteps.indexOf(b.step) - reachSteps.indexOf(a.step))[0];
  return farthest ?? { step: "never asked for", detail: "nothing was rehearsed", origin: null };
}

function reachIn(path: string, rehearsal: Rehearsal): Reach {
  const write = rehearsal.writes.findLast((candidate) => candidate.path === path);
  if (write !== undefined)
    return {
      step: "written but not here",
      detail: "the file is written, but this place is not",
      origin: write.origin,
    };
  const pattern = rehearsal.patterns.find((asked) => asked.path === path && !asked.matched);
  if (pattern !== undefined) {
    const shown =
      pattern.flags === null ? JSON.stringify(pattern.pattern) : `/${pattern.pattern}/${pattern.flags}`;
    return { step: "read but not matched", detail: `${shown} finds nothing in it`, origin: pattern.origin };
  }
  const read = rehearsal.looks.find((look) => look.path === path && look.how === "read" && look.found);
  if (read !== undefined)
    return { step: "read but not matched", detail: "it is read and left as it is", origin: read.origin };
  return (
    listedIn(path, rehearsal) ?? {
      step: "never asked for",
      detail: "no step of the release asks for it",
      origin: null,
    }
  );
}

function listedIn(path: string, rehearsal: Rehearsal): Reach | null {
  const command = rehearsal.commands.find((asked) => asked.named.includes(path));
  if (command !== undefined)
    return {
      step: "listed but not read",
      detail: `it was named by \`${command.command}\` and never opened`,
      origin: command.origin,
    };
  const glob = rehearsal.globs.find((asked) => asked.matches.includes(path));
  if (glob !== undefined)
    return {
      step: "listed but not read",
      detail: `it was matched by the glob ${glob.patterns.join(", ")} and never opened`,
      origin: glob.origin,
    };
  const folder = path.slice(0, path.lastIndexOf("/"));
  const look = rehearsal.looks.find((asked) => asked.found && (asked.path === path || asked.path === folder));
  if (look === undefined) return null;
  const what = look.path === path ? "it was looked at" : `its folder was looked at`;
  return { step: "listed but not read", detail: `${what} and it was never opened`, origin: look.origin };
}
