import type { Answer, Question } from "../answer.ts";
import { gitCall } from "./git-call.ts";
import { answerDiff, answerDiffIndex, answerStatus } from "./git-changes.ts";
import { answerBranch, answerRevParse, answerSymbolicRef } from "./git-head.ts";
import { answerFromHistory } from "./git-history.ts";
import { answerLsFiles } from "./git-ls-files.ts";
import { answerLsRemote } from "./git-ls-remote.ts";
import { answerConfig, answerFetch, answerRemote } from "./git-settings.ts";
import { answerTag } from "./git-tag.ts";
import { placeOf } from "./place.ts";

/** Answers one subcommand; `args` are the arguments behind it. */
type GitAnswerer = (args: readonly string[], question: Question) => Answer | null;

const subcommands = new Map<string, GitAnswerer>([
  ["branch", answerBranch],
  ["config", answerConfig],
  ["diff", answerDiff],
  ["diff-index", answerDiffIndex],
  ["fetch", answerFetch],
  ["ls-files", answerLsFiles],
  ["ls-remote", answerLsRemote],
  ["remote", answerRemote],
  ["rev-parse", answerRevParse],
  ["status", answerStatus],
  ["symbolic-ref", answerSymbolicRef],
  ["tag", answerTag],
]);

/**
 * Answers git's questions. What concerns the tree is answered from what the rehearsal has changed, what concerns refs
 * from discovery, and what concerns history by local git, see `git-history.ts`. A tree that is in no git work tree is
 * taken for a fresh clone of the branch `main` without tags, so that an exported tree can be audited as well.
 */
export function answerGit(question: Question): Answer | null {
  const call = gitCall(question.argv);
  if (call === null) return null;
  const cwd = call.folders.reduce<string | null>(
    (at, folder) => (at === null ? null : placeOf({ ...question, cwd: at }, folder)),
    question.cwd,
  );
  if (cwd === null) return null;
  const asked = { ...question, cwd };
  const own = subcommands.get(call.subcommand)?.(call.args, asked) ?? null;
  return own ?? answerFromHistory(call.subcommand, call.args, asked);
}
