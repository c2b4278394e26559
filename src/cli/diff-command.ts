import { audit } from "../audit.ts";
import { AuditError } from "../audit-error.ts";
import { targetNotes } from "../findings/target-notes.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { type FileChange, fileChanges } from "../report/patch/file-change.ts";
import { patch } from "../report/patch/patch.ts";
import { stat } from "../report/patch/stat.ts";
import { repositoryPath } from "../report/repository-path.ts";
import { visible } from "../report/visible-text.ts";
import { checkedVersion } from "./checked-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { printReport } from "./print-report.ts";
import { withProgress } from "./progress.ts";
import { rehearseRelease } from "./rehearse-release.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";

/**
 * `version-audit diff`: prints what the release script would write; a script that fails gives no patch. Without `--to` the
 * version is the one that the audit takes for the next.
 */
export async function diffCommand(settings: Settings, onlyStat: boolean): Promise<number> {
  const { output, quiet } = settings;
  const named = settings.target === null ? null : checkedVersion(settings.target);
  const options = repositoryOptions(settings);
  const { repository, rehearsals, current, to } = await withProgress(!quiet, async (onProgress) => {
    const to = named ?? (await audit({ ...options, onProgress })).release.target;
    return { to, ...(await rehearseRelease({ ...options, to, onProgress })) };
  });
  const said =
    named === null
      ? [`the patch is that of ${to}, the version after ${current}; --to names another one`]
      : targetNotes({ current, target: to }).map(({ message }) => message);
  for (const rehearsal of rehearsals) requireCompleted(rehearsal);
  const changes = fileChanges(rehearsals);
  const locate = (path: string) => repositoryPath(repository, path);
  await printReport(onlyStat ? stat(changes, locate) : patch(changes, repository), output, settings.root);
  if (!quiet) {
    const notes = said.map((message) => `note: ${visible(message)}\n`).join("");
    await writeError(notes + remarks(changes, rehearsals));
  }
  return exitCodes.passed;
}

function requireCompleted({ name, entry, outcome }: Rehearsal): void {
  if (outcome.ended === "completed" && outcome.exitCode === 0) return;
  const origin = outcome.ended === "completed" ? null : outcome.origin;
  const reason =
    outcome.ended === "completed" ? `it ends with exit code ${outcome.exitCode}` : outcome.message;
  const help =
    outcome.ended === "stopped"
      ? outcome.help
      : "A native run would stop here too: mend the script or the tree.";
  throw new AuditError(`the release ${JSON.stringify(name)} cannot be rehearsed: ${reason}`, {
    path: origin?.path ?? entry,
    line: origin?.line ?? null,
    column: origin?.column ?? null,
    help,
  });
}

/** What git and gh do without touching the files of the tree. */
const harmless = /^(?:gh|git (?:add|branch|commit|fetch|log|push|rev-parse|status|tag))(?: |$)/;

/** What the patch does not hold: the work of commands that were recorded and not run. */
function remarks(changes: readonly FileChange[], rehearsals: readonly Rehearsal[]): string {
  const nothing = changes.length === 0 ? ["note: the release changes no file\n"] : [];
  const unrun = rehearsals
    .flatMap(({ commands }) => commands.filter(({ answer }) => answer === "not run"))
    .filter(({ command }) => !harmless.test(command))
    .map(({ command }) => `note: not run, so not in the patch: ${visible(command)}\n`);
  return [...nothing, ...new Set(unrun)].join("");
}
