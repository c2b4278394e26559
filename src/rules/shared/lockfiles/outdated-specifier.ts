import { manifestAskingFor } from "../../../inventory/lockfiles/row-manifest.ts";
import { isMissed } from "../../../judge/judge.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";

/** A requirement that a lockfile records otherwise than the manifest of its member writes it. */
export interface OutdatedSpecifier {
  /** In the lockfile. */
  readonly occurrence: JudgedOccurrence;
  /** In the manifest. */
  readonly requirement: JudgedOccurrence;
}

/**
 * The requirements of the train in a lockfile of npm or pnpm that its manifests do not ask for any more, so that an
 * install which must not change the lockfile fails. Only missed entries are looked at: what resolutions and overrides
 * put in the place of a requirement holds no version.
 */
export function outdatedSpecifiers(
  entries: readonly JudgedOccurrence[],
  requirementsOf: (manifest: string) => readonly JudgedOccurrence[],
): OutdatedSpecifier[] {
  return entries.flatMap((occurrence) => {
    const manifest = isMissed(occurrence.verdict) ? manifestAskingFor(occurrence) : null;
    if (manifest === null) return [];
    const asked = askedAs(occurrence);
    const requirement = requirementsOf(manifest).find(
      ({ subject, keyPath }) =>
        subject?.name === occurrence.subject?.name && (keyPath === null || keyPath.at(-1) === asked),
    );
    if (requirement === undefined || requirement.text === occurrence.text) return [];
    return [{ occurrence, requirement }];
  });
}

/** The name under which a row records a requirement, which for an alias is not that of the package. */
function askedAs({ keyPath, subject }: JudgedOccurrence): string | undefined {
  const name = keyPath?.at(-1) === "specifier" ? keyPath.at(-2) : keyPath?.at(-1);
  return typeof name === "string" ? name : subject?.name;
}
