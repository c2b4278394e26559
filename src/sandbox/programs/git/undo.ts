import { posix } from "node:path";
import type { Question, Restored } from "../../host/desk/answer.ts";
import { Refused } from "../../host/desk/program.ts";
import type { Write } from "../../host/record/run-record.ts";
import { placeOf } from "../place.ts";
import { gitCall } from "./call.ts";
import { type NetChange, netChanges } from "./net-changes.ts";

/** Reads the arguments behind one subcommand; gives the changes that it undoes. Throws a Refused. */
type Undoing = (
  args: readonly string[],
  question: Question,
  changes: readonly NetChange[],
) => readonly NetChange[];

const undoing: ReadonlyMap<string, Undoing> = new Map([
  ["checkout", checkout],
  ["checkout-index", checkoutIndex],
  ["clean", clean],
  ["mv", takeAway("mv")],
  ["read-tree", readTree],
  ["reset", reset],
  ["restore", restore],
  ["rm", takeAway("rm")],
  ["stash", stash],
  ["switch", switchBranch],
]);

/** What brings other content into the tree than that of the last commit. */
const rewriting: readonly string[] = ["am", "apply", "cherry-pick", "merge", "pull", "rebase", "revert"];

/** True for a subcommand of which `undoneByGit` tells what it takes back. */
export function mayUndo(subcommand: string): boolean {
  return undoing.has(subcommand) || rewriting.includes(subcommand);
}

/**
 * What git takes back of that which the rehearsal has changed since the last commit; null for a command that leaves the
 * files alone. Throws a Refused for one of which that cannot be told. Before anything has been changed nothing is taken
 * back: the tree is that of a fresh clone.
 */
export function undoneByGit(asked: Question): Restored | null {
  const call = gitCall(asked.argv);
  if (call === null || !mayUndo(call.subcommand)) return null;
  const read = undoing.get(call.subcommand);
  // A commit leaves out the new files that nobody has added, and these are what is cleaned.
  const changes = netChanges(call.subcommand === "clean" ? withoutCommits(asked) : asked);
  if (changes.length === 0) return null;
  if (read === undefined || call.folders.length > 0) throw unclear(call.subcommand, call.args);
  const undone = read(call.args, asked, changes);
  return new Map(undone.map(({ path }) => [path, contentAtCommit(path, asked)]));
}

function checkout(
  args: readonly string[],
  question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  if (args.some((arg) => ["-b", "-B", "--orphan", "-t", "--track"].includes(arg)) && args.length === 2)
    return [];
  const { options, before, after } = split(args);
  if (options.some((option) => !["-f", "--force", "-q", "--quiet"].includes(option)))
    throw unclear("checkout", args);
  const paths = after ?? before;
  const revisions = after === null ? [] : before;
  const arePaths = after !== null || paths.every((path) => isPlace(path, question));
  if (paths.length === 0 || !arePaths) throw unclear("checkout", args);
  const [revision] = revisions;
  if (revision !== undefined && !isHead(revision)) throw unclear("checkout", args);
  const tracked = under(paths, question, changes).filter(({ kind }) => kind !== "added");
  return revision === undefined ? fromIndex(tracked, question, ["checkout", args]) : tracked;
}

function restore(
  args: readonly string[],
  question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  const { options, before, after } = split(args);
  const isStaged = options.some((option) => ["-S", "--staged"].includes(option));
  const isInTree = !isStaged || options.some((option) => ["-W", "--worktree"].includes(option));
  if (!isInTree) return [];
  const source = options.find((option) => option.startsWith("--source="))?.slice("--source=".length);
  const isKnown = options.every((option) =>
    /^(?:-[SWq]|--staged|--worktree|--quiet|--source=.*)$/u.test(option),
  );
  if (!isKnown || (source !== undefined && !isHead(source))) throw unclear("restore", args);
  const tracked = under([...before, ...(after ?? [])], question, changes).filter(
    ({ kind }) => kind !== "added",
  );
  return isStaged || source !== undefined ? tracked : fromIndex(tracked, question, ["restore", args]);
}

function reset(
  args: readonly string[],
  _question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  const { options, before } = split(args);
  if (options.some((option) => ["--merge", "--keep"].includes(option))) throw unclear("reset", args);
  if (!options.includes("--hard")) return [];
  if (!before.every(isHead)) throw unclear("reset", args);
  return changes.filter(({ kind, staged }) => kind !== "added" || staged);
}

function stash(
  args: readonly string[],
  _question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  const [subcommand = "push", ...rest] = args[0]?.startsWith("-") ? ["push", ...args] : args;
  if (["clear", "create", "drop", "list", "show", "store"].includes(subcommand)) return [];
  const { options, before, after } = split(rest);
  const withNew = options.some((option) => ["-u", "--include-untracked", "-a", "--all"].includes(option));
  const isKnown = options.every((option) =>
    /^(?:-[uaqm]|--include-untracked|--all|--quiet|--message.*)$/u.test(option),
  );
  const hasPaths = after !== null || (before.length > 0 && subcommand !== "save" && !options.includes("-m"));
  if (!["push", "save"].includes(subcommand) || !isKnown || hasPaths) throw unclear("stash", args);
  return changes.filter(({ kind, staged }) => kind !== "added" || staged || withNew);
}

