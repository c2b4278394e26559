import { patch } from "../report/patch/patch.ts";
import { repositoryPath } from "../report/repository-path.ts";
import { suggest } from "../suggest/suggest.ts";
import { suggestionText } from "../suggest/suggestion-text.ts";
import { checkedVersion } from "./checked-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { usageError } from "./formats.ts";
import { printReport } from "./print-report.ts";
import { startProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";

/** `version-audit suggest`: prints the patch that repairs what the release forgets, and on standard error why. */
export async function suggestCommand(settings: Settings, ignores: boolean): Promise<number> {
  const { formats, output, quiet, verbose, target } = settings;
  if (formats.length > 0) throw usageError("suggest prints a patch only", "Leave --format out.");
  const options = { ...repositoryOptions(settings), ignores };
  const progress = startProgress(!quiet);
  try {
    const suggestions = await suggest({
      ...options,
      ...(target === null ? {} : { target: checkedVersion(target) }),
      onProgress: (stage) => progress.show(stage),
    });
    progress.end();
    const { repository } = suggestions.audit;
    await printReport(
      patch(suggestions.changes, (path) => repositoryPath(repository, path)),
      output,
    );
    if (!quiet) await writeError(suggestionText(suggestions, verbose));
    return exitCodes.passed;
  } finally {
    progress.end();
  }
}
