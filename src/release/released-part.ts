import type { Command, Rehearsal, Write } from "./rehearsal.ts";

const version = /(?<![\w.])v?(\d{1,9}(?:\.\d{1,9}){1,3}(?:[-+.]?[A-Za-z][0-9A-Za-z.+-]{0,40})?)(?![\w.])/g;

/**
 * The rehearsal of a script without what it writes for the time after the release: where it has committed or tagged a
 * version by its name and then gives the same files another one (`1.3.1-SNAPSHOT`), the release is what it has committed.
 */
export function releasedPart(rehearsal: Rehearsal): Rehearsal {
  const { writes, commands } = rehearsal;
  for (const command of commands) {
    const { writesBefore } = command;
    const [before, after] = [writes.slice(0, writesBefore), writes.slice(writesBefore)];
    if (after.length > 0 && releasedBy(command).some((released) => movesOn(released, before, after)))
      return { ...rehearsal, writes: before };
  }
  return rehearsal;
}

/** The versions that a command names which makes a commit, a tag or a release. */
function releasedBy({ argv: [program, ...args] }: Command): string[] {
  const isGit = program === "git" && (args.includes("commit") || args.includes("tag"));
  const isRelease = program === "gh" && args[0] === "release" && args[1] === "create";
  if ((!isGit && !isRelease) || args.some((arg) => /^(?:-d|--delete|-l|--list)$/.test(arg))) return [];
  return [...args.join(" ").matchAll(version)].map(([, named = ""]) => named);
}

/** Whether files that hold the version have lost it at the end. */
function movesOn(released: string, before: readonly Write[], after: readonly Write[]): boolean {
  const held = new Map(before.map(({ path, after: text }) => [path, text]));
  const last = new Map(after.map(({ path, after: text }) => [path, text]));
  return [...last].some(([path, text]) => {
    const former = held.get(path);
    const isGiven = typeof former === "string" && holdsAlone(former, released);
    return isGiven && typeof text === "string" && !holdsAlone(text, released);
  });
}

/** Whether a text holds a version that no other one begins or ends with. */
function holdsAlone(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [
      text.slice(Math.max(0, at - 3), at),
      text.slice(at + wanted.length, at + wanted.length + 2),
    ];
    if (!/\d[.+-]?$/.test(before) && !/^(?:\d|[.+-]\w)/.test(after)) return true;
  }
  return false;
}
