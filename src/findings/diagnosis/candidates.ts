import { releaseTable } from "../../config/release-table.ts";
import type { Release } from "../../config/schema.ts";
import { editsOf } from "../../release/edits/edits.ts";
import { callText } from "../../release/find/call-text.ts";
import type { Attempt } from "../../release/find/choose-release.ts";
import { certaintyOf } from "../../release/mechanism.ts";
import { readerText } from "../../release/past-releases/tag-reader.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import { mechanismOf } from "../../release/ways-to-release.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Candidate } from "./diagnosis.ts";

/**
 * What came of every way in which the repository may be released.
 * @param judged the rehearsals that verdicts follow of
 * @param tried what those do that were not tried by the audit
 */
export function candidatesOf(
  attempts: readonly Attempt[],
  judged: readonly Rehearsal[],
  tried: ReadonlyMap<Release, Rehearsal>,
  repository: Repository,
): Candidate[] {
  return attempts.map((attempt) => {
    const { release, why, rehearsal } = attempt;
    const mechanism = mechanismOf(release);
    const deed = rehearsal ?? tried.get(release) ?? null;
    return {
      name: nameOf(release),
      table: releaseTable(release),
      mechanism,
      certainty: certaintyOf[mechanism],
      why: mechanism === "history" ? pastText(rehearsal, why) : why,
      path: release.entry ?? release.module ?? release.makefile ?? (deed?.entry || null),
      call: callText(release, repository),
      ...roleOf(attempt, judged),
      writes: deed === null ? null : writesOf(deed, repository),
      commands: commandsOf(deed),
    };
  });
}

function nameOf(release: Release): string {
  const { tool, entry, module, target, command, name } = release;
  return tool ?? entry ?? module ?? (target === undefined ? (command ?? name) : `make ${target}`);
}

function pastText(rehearsal: Rehearsal | null, why: string): string {
  const releases = rehearsal?.learned?.releases ?? [];
  const [newest] = releases;
  if (newest === undefined) return why;
  const last = `${newest.version} (${newest.commit})`;
  return releases.length === 1
    ? `git shows one release, ${last}`
    : `git shows the last ${releases.length} releases, the newest is ${last}`;
}

const tracelessText = {
  "tags-alone": "they are tags alone, which write no file",
  left: "the last of them left every place that former ones wrote",
  undone: "they write what the tree no longer holds",
};

function roleOf(
  { release, rehearsal, dropped }: Attempt,
  judged: readonly Rehearsal[],
): Pick<Candidate, "role" | "reason"> {
  const first = judged[0];
  if (release.history === true) {
    const isUsed = judged.some(({ mechanism }) => mechanism === "history");
    if (!isUsed) return { role: "not-taken", reason: dropped };
    const { traceless = null, reader = null } = rehearsal?.learned ?? {};
    if (reader !== null)
      return {
        role: "taken",
        reason: reader.counts
          ? `${readerText(reader)} counts what the tag is named after, which writes no file`
          : `${readerText(reader)} takes the version from the tag, which writes no file`,
      };
    if (traceless !== null) return { role: "taken", reason: tracelessText[traceless] };
    return first?.mechanism === "history"
      ? { role: "taken", reason: null }
      : { role: "completes", reason: "what the last releases wrote as well is expected again" };
  }
  if (rehearsal !== null && judged.includes(rehearsal))
    return { role: "taken", reason: dropped === null ? null : `nothing better is known, though ${dropped}` };
  return { role: "not-taken", reason: dropped };
}

/** The files and places that get the new version of a train. */
function writesOf(rehearsal: Rehearsal, repository: Repository): { files: number; places: number } {
  const places = editsOf(rehearsal, repository).filter(({ target }) => target !== null);
  return { files: new Set(places.map(({ path }) => path)).size, places: places.length };
}

function commandsOf(rehearsal: Rehearsal | null): string[] {
  if (rehearsal === null) return [];
  const unanswered = rehearsal.commands.filter(({ answer }) => answer === "not run");
  const shown = unanswered.map(({ command }) => command.replaceAll(rehearsal.target, "{version}"));
  return [...new Set(shown)];
}
