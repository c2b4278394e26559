import { join } from "node:path";
import { askGit, type GitQuestion } from "../../../repository/git/git.ts";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { onDisk } from "../on-disk.ts";
import { fails, says } from "../says.ts";

/** An output format that asks for signatures makes git start the program that checks them. */
const format = /^--(?:format|pretty)=(?!.*(?:%G|signature))/;
const count = /^(?:-\d+|-n|-n\d+|--max-count=\d+)$/;
const commits = [
  count,
  /^--(?:no-)?merges$/,
  /^--(?:first-parent|reverse|tags|all|ancestry-path|topo-order|date-order|no-walk)$/,
  /^--(?:since|until|after|before)=/,
  // What is looked for in the messages and among the people of commits.
  /^--(?:grep|author|committer)=/,
  /^(?:-[EFPi]|--(?:all-match|invert-grep|regexp-ignore-case|extended-regexp|fixed-strings|perl-regexp))$/,
];
const order = /^--sort=-?[a-z:]+$/;

type HistoryQuestion = Exclude<
  GitQuestion,
  "cat-file" | "config" | "diff-tree" | "ls-files" | "ls-tree" | "symbolic-ref"
>;

/**
 * The options, by subcommand, with which git only reads: none writes a file (`--output`), starts a program
 * (`--ext-diff`, `--textconv`, signatures) or looks at the work tree (`--dirty`).
 */
const readOnly: Readonly<Record<HistoryQuestion, readonly RegExp[]>> = {
  describe: [
    /^--(?:tags|all|always|long|exact-match|first-parent|abbrev=\d+)$/,
    /^--(?:match|exclude)(?:=|$)/,
  ],
  "for-each-ref": [/^--count=\d+$/, order, format],
  log: [
    ...commits,
    format,
    /^--(?:oneline|abbrev-commit|(?:no-)?decorate|follow|no-patch|name-only|name-status|no-color)$/,
    /^--(?:date=|diff-filter=[A-Za-z]+$)/,
  ],
  "merge-base": [/^--is-ancestor$/],
  "rev-list": [...commits, /^--(?:count|max-parents=0)$/],
  "rev-parse": [/^--(?:verify|quiet|short|short=\d+)$/, /^-q$/],
  "show-ref": [/^--(?:tags|heads|verify|quiet|hash|dereference|exists)$/, /^-[qsd]$/],
  show: [/^(?:-s|--no-patch)$/, format],
  tag: [/^(?:-l|--list)$/, /^--(?:points-at|merged|no-merged|contains)(?:=|$)/, order],
};

function isHistoryQuestion(subcommand: string): subcommand is HistoryQuestion {
  return Object.hasOwn(readOnly, subcommand);
}

/** `git show` without these prints a diff, for which a repository may configure programs of its own. */
function showsNoDiff(args: readonly string[]): boolean {
  const operands = args.filter((argument) => !argument.startsWith("-"));
  const noPatch = args.includes("-s") || args.includes("--no-patch");
  return noPatch || (operands.length > 0 && operands.every((operand) => operand.includes(":")));
}

/** Without an option that lists, `git tag <name>` creates a tag. */
function listsTags(args: readonly string[]): boolean {
  const lists = /^(?:-l$|--(?:list|points-at|merged|no-merged|contains))/;
  return args.every((argument) => argument.startsWith("-")) || args.some((argument) => lists.test(argument));
}

/** How git answers where there is no tag and no commit. */
const withoutHistory: ReadonlyMap<string, Answer> = new Map([
  ["describe", fails(128, "fatal: No names found, cannot describe anything.")],
  ["merge-base", fails(1)],
  ["rev-parse", fails(128, "fatal: Needed a single revision")],
  ["show-ref", fails(1)],
]);

/**
 * An argument with HEAD for the branch that releases are cut from. A checkout of one commit, as servers make it, has no
 * branch of that name, and the release is rehearsed as if it stood there.
 */
function ofMainBranch(argument: string): string {
  return argument.replace(/^(|.{1,200}\.\.\.?)(?:origin\/)?(?:main|master)$/u, "$1HEAD");
}

/**
 * Answers a question about commits by asking local git, because nothing less than git knows history: through the same
 * door as discovery, so that nothing is fetched and no program is started that the repository configures, and only with
 * options that are known to read. Commits and tags that the script meant to make are not in the answer. Whatever git
 * fails with, the exit code is 128. Null when the question is not known to be harmless, and when there is no git
 * repository to ask and no telling how git would answer for an empty one.
 */
export function answerFromHistory(
  subcommand: string,
  args: readonly string[],
  question: Question,
): Answer | null {
  if (!isHistoryQuestion(subcommand)) return null;
  const end = args.indexOf("--");
  const options = args
    .slice(0, end === -1 ? args.length : end)
    .filter((argument) => argument.startsWith("-"));
  if (!options.every((option) => readOnly[subcommand].some((pattern) => pattern.test(option)))) return null;
  if (subcommand === "show" && !showsNoDiff(args)) return null;
  if (subcommand === "tag" && !listsTags(args)) return null;

  const { git, root } = question.repository;
  if (git === null) return withoutHistory.get(subcommand) ?? null;
  const asked = args.map((argument, at) => (end !== -1 && at > end ? onDisk(argument, question) : argument));
  const folder = join(root, question.cwd);
  const answer = askGit(folder, subcommand, asked, git);
  const onBranch = asked.map(ofMainBranch);
  if (!answer.ok && onBranch.some((argument, at) => argument !== asked[at])) {
    const again = askGit(folder, subcommand, onBranch, git);
    if (again.ok) return says(again.stdout.toString());
  }
  return answer.ok ? says(answer.stdout.toString()) : fails(128, `fatal: ${answer.reason}`);
}
