import { join, relative } from "node:path";
import { askGit } from "../../../repository/git/git.ts";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { type CommandLine, readArguments } from "../command-line.ts";
import { onDisk } from "../on-disk.ts";
import { fails, lines, says } from "../says.ts";
import { gitCall } from "./call.ts";
import { type NetChange, netChanges } from "./net-changes.ts";
import { isPlace, quotePath, readPathspecs } from "./pathspec.ts";

const statusOptions = {
  flags: ["--short", "--no-untracked", "--untracked-files", "--no-renames", "--ignore-submodules"],
  valued: [],
  aliases: {
    "--porcelain": "--short",
    "--porcelain=v1": "--short",
    "-s": "--short",
    "-uno": "--no-untracked",
    "--untracked-files=no": "--no-untracked",
    "-uall": "--untracked-files",
    "--untracked-files=all": "--untracked-files",
    "--untracked-files=normal": "--untracked-files",
  },
};

/**
 * Answers `git status --porcelain` (also `-s`, `--untracked-files=no`) from what the rehearsal has changed since the
 * last `git commit` that it asked for. The tree as it stands when the rehearsal begins is taken for the commit that is
 * to be released, so the uncommitted work of a maintainer who audits it does not stop a script that wants a clean tree.
 * New files are listed one by one, as with `-uall`, also where git would name only their folder.
 */
export function answerStatus(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, statusOptions);
  if (line === null || !line.options.has("--short")) return null;
  const changes = changesWithin(line.operands, question);
  if (changes === null) return null;
  const shown = changes.filter((change) => !line.options.has("--no-untracked") || code(change) !== "??");
  const texts = shown.map((change) => {
    const path = fromTopLevel(change.path, question);
    return `${code(change)} ${quotePath(path, { alsoSpaces: true })}`;
  });
  return says(
    lines(texts),
    shown.map((change) => change.path),
  );
}

/** The two letters of the short format: index and work tree. */
function code({ kind, staged }: NetChange): string {
  if (kind === "added") return staged ? "A " : "??";
  const letter = kind === "deleted" ? "D" : "M";
  return staged ? `${letter} ` : ` ${letter}`;
}

/** `git status` names paths from the top folder of the work tree, wherever it is asked. */
function fromTopLevel(path: string, question: Question): string {
  const { git, root } = question.repository;
  const prefix = git === null ? "" : relative(git.topLevel, root).replaceAll("\\", "/");
  return prefix === "" ? path : `${prefix}/${path}`;
}

const diffOptions = {
  flags: [
    "--quiet",
    "--exit-code",
    "--cached",
    "--name-only",
    "--name-status",
    "--stat",
    "--shortstat",
    "--compact-summary",
    "--summary",
    "--numstat",
    "--no-ext-diff",
    "--no-patch",
  ],
  valued: [],
  aliases: { "--staged": "--cached", "-s": "--no-patch" },
};

/**
 * Answers `git diff` of the tree against the index (`--cached`: of the index against HEAD): always when nothing has
 * changed, and with `--quiet`, `--exit-code`, `--name-only` or `--name-status` when
 * something has. The patch itself is not printed.
 * Against another revision git is asked.
 */
export function answerDiff(args: readonly string[], question: Question): Answer | null {
  const dashes = args.indexOf("--");
  const line = readArguments(dashes === -1 ? args : args.slice(0, dashes), diffOptions);
  if (line === null) return null;
  const [first = ""] = line.operands;
  const againstHead = first === "HEAD";
  const places = againstHead ? line.operands.slice(1) : line.operands;
  if (!places.every((spec) => isPlace(spec, question))) {
    const options = [...line.options.keys()].join();
    const isKnown =
      line.operands.length === 1 && !first.includes(":") && (options === "" || options === "--name-only");
    const within = dashes === -1 ? [] : args.slice(dashes + 1);
    return isKnown ? changesSince(first, within, options === "", question) : null;
  }
  const specs = dashes === -1 ? places : [...places, ...args.slice(dashes + 1)];
  return diff(specs, againstHead, line, question);
}

/** Answers `git diff-index [--cached] --quiet HEAD`, the plumbing of the same question. */
export function answerDiffIndex(args: readonly string[], question: Question): Answer | null {
  return args.includes("HEAD") ? answerDiff(args, question) : null;
}

/**
 * Answers `git diff [--name-only] REVISION [-- PATH...]`, with which scripts ask what has changed since a release: from
 * git what differs between the revision and HEAD, and the names of what the rehearsal has changed since, of which there
 * is no patch. `..HEAD` leaves that out.
 */
function changesSince(
  operand: string,
  specs: readonly string[],
  withPatch: boolean,
  question: Question,
): Answer | null {
  const [revision = "", end] = operand.split("..");
  const { git, root } = question.repository;
  const hasCommitted = question.commands.some(({ argv }) => gitCall(argv)?.subcommand === "commit");
  if (git === null || hasCommitted || (end !== undefined && end !== "HEAD" && end !== "")) return null;
  const changed = end === undefined ? changesWithin(specs, question)?.filter(isSeen.head) : [];
  if (changed === undefined || (withPatch && changed.length > 0)) return null;
  const places = specs.map((spec) => onDisk(spec, question));
  const form = withPatch ? ["-p", "-M"] : ["-z", "--name-only", "--no-renames"];
  const asked = ["-r", ...form, revision, "HEAD", "--", ...places];
  const answer = askGit(join(root, question.cwd), "diff-tree", asked, git);
  if (!answer.ok) return fails(128, `fatal: ${answer.reason}`);
  const text = answer.stdout.toString();
  if (withPatch) return says(text);
  const since = changed.map(({ path }) => fromTopLevel(path, question));
  const paths = [...new Set([...text.split("\0"), ...since])].filter((path) => path !== "").sort();
  return says(lines(paths.map((path) => quotePath(path))));
}

function diff(
  specs: readonly string[],
  againstHead: boolean,
  line: CommandLine,
  question: Question,
): Answer | null {
  const changes = changesWithin(specs, question);
  if (changes === null) return null;

  const against = line.options.has("--cached") ? "index" : againstHead ? "head" : "tree";
  const seen = changes.filter((change) => isSeen[against](change));
  if (seen.length === 0) return says("");
  if (line.options.has("--quiet")) return fails(1);
  const withStatus = line.options.has("--name-status");
  if (!withStatus && !line.options.has("--name-only"))
    return line.options.has("--exit-code") ? fails(1) : null;
  const answer = says(
    lines(
      seen.map(({ path, kind }) => {
        const status = withStatus ? `${letterOf[kind]}\t` : "";
        return status + quotePath(fromTopLevel(path, question));
      }),
    ),
    seen.map(({ path }) => path),
  );
  return line.options.has("--exit-code") ? { ...answer, exitCode: 1 } : answer;
}

const letterOf: Readonly<Record<NetChange["kind"], string>> = { added: "A", modified: "M", deleted: "D" };

/** Which changes a diff shows: git compares no file that was never added, unless the index is what is compared. */
const isSeen: Readonly<Record<"index" | "head" | "tree", (change: NetChange) => boolean>> = {
  index: ({ staged }) => staged,
  head: ({ staged, kind }) => staged || kind !== "added",
  tree: ({ staged, kind }) => !staged && kind !== "added",
};

function changesWithin(specs: readonly string[], question: Question): readonly NetChange[] | null {
  const filter = readPathspecs(specs, specs.length === 0 ? { ...question, cwd: "" } : question);
  return filter === null ? null : netChanges(question).filter(({ path }) => filter(path));
}
