import { targetNotes } from "../findings/target-notes.ts";
import type { Rehearsal } from "../release/rehearsal.ts";
import { storyJson } from "../report/story/story-json.ts";
import { storyText } from "../report/story/story-text.ts";
import { visible } from "../report/visible-text.ts";
import { checkedVersion } from "./checked-version.ts";
import { paletteFor } from "./colour.ts";
import { exitCodes } from "./exit-codes.ts";
import { textOrJson } from "./formats.ts";
import { printReport } from "./print-report.ts";
import { withProgress } from "./progress.ts";
import { rehearseRelease } from "./rehearse-release.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";

/** `version-audit rehearse`: tells the release as a story; one that does not come to its end gives exit code 2. */
export async function rehearseCommand(settings: Settings): Promise<number> {
  const { name, file } = textOrJson("rehearse", settings);
  const to = settings.target === null ? null : checkedVersion(settings.target);
  const options = { ...repositoryOptions(settings), to };
  const { rehearsals, current } = await withProgress(!settings.quiet, (onProgress) =>
    rehearseRelease({ ...options, onProgress }),
  );
  const palette = paletteFor(settings.color, file === null ? process.stdout : null, settings.root);
  const told = { palette, verbose: settings.verbose };
  const report =
    name === "json"
      ? storyJson(rehearsals)
      : rehearsals.map((rehearsal) => storyText(rehearsal, told)).join("\n");
  await printReport(report, file, settings.root);
  if (to !== null && !settings.quiet)
    for (const { message } of targetNotes({ current, target: to }))
      await writeError(`note: ${visible(message)}\n`);
  return rehearsals.every(isDone) ? exitCodes.passed : exitCodes.notMade;
}

function isDone({ outcome }: Rehearsal): boolean {
  return outcome.ended === "completed" && outcome.exitCode === 0;
}
