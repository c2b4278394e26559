import type { Answer, Question } from "../../host/desk/answer.ts";
import { placeOf } from "../place.ts";
import { gitCall } from "./call.ts";
import { answerDiff, answerDiffIndex, answerStatus } from "./changes.ts";
import { answerGrep } from "./grep.ts";
import { answerBranch, answerRevParse, answerSymbolicRef } from "./head.ts";
import { answerFromHistory } from "./history.ts";
import { answerLsFiles } from "./ls-files.ts";
import { answerLsRemote } from "./ls-remote.ts";
import { answerConfig, answerFetch, answerRemote } from "./settings.ts";
import { answerTag } from "./tag.ts";

/** Answers one subcommand; `args` are the arguments behind it. */
type GitAnswerer = (args: readonly string[], question: Question) => Answer | null;

const subcommands = new Map<string, GitAnswerer>([
  ["branch", answerBranch],
  ["config", answerConfig],
  ["diff", answerDiff],
  ["diff-index", answerDiffIndex],
  ["fetch", answerFetch],
  ["grep", answerGrep],
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
 * from discovery, and what concerns history by local git, see `history.ts`. A tree that is in no git work tree is
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
