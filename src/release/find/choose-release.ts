import type { Source, Sourced } from "../../config/config.ts";
import type { Release } from "../../config/schema.ts";
import type { Bump } from "../bump.ts";
import { filesGivenVersion } from "../given-version.ts";
import { completing } from "../past-releases/completing.ts";
import type { Rehearsal } from "../rehearsal.ts";
import type { Stage } from "../way-to-release.ts";

/** One way in which the repository may be released, and what came of trying it. */
export interface Attempt {
  readonly release: Release;
  /** Why it was tried. */
  readonly why: string;
  /** Null when it was taken; else the reason why not, one clause. */
  readonly dropped: string | null;
  /** What trying it did; null for one that was not tried, because a surer one was taken or the engine is another. */
  readonly rehearsal: Rehearsal | null;
}

/** What is rehearsed when nobody has said how the repository is released. */
export interface Choice {
  /** The rehearsals to judge by: the one that was taken, and what past releases did. */
  readonly rehearsals: readonly Rehearsal[];
  /** In the order in which they were tried; the configured ones where there is nothing to choose. */
  readonly attempts: readonly Attempt[];
}

/**
 * Tries what was recognised until one is the release: it comes to its end, writes the new version, and does not pass by
 * everything that the last releases wrote, for then it was recognised or called wrongly. What past releases did
 * completes it. Where past releases left nothing in the tree, neither does the next one. Where nothing
 * is known of the past, one that cannot be rehearsed is taken all the same, so that the audit can say what is in its way.
 */
export async function chooseRelease(
  candidates: readonly Sourced<Release>[],
  rehearse: (release: Release, bump: Bump) => Promise<Rehearsal>,
  bump: Bump,
  stage: Pick<Stage, "repository" | "workspace">,
): Promise<Choice> {
  const past = candidates.find(({ value }) => value.history === true);
  const learned = past === undefined ? null : await rehearse(past.value, bump);
  const known = learned !== null && learned.writes.length > 0 ? learned : null;
  const traceless = learned !== null && learned.learned?.traceless != null ? learned : null;
  const attempts: Attempt[] = [];
  let taken: Rehearsal | null = null;
  let unfinished: Rehearsal | null = null;
  let idle: Rehearsal | null = null;
  let turnedAway: Rehearsal | null = null;
  for (const candidate of candidates) {
    if (candidate === past) continue;
    if (taken !== null) {
      attempts.push(attemptOf(candidate, null, `${taken.name} is the surer evidence`));
      continue;
    }
    const rehearsal = await rehearse(candidate.value, bump);
    const dropped = objectionTo(rehearsal, known);
    attempts.push(attemptOf(candidate, rehearsal, dropped));
    if (dropped === null) taken = rehearsal;
    // A workflow is the release only where the rehearsal shows it: most of them publish, announce or test.
    else if (candidate.value.workflow !== undefined) continue;
    else if (isTurnedAway(rehearsal)) turnedAway ??= rehearsal;
    else if (!isDone(rehearsal)) unfinished ??= rehearsal;
    else idle ??= rehearsal;
  }
  const tagged = traceless?.learned?.reader == null ? null : traceless;
  taken ??= known === null ? (tagged ?? unfinished ?? traceless ?? idle ?? turnedAway) : null;
  if (past !== undefined)
    attempts.push(
      attemptOf(past, learned, known === null ? "no two of the last releases wrote the same places" : null),
    );
  const history =
    known === null || taken === null || past === undefined
      ? known
      : completing(
          taken.target === bump.target
            ? known
            : await rehearse(past.value, { ...bump, target: taken.target }),
          [taken],
          stage,
        );
  return { rehearsals: [taken, history].filter((rehearsal) => rehearsal !== null), attempts };
}

/** One candidate with what came of it. */
export function attemptOf(
  { value, source }: Sourced<Release>,
  rehearsal: Rehearsal | null,
  dropped: string | null,
): Attempt {
  return { release: value, why: whyOf(source), rehearsal, dropped };
}

function whyOf(source: Source): string {
  if (source.from === "recognised") return source.why;
  return source.from === "preset"
    ? `the preset ${source.preset} names it`
    : `${source.location.path}:${source.location.line} names it`;
}

/** Why a rehearsal is not the release of this repository; null when nothing speaks against it. */
function objectionTo(rehearsal: Rehearsal, known: Rehearsal | null): string | null {
  const { outcome } = rehearsal;
  if (outcome.ended !== "completed") return `it ${outcome.ended}: ${outcome.message}`;
  if (outcome.exitCode !== 0) return `it ends with exit code ${outcome.exitCode}`;
  const written = filesGivenVersion(rehearsal);
  if (written.size === 0) return `it writes the new version nowhere${notFollowed(rehearsal)}`;
  // What one release wrote for the first time may have been written by whoever added it.
  const places = (known?.learned?.places ?? []).filter(({ writers }) => writers > 1);
  if (places.length > 0 && !places.some(({ path }) => written.has(path)))
    return `it writes none of the ${places.length} places that the last releases wrote`;
  return null;
}

/** The first script that it starts and that was not followed, with the reason; nothing where there is none. */
function notFollowed({ commands, target }: Rehearsal): string {
  const [first] = commands.filter(({ why }) => why !== null);
  return first === undefined
    ? ""
    : `, and \`${first.command.replaceAll(target, "{version}")}\` could not be followed: ${first.why}`;
}

/**
 * True for a script of a shell that does not come to its end and has written the new version nowhere: it was called
 * wrongly, or is for something else, and what past releases were says more.
 */
function isTurnedAway(rehearsal: Rehearsal): boolean {
  const isShell = /\.(?:ba|da)?sh$|(?:^|\/)(?!(?:gnu)?makefile$)[^./]+$/iu.test(rehearsal.entry);
  return isShell && !isDone(rehearsal) && filesGivenVersion(rehearsal).size === 0;
}

function isDone({ outcome }: Rehearsal): boolean {
  return outcome.ended === "completed" && outcome.exitCode === 0;
}
