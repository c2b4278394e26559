import { AuditError } from "../../audit-error.ts";
import { askGit, type GitAnswer, type GitQuestion } from "../../repository/git/git.ts";
import type { GitFacts, Repository } from "../../repository/repository.ts";

/**
 * The newest commit that a revision and HEAD have in common, as its full hash: where the work since the revision began.
 * @throws AuditError without git, for an unknown revision, and where the local history does not reach far enough
 */
export function mergeBase(repository: Repository, revision: string): string {
  const git = requireGit(repository, `--since ${revision}`);
  if (git.head === null)
    throw obstacle("there is no commit yet to compare with", "Use --staged, or audit everything.");
  const commit = commitOf(repository, git, revision);
  if (commit === null) throw unknownRevision(repository, git, revision);
  const answer = ask(repository, git, "merge-base", [commit, git.head]);
  const [base = ""] = answer.stdout.toString().split("\n");
  if (answer.ok && base !== "") return base;
  if (git.shallow) throw obstacle(`the history of this clone ends before ${revision} and HEAD meet`, deepen);
  throw obstacle(`${revision} and HEAD have no commit in common`, "Name a revision that HEAD descends from.");
}

/** The facts of git. Throws an AuditError when the audited folder lies in no repository. */
export function requireGit(repository: Repository, option: string): GitFacts {
  if (repository.git !== null) return repository.git;
  const [note] = repository.notes.filter(({ path }) => path === null);
  throw obstacle(
    `${option} needs git: ${note?.message ?? "the audited folder lies in no git repository"}`,
    "Run it in a git checkout, or audit everything.",
  );
}

const deepen = "Fetch the rest with `git fetch --unshallow`; for actions/checkout, set `fetch-depth: 0`.";

function unknownRevision(repository: Repository, git: GitFacts, revision: string): AuditError {
  const remote = `origin/${revision}`;
  const help =
    commitOf(repository, git, remote) !== null
      ? `Did you mean ${remote}?`
      : git.shallow
        ? `This clone is shallow and may lack it. ${deepen}`
        : "Name a branch, a tag or a commit that this clone has; `git fetch` brings new ones.";
  return obstacle(`${JSON.stringify(revision)} names no commit of this repository`, help);
}

/** No revision starts with a hyphen, so that one which does can only be meant as an option. */
function commitOf(repository: Repository, git: GitFacts, revision: string): string | null {
  if (revision.startsWith("-")) return null;
  const answer = ask(repository, git, "rev-parse", ["--verify", "--quiet", `${revision}^{commit}`]);
  return answer.ok ? answer.stdout.toString().trim() : null;
}

function ask(
  repository: Repository,
  git: GitFacts,
  question: GitQuestion,
  args: readonly string[],
): GitAnswer {
  return askGit(repository.root, question, args, git);
}

function obstacle(message: string, help: string): AuditError {
  return new AuditError(message, { path: null, help });
}
