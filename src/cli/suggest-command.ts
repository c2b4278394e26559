import { review } from "../propose/suggest/review.ts";
import { suggest } from "../propose/suggest/suggest.ts";
import { suggestionText } from "../propose/suggest/suggestion-text.ts";
import { patch } from "../report/patch/patch.ts";
import type { Repository } from "../repository/repository.ts";
import type { Changes } from "../selection/since/changes.ts";
import { compareStates } from "../selection/since/scope.ts";
import { checkedVersion } from "./checked-version.ts";
import { exitCodes } from "./exit-codes.ts";
import { printReport } from "./print-report.ts";
import { withProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeError } from "./streams.ts";

/** What `suggest` is asked for beyond the shared options. */
interface SuggestFlags {
  /** False to leave ignores out. */
  readonly ignore: boolean;
  /** Print a review of what has changed since this revision in place of the patch. */
  readonly review?: string;
}

/** `version-audit suggest`: prints the patch that repairs what the release forgets, and on standard error why. */
export async function suggestCommand(settings: Settings, flags: SuggestFlags): Promise<number> {
  const { output, quiet, verbose, target } = settings;
  const to = target === null ? {} : { target: checkedVersion(target) };
  const options = { ...repositoryOptions(settings), ...to, ignores: flags.ignore };
  const suggestions = await withProgress(!quiet, (onProgress) => suggest({ ...options, onProgress }));
  const { repository } = suggestions.audit;
  const printed =
    flags.review === undefined
      ? patch(suggestions.changes, repository)
      : review(suggestions, changesSince(repository, flags.review).hasLine);
  await printReport(printed, output, settings.root);
  if (!quiet) await writeError(suggestionText(suggestions, verbose));
  return exitCodes.passed;
}

function changesSince(repository: Repository, revision: string): Changes {
  return compareStates(repository, { by: "since", revision }, process.env).changes;
}
