import type { Environment } from "../../../repository/git/environment.ts";
import { askGit } from "../../../repository/git/git.ts";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { readArguments } from "../command-line.ts";
import { fails, lines, says } from "../says.ts";
import { hasClass, matchesWildcard } from "../wildcard.ts";

/** What `--exit-code` asks for when nothing matches, see git-ls-remote(1). */
const nothingMatches = 2;

/**
 * Answers `git ls-remote --tags <remote> [<pattern>...]` with the tags that are here, which are taken for those of the
 * remote as for `git fetch`. Branches of the remote are not known.
 */
export function answerLsRemote(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, {
    flags: ["--tags", "--refs", "--quiet", "--exit-code"],
    valued: [],
    aliases: { "-t": "--tags", "-q": "--quiet" },
  });
  if (line === null || !line.options.has("--tags")) return null;
  const [remote, ...patterns] = line.operands;
  const { git, root } = question.repository;
  const isOrigin = remote === undefined || remote === "origin" || remote === git?.remote;
  if (!isOrigin || patterns.some(hasClass)) return null;

  const tags = git === null ? [] : tagLines(root, git.environment);
  const wanted = tags.filter(({ ref, peeled }) => {
    const isAsked = patterns.length === 0 || patterns.some((pattern) => matchesTail(pattern, ref));
    return isAsked && !(peeled && line.options.has("--refs"));
  });
  if (wanted.length === 0 && line.options.has("--exit-code")) return fails(nothingMatches);
  return says(lines(wanted.map(({ id, ref }) => `${id}\t${ref}`)));
}

interface TagLine {
  readonly id: string;
  readonly ref: string;
  /** True for the commit that an annotated tag names, whose reference ends in `^{}`. */
  readonly peeled: boolean;
}

function tagLines(root: string, environment: Environment | undefined): TagLine[] {
  const format = "--format=%(objectname) %(*objectname) %(refname)";
  const answer = askGit(root, "for-each-ref", [format, "refs/tags"], { environment });
  return answer.stdout
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [id = "", commit = "", ref = ""] = line.split(" ");
      const tag = { id, ref, peeled: false };
      return commit === "" ? [tag] : [tag, { id: commit, ref: `${ref}^{}`, peeled: true }];
    });
}

/** A pattern matches whole components from the end: `v1.2.3` and `tags/v1.*` do `refs/tags/v1.2.3`. */
function matchesTail(pattern: string, ref: string): boolean {
  return matchesWildcard(pattern, ref) || matchesWildcard(`*/${pattern}`, ref);
}
