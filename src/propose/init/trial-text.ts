import type { Origin } from "../../release/rehearsal.ts";
import type { Trial } from "./try-releases.ts";

const longestMessage = 200;

/** Why a script that was tried is not proposed, as a predicate of it. */
export function rejectionOf(trial: Trial): string {
  const own = ownVersion(trial);
  if (own !== null) return `writes another version than it was given: ${own.version} in ${own.path}`;
  return `writes no version; ${messageOf(trial)}`;
}

/** How a trial ended, in one line, with the place where it did not come to its end. */
export function messageOf({ rehearsal: { outcome, log, writes } }: Trial): string {
  if (outcome.ended !== "completed") return `${oneLine(outcome.message)}${placeOf(outcome.origin)}`;
  const said = log
    .findLast(({ text }) => text.trim() !== "" && text.trim() !== "undefined")
    ?.text.replace(/\x1b\[[\d;]*m/g, "")
    .trim();
  const [first] = writes;
  const did =
    first === undefined ? "it" : `it writes ${filesText(writes, first.path)}, not this version, and`;
  return oneLine(said === undefined ? `${did} ends without a word` : `${did} ends and says: ${said}`);
}

/** The first line of a text, which may be anything that a script or a person wrote. */
export function oneLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > longestMessage ? `${line.slice(0, longestMessage)} …` : line;
}

function filesText(writes: readonly { path: string }[], first: string): string {
  const others = new Set(writes.map(({ path }) => path)).size - 1;
  return others === 0 ? first : `${first} and ${others} more ${others === 1 ? "file" : "files"}`;
}

function placeOf(origin: Origin | null): string {
  return origin === null ? "" : ` (${origin.path}:${origin.line})`;
}

/** The first version of a package that a script changes to another one than it was told. */
function ownVersion({ rehearsal: { writes, target } }: Trial): { path: string; version: string } | null {
  for (const { path, before, after } of writes) {
    if (!/(?:^|\/)package\.json$/.test(path) || typeof before !== "string" || typeof after !== "string")
      continue;
    const version = packageVersion(after);
    if (version !== null && version !== target && version !== packageVersion(before))
      return { path, version };
  }
  return null;
}

function packageVersion(manifest: string): string | null {
  return /^[ \t]*"version"[ \t]*:[ \t]*"([^"\n]{1,100})"/m.exec(manifest)?.[1] ?? null;
}
