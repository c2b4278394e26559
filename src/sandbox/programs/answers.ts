import type { Answer, Answerer, Question } from "../host/desk/answer.ts";
import { answerCargo } from "./cargo/cargo.ts";
import { answerGit } from "./git/git.ts";
import { answerNode } from "./node/node.ts";
import { answerMissingScript } from "./npm/missing-script.ts";
import { answerNpm } from "./npm/npm.ts";
import { answerRegistry } from "./npm/registry.ts";
import { answerPnpm } from "./pnpm/pnpm.ts";
import { answerMissingFile } from "./system/missing-file.ts";
import { answerWhich } from "./system/which.ts";
import { answerYarn } from "./yarn/yarn.ts";

/** The questions that are answered without a run, one answerer for each program. */
const answerers: readonly Answerer[] = [
  answerGit,
  answerPnpm,
  answerNpm,
  answerRegistry,
  answerYarn,
  answerCargo,
  answerNode,
  answerWhich,
  answerMissingFile,
  answerMissingScript,
];

/**
 * The answer to a pure question, computed from the repository; null for a command that is only recorded, and for one
 * whose answer depends on a glob that is too involved to be matched.
 */
export function computeAnswer(question: Question): Answer | null {
  try {
    for (const answerer of answerers) {
      const answer = answerer(question);
      if (answer !== null) return answer;
    }
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
