import { suggest } from "../propose/suggest/suggest.ts";
import { suggestionText } from "../propose/suggest/suggestion-text.ts";
import { patch } from "../report/patch/patch.ts";
import { checkedVersion } from "./checked-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { printReport } from "./print-report.ts";
import { withProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";

/** `version-audit suggest`: prints the patch that repairs what the release forgets, and on standard error why. */
export async function suggestCommand(settings: Settings, ignores: boolean): Promise<number> {
  const { output, quiet, verbose, target } = settings;
  const to = target === null ? {} : { target: checkedVersion(target) };
  const options = { ...repositoryOptions(settings), ...to, ignores };
  const suggestions = await withProgress(!quiet, (onProgress) => suggest({ ...options, onProgress }));
  const { repository } = suggestions.audit;
  await printReport(patch(suggestions.changes, repository), output, settings.root);
  if (!quiet) await writeError(suggestionText(suggestions, verbose));
  return exitCodes.passed;
}