function clean(
  args: readonly string[],
  question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  const { options, before, after } = split(args);
  const letters = options.filter((option) => !option.startsWith("--")).join("");
  if (letters.includes("n") || options.includes("--dry-run")) return [];
  if (!letters.includes("f") && !options.includes("--force")) return [];
  if (letters.includes("e") || options.some((option) => option.startsWith("--exclude")))
    throw unclear("clean", args);
  const paths = [...before, ...(after ?? [])];
  const asked = paths.length === 0 ? changes : under(paths, question, changes);
  return asked.filter(({ kind, staged }) => kind === "added" && !staged);
}

function withoutCommits(asked: Question): Question {
  return { ...asked, commands: asked.commands.filter(({ argv }) => gitCall(argv)?.subcommand !== "commit") };
}

/** A new branch takes the changes along. */
function switchBranch(args: readonly string[]): readonly NetChange[] {
  if (args.length === 2 && ["-c", "-C", "--create", "--force-create"].includes(args[0] ?? "")) return [];
  throw unclear("switch", args);
}

/** What is staged comes back over what has been written, if it is forced to; else git fails at a file that is there. */
function checkoutIndex(args: readonly string[]): readonly NetChange[] {
  if (!args.some((arg) => arg.startsWith("--prefix="))) throw unclear("checkout-index", args);
  return [];
}

/** Only `-u` reaches beyond the index. */
function readTree(args: readonly string[]): readonly NetChange[] {
  if (args.includes("-u")) throw unclear("read-tree", args);
  return [];
}

/** A removed or moved file holds no version in its place any more, which matters where the release has written it. */
function takeAway(subcommand: string): Undoing {
  return (args, question, changes) => {
    const { options, before, after } = split(args);
    if (options.some((option) => ["--cached", "-n", "--dry-run"].includes(option))) return [];
    if (under([...before, ...(after ?? [])], question, changes).length > 0) throw unclear(subcommand, args);
    return [];
  };
}

/** Without a revision git takes the content of the index, which is that of the last commit as long as nothing was added. */
function fromIndex(
  changes: readonly NetChange[],
  { commands }: Question,
  [subcommand, args]: readonly [string, readonly string[]],
): readonly NetChange[] {
  const lastCommit = commands.findLastIndex(({ argv }) => gitCall(argv)?.subcommand === "commit");
  const hasAdded = commands
    .slice(lastCommit + 1)
    .some(({ argv }) => ["add", "stage", "rm", "mv"].includes(gitCall(argv)?.subcommand ?? ""));
  const inTree = changes.filter(({ staged }) => !staged);
  if (hasAdded && inTree.length > 0) throw unclear(subcommand, args);
  return inTree;
}

function under(
  paths: readonly string[],
  question: Question,
  changes: readonly NetChange[],
): readonly NetChange[] {
  const places = paths.map((path) => placeOf(question, path));
  if (paths.some((path) => /[*?[\\]|^:/u.test(path)) || places.includes(null)) throw unclear("on", paths);
  return changes.filter(({ path }) =>
    places.some((place) => place === "" || path === place || path.startsWith(`${place}/`)),
  );
}

function isPlace(path: string, question: Question): boolean {
  const place = placeOf(question, path);
  if (place === null) return false;
  return question.view.exists(place) || question.writes.some((write) => write.path === place);
}

function isHead(revision: string): boolean {
  return ["HEAD", "@"].includes(revision);
}

/** What a file held when the last commit was asked for, or at the beginning. */
function contentAtCommit(path: string, { writes, commands }: Question): Write["before"] {
  const committed =
    commands.findLast(({ argv }) => gitCall(argv)?.subcommand === "commit")?.writesBefore ?? 0;
  const later = writes.slice(committed).find((write) => write.path === path);
  return later?.before ?? null;
}

function split(args: readonly string[]): {
  readonly options: readonly string[];
  readonly before: readonly string[];
  /** Null without `--`. */
  readonly after: readonly string[] | null;
} {
  const dashes = args.indexOf("--");
  const front = dashes === -1 ? args : args.slice(0, dashes);
  return {
    options: front.filter((arg) => arg.startsWith("-")),
    before: front.filter((arg) => !arg.startsWith("-")).map((path) => posix.normalize(path)),
    after: dashes === -1 ? null : args.slice(dashes + 1),
  };
}

function unclear(subcommand: string, args: readonly string[]): Refused {
  return new Refused(
    "git",
    [subcommand, ...args].join(" "),
    "what it leaves of the changes before it cannot be told",
  );
}
