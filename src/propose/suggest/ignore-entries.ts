import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { appended, exactGlob, ignoreText, takesIgnores } from "./ignore-text.ts";
import { isPassedOver, isWritableEntry, lockTool } from "./lock-entries.ts";
import type { Repair } from "./repair.ts";
import type { Situation } from "./situation.ts";

/** An ignore for places that no other repair was found for. */
export interface IgnoreEntry {
  /** Null when the configuration cannot be patched: then the text is for pasting. */
  readonly repair: Repair | null;
  readonly places: readonly JudgedOccurrence[];
  /** Why there is no other repair, as one sentence without a full stop. */
  readonly why: string;
  readonly text: string;
}

/**
 * One `[[ignore]]` for every file and version: as soon as a place holds another version than the one that was ignored,
 * it is reported again.
 */
export function ignoreEntries(
  places: readonly JudgedOccurrence[],
  situation: Situation,
  failures: ReadonlyMap<JudgedOccurrence, string>,
): IgnoreEntry[] {
  const groups = groupBy(places, ({ path, version }) => JSON.stringify([path, version]));
  const isPatched = takesIgnores(situation.audit);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const why = failures.get(first) ?? whyNot(first, situation);
    const text = ignoreText({ path: exactGlob(first.path), pattern: first.version, reason: why });
    const says = `ignores ${first.version} in ${first.path}: ${why}`;
    const replacements = isPatched ? appended(text, situation.audit) : [];
    const repair: Repair | null = isPatched ? { kind: "ignore", places: group, replacements, says } : null;
    return [{ repair, places: group, why, text }];
  });
}

/** Why nothing but an ignore is left for a place. */
function whyNot(place: JudgedOccurrence, situation: Situation): string {
  const { audit, scripts } = situation;
  const { path, kind } = place;
  if (kind === "lock-entry" && isPassedOver(path, audit.evidence))
    return "the workspace has its lockfile in another folder, so nothing reads or refreshes this one";
  if (kind === "lock-entry" && !isWritableEntry(place, audit.evidence)) {
    return `its entries hold checksums, so only ${lockTool(path)} can refresh it, and the release does not run that here`;
  }
  if (scripts.length === 0) return "the release is no script that can be read";
  return `no entry, name or row was found with which ${audit.release.entry} writes this and nothing else`;
}
