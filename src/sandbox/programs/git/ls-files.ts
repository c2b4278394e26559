import { posix } from "node:path";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { readArguments } from "../command-line.ts";
import { fails, lines, says } from "../says.ts";
import { quotePath, readPathspecs } from "./pathspec.ts";

/**
 * Answers `git ls-files [-z] [--error-unmatch] [<pathspec>...]` with everything that discovery found, because the tree
 * as it stands is taken for the commit that is to be released. What the script itself has created is not listed: git
 * lists it only after `git add`.
 */
export function answerLsFiles(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, {
    flags: ["-c", "--cached", "-z", "--error-unmatch", "--full-name"],
    valued: [],
  });
  const filter = line === null ? null : readPathspecs(line.operands, question);
  if (line === null || filter === null) return null;

  const { paths, links } = question.repository;
  const tracked = [...paths, ...links.keys()].sort();
  const listed = tracked.filter(filter);
  if (line.options.has("--error-unmatch") && listed.length === 0) {
    return fails(1, `error: pathspec '${line.operands.join(" ")}' did not match any file(s) known to git`);
  }
  const base = line.options.has("--full-name") ? "" : question.cwd;
  const shown = listed.map((path) => posix.relative(base, path));
  return says(
    line.options.has("-z")
      ? shown.map((path) => `${path}\0`).join("")
      : lines(shown.map((path) => quotePath(path))),
    listed,
  );
}
