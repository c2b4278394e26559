import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { scriptStart } from "../findings/script-start.ts";
import type { Outcome, Rehearsal } from "../release/rehearsal.ts";
import type { Location } from "../repository/text/location.ts";
import type { Rule } from "./rule.ts";

/** A release script that did not run to its end, so that nothing can be said of the places it did not reach. */
export const notRehearsed: Rule = {
  id: "not-rehearsed",
  summary: "the release script did not run to its end",
  check: (audit) =>
    audit.rehearsals.flatMap((rehearsal) =>
      rehearsal.outcome.ended === "completed" ? [] : [result(rehearsal, rehearsal.outcome, audit)],
    ),
};

function result(
  rehearsal: Rehearsal,
  outcome: Exclude<Outcome, { ended: "completed" }>,
  audit: AuditSoFar,
): Result {
  const origin = outcome.origin ?? { path: rehearsal.entry, line: 1, column: 1, function: null };
  return {
    severity: "error",
    message:
      outcome.ended === "failed"
        ? `the release \`${rehearsal.name}\` fails: ${outcome.message}`
        : `the release \`${rehearsal.name}\` cannot be rehearsed: ${outcome.message}`,
    location: placeAt(origin, audit) ?? startOf(origin.path, rehearsal.entry, audit),
    label: outcome.ended === "failed" ? "the script stops here" : "the sandbox stops here",
    related: [],
    why: null,
    help: outcome.ended === "failed" ? helpFor(rehearsal, audit) : outcome.help,
    family: null,
  };
}

/** Without an unanswered command, nothing tells the rehearsal from a native run of a script that was called rightly. */
function helpFor({ name, commands, engine }: Rehearsal, { config }: AuditSoFar): string {
  if (engine === "command")
    return "the command was run on this machine, and may lack something that is there where you release: mend the command, the tree or the machine";
  const release = config.releases.find(({ value }) => value.name === name);
  if (release?.source.from === "recognised") {
    const { entry, module, args } = release.value;
    const called = [entry ?? module, ...args].join(" ");
    return `it was called as its text suggests, ${called}; if that is not how, say it in a [[release]] table of version-audit.toml, with what it needs under [release.env] and [release.answers]; \`version-audit init\` tries what could be right`;
  }
  return commands.some(({ answer }) => answer === "not run")
    ? "give the output that it needs under [release.answers]; else a native run would stop here too: mend the script or the tree"
    : "a native run would stop here too: mend the script or the tree";
}

/** The start of the script, or of the entry, for a place that is not known. */
function startOf(path: string, entry: string, audit: AuditSoFar): Location {
  return scriptStart(audit.repository.has(path) ? path : entry, audit);
}
