import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { releaseTools } from "../release/tools/release-tools.ts";
import {
  anyVersion,
  type CoveringEntry,
  escaped,
  type MissedText,
  patternOf,
} from "../release/tools/shared/covering/missed-text.ts";
import { replaceStatement, sedLine } from "../release/tools/shared/covering/script-lines.ts";
import { within } from "../repository/packages/path.ts";
import type { AuditSoFar } from "./audit.ts";

/** So much of a line tells a place from others. In UTF-16 code units. */
const longestBefore = 40;
const longestAfter = 12;

/**
 * What to add where so that the release writes a place from then on, as lines to paste below a sentence; null where
 * nothing is known that could be added.
 */
export function coveringHelp(occurrence: JudgedOccurrence, audit: AuditSoFar): string | null {
  const [rehearsal] = audit.rehearsals;
  if (rehearsal === undefined || occurrence.parts !== undefined) return null;
  const entry = entryOf(missedText(occurrence, audit), rehearsal, audit);
  if (entry === null) return null;
  const { version, verdict } = occurrence;
  const { current } = audit.release;
  const first = verdict === "behind" && version !== current ? `write ${current} here, and ` : "";
  return [
    `${first}add this to ${entry.where}, or record in version-audit.toml why the place is left out:`,
    ...entry.lines,
  ].join("\n");
}

function entryOf(
  place: MissedText,
  { mechanism, entry, name }: Rehearsal,
  { config, trains, repository }: AuditSoFar,
): CoveringEntry | null {
  if (mechanism === "tool") {
    const id = config.releases.find(({ value }) => value.name === name)?.value.tool;
    const folders = trains[0]?.folders ?? [];
    const folder = folders.find((one) => repository.has(within(one, "package.json"))) ?? "";
    return releaseTools.find((tool) => tool.id === id)?.covering(place, entry, folder) ?? null;
  }
  if (mechanism !== "script" || !place.isOnlyLine) return null;
  if (/\.(?:ba|da|z)?sh$/.test(entry)) return { where: entry, lines: [sedLine(place, "$VERSION")] };
  if (/(?:^|\/)(?:GNUm|m|M)akefile$|\.mk$/.test(entry))
    return { where: `a recipe of ${entry}`, lines: [sedLine(place, "$(VERSION)")] };
  return /\.[cm]?[jt]s$/.test(entry) ? { where: entry, lines: [replaceStatement(place, "version")] } : null;
}

/** A place with what stands around it, as something is written that covers it. */
export function missedText(
  { path, span, version, keyPath }: JudgedOccurrence,
  { repository }: Pick<AuditSoFar, "repository">,
): MissedText {
  const text = repository.read(path) ?? "";
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.end);
  const before = text.slice(start, span.start).trimStart();
  const after = text.slice(span.end, end === -1 ? text.length : end).trimEnd();
  const cut = { path, keyPath, before: before.slice(-longestBefore), after: after.slice(0, longestAfter) };
  const startsLine = before.length <= longestBefore;
  const isAlone = (value: string, start = ""): boolean => {
    const [first, second] = text.matchAll(new RegExp(`${start}${patternOf(cut, value)}`, "gm"));
    return first !== undefined && second === undefined;
  };
  const ofOthers = isAlone(escaped(version)) ? "other versions" : "this version";
  return {
    ...cut,
    startsLine,
    isOnlyLine: isAlone(anyVersion, startsLine ? "^[ \\t]*" : ""),
    alike: isAlone(anyVersion) ? "nothing" : ofOthers,
  };
}
