import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { unfollowedCommands } from "../judge/unfollowed/unfollowed-commands.ts";
import type { GuardedRelease } from "../release/probes/version-guards.ts";
import type { Rule } from "./rule.ts";
import { unsettledRead } from "./shared/guards/guard-reads.ts";

/** A check of versions that the repository has written for itself, and that fails once the release is made. */
export const guardFails: Rule = {
  id: "guard-fails",
  summary: "the repository's own check of versions fails over what the release leaves",
  check: (audit) => audit.probes.guarded.flatMap((guarded) => result(guarded, audit) ?? []),
};

function result(guarded: GuardedRelease, audit: AuditSoFar): Result | null {
  const { path, first, rehearsal } = guarded;
  const { outcome } = rehearsal;
  if (outcome.ended !== "failed") return null;
  const origin = outcome.origin ?? { path, line: 1, column: 1, function: null };
  const location = placeAt(origin, audit);
  if (location === null) return null;
  const [unfollowed] = unfollowedCommands(first, audit.config);
  const unsettled = unsettledRead(guarded, audit);
  const isLearned = first.mechanism === "history";
  return {
    severity: unsettled !== null ? "note" : unfollowed === undefined && !isLearned ? "error" : "warning",
    message:
      unsettled === null
        ? `${path} passes now, and fails once the release is made`
        : `whether ${path} passes once the release is made is not known`,
    location,
    label: "the check of the repository's own ends here",
    related: [],
    why: [
      `it says: ${saidBy(rehearsal, audit)}`,
      ...doubts(unfollowed?.command ?? null, unsettled),
      ...(isLearned ? ["what the release writes is known from the last ones"] : []),
    ].join("; "),
    help: "let the release write what the check asks for",
    family: null,
  };
}

function doubts(command: string | null, unsettled: ReturnType<typeof unsettledRead>): string[] {
  if (unsettled !== null) return [`it reads ${unsettled.path}, which ${unsettled.by} would write before`];
  return command === null ? [] : [`what \`${command}\` would change before it is not known`];
}

/** The last line that a check printed, with the version that the user knows. */
function saidBy({ log, outcome }: GuardedRelease["rehearsal"], { release }: AuditSoFar): string {
  const spoken = (["stderr", "stdout"] as const).flatMap((stream) =>
    log
      .filter((line) => line.stream === stream)
      .map(({ text }) => text)
      .join("")
      .trim()
      .split("\n")
      .slice(-1),
  );
  const said = spoken.find((line) => line !== "") ?? ("message" in outcome ? outcome.message : "nothing");
  return said.trim().slice(0, 160).replaceAll(release.sentinel, release.target);
}
