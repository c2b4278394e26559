import { posix, relative } from "node:path";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { readArguments } from "../command-line.ts";
import { fails, says } from "../says.ts";
import { answerFromHistory } from "./history.ts";

/** The branch of a tree that is in no git work tree. */
const freshBranch = "main";

/** The commit of a tree that has none. */
const noCommit = "0".repeat(40);

/** The checked-out branch; null when HEAD is detached. */
function branchOf(question: Question): string | null {
  return question.repository.git === null ? freshBranch : question.repository.git.branch;
}

/**
 * Answers `git rev-parse` about HEAD and about where the work tree lies. Other revisions, and the length to which git
 * shortens a hash in this repository, are left to history.
 */
export function answerRevParse(args: readonly string[], question: Question): Answer | null {
  const asked = args.join(" ");
  if (asked === "--is-inside-work-tree") return says("true\n");
  if (asked === "--show-toplevel") return showTopLevel(question);
  if (asked === "--show-prefix") return says(question.cwd === "" ? "\n" : `${question.cwd}/\n`);
  if (asked === "--abbrev-ref HEAD") return says(`${branchOf(question) ?? "HEAD"}\n`);
  const known = question.repository.git?.head ?? null;
  const head = known ?? noCommit;
  if (asked === "HEAD" || asked === "--verify HEAD") return says(`${head}\n`);
  const short = /^--short(?:=(\d+))? HEAD$/.exec(asked);
  if (short === null) return null;
  const exact = known === null ? null : answerFromHistory("rev-parse", args, question);
  return exact ?? says(`${head.slice(0, Number(short[1] ?? 7))}\n`);
}

/** The audited root may lie below the top folder; the script sees the same distance between the two. */
function showTopLevel(question: Question): Answer | null {
  const { git, root } = question.repository;
  const up = git === null ? "" : relative(root, git.topLevel);
  if (up !== "" && question.virtualRoot !== root) return null;
  return says(`${posix.resolve(question.virtualRoot, up)}\n`);
}

/** Answers `git branch --show-current`. */
export function answerBranch(args: readonly string[], question: Question): Answer | null {
  if (args.join(" ") !== "--show-current") return null;
  const branch = branchOf(question);
  return says(branch === null ? "" : `${branch}\n`);
}

/** Answers `git symbolic-ref [--short] [-q] HEAD`. */
export function answerSymbolicRef(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, {
    flags: ["--short", "--quiet"],
    valued: [],
    aliases: { "-q": "--quiet" },
  });
  if (line === null || line.operands.join(" ") !== "HEAD") return null;
  const branch = branchOf(question);
  if (branch === null) {
    return line.options.has("--quiet") ? fails(1) : fails(128, "fatal: ref HEAD is not a symbolic ref");
  }
  return says(`${line.options.has("--short") ? branch : `refs/heads/${branch}`}\n`);
}
